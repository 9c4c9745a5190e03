import Diagnostics
import Foundation
import Testing

@Suite struct FileReadingTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func error(reading name: String, limit: Int = SourceFile.documentLimit) -> FileError? {
    do {
      _ = try SourceFile.read(path(name), shownAs: name, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func `reads every byte and shows the path that the user wrote`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A, 0xFF, 0x00]
    try Data(bytes).write(to: folder.appending(path: "card.md"))
    let file = try SourceFile.read(path("card.md"), shownAs: "card.md")
    #expect(file.bytes == bytes)
    #expect(file.path == "card.md")
  }

  @Test func `says what stands in the way of reading`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("12345".utf8).write(to: folder.appending(path: "five"))
    #expect(error(reading: "nothing") == .missing(path: "nothing"))
    #expect(error(reading: "five/below") == .missing(path: "five/below"))
    #expect(error(reading: ".") == .isDirectory(path: "."))
    #expect(error(reading: "five", limit: 4) == .tooLarge(path: "five", bytes: 5, limit: 4))
    #expect(error(reading: "five", limit: 5) == nil)
  }

  @Test func `does not wait for somebody to write into a named pipe`() {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    #expect(error(reading: "pipe") == .notRegular(path: "pipe"))
  }

  @Test(arguments: [
    FileError.missing(path: "a"), .isDirectory(path: "a"), .notRegular(path: "a"),
    .tooLarge(path: "a", bytes: 9, limit: 8), .unreadable(path: "a", reason: "denied"),
  ])
  func `names the file in every message`(_ error: FileError) {
    #expect(error.summary.contains("`a`"))
    #expect(!error.summary.hasSuffix("."))
  }
}
