import TestSupport
import Testing

/// Holds what the architecture says of the tree to the tree.
@Suite struct ArchitectureTests {
  /// The files and folders that the section on changes names, most of them below `Sources/`.
  private static let paths: [String] = {
    let text = String(decoding: Repository.bytes(of: "\(Repository.root)/ARCHITECTURE.md") ?? [], as: UTF8.self)
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("## Where do I change") }.dropFirst()
    let quoted = lines.prefix { !$0.hasPrefix("## ") }.flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
        .map { String($0.element) }
    }
    return quoted.filter { $0.contains("/") && ($0.hasSuffix("/") || $0.hasSuffix(".swift")) }
  }()

  @Test func `the section names files`() {
    #expect(Self.paths.count > 20)
  }

  @Test(arguments: paths) func `what is to be changed is where the architecture says`(path: String) {
    let places = ["Sources/\(path)", path].map { "\(Repository.root)/\($0)" }
    let isThere = places.contains { place in
      place.hasSuffix("/") ? !Repository.entries(of: place).isEmpty : Repository.bytes(of: place) != nil
    }
    #expect(isThere, "\(path)")
  }
}
