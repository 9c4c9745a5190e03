import Diagnostics
import TestSupport
import Testing

/// Lines of streams of any length.
@Suite struct LineStreamTests {
  private static func lines(of text: String) throws -> [LineStream.Line] {
    let folder = try TemporaryFolder(["in": text])
    var stream = try LineStream("\(folder.path)/in")
    var lines: [LineStream.Line] = []
    while let line = try stream.next() { lines.append(line) }
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("\n", [""]), ("a\r\nb", ["a\r", "b"]),
  ])
  func `lines end at line feeds, and the last one where the stream does`(text: String, lines: [String]) throws {
    #expect(try Self.lines(of: text) == lines.map { .bytes(Array($0.utf8)) })
  }

  @Test func `lines go over the pieces in which a stream is read`() throws {
    let text = (0..<9).map { String(repeating: "\($0)", count: 400_000) }
    #expect(try Self.lines(of: text.joined(separator: "\n")) == text.map { .bytes(Array($0.utf8)) })
  }

  @Test func `a line over the limit is passed over, and the next one read`() throws {
    let long = String(repeating: "x", count: LineStream.longestLine + 1)
    #expect(try Self.lines(of: "a\n\(long)\nb\n") == [.bytes([0x61]), .tooLong, .bytes([0x62])])
    #expect(try Self.lines(of: long) == [.tooLong])
  }

  @Test func `what is not there can't be read`() {
    #expect(throws: FileError.missing(path: "/nowhere/in")) { _ = try LineStream("/nowhere/in") }
  }
}
