import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite struct HostileYAMLTests {
  private static let sample = """
    # comment é
    pedigree: 1
    model: { name: "acme/näme", license: 'mit' }
    list:
      - &anchor one
      - *anchor
      - [a, { b: c }, "😀 \\n"]
    text: |
      several
      lines
    folded: >-
      more
    ? complex
    : !!str value
    """

  @Test func `reads every damaged copy to an end, with all places inside the file`() {
    let alphabet = "[]{}:,-?&*!|>'\"%@`#\n\r\t ~."
    let broken = DamagedCopies(of: Self.sample, count: 4_000, alphabet: alphabet).first { bytes in
      let file = SourceFile(path: "a", bytes: bytes)
      return [YAMLDocument.Limits.strict, .lenient].contains { limits in
        let document = YAMLDocument(reading: file, limits: limits)
        let ranges = document.diagnostics.compactMap(\.location?.range) + (document.root?.all.map(\.range) ?? [])
        // What could not be read is never silently nothing.
        let isSilent = document.root == nil && document.diagnostics.isEmpty && !Self.isBlank(bytes)
        return isSilent || ranges.contains { $0.upperBound > bytes.count }
      }
    }
    #expect(broken.map { String(decoding: $0, as: UTF8.self) } == nil)
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).allSatisfy {
      $0.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.first.map { "#-.%".contains($0) } ?? true
    }
  }

  @Test(arguments: [
    "[", "{", "{a: ", "- ", "? ", "a: &a x\n", "'", "\"", "[a, ", "a: 1\n", "{a: 1, a: 2}\n", "é: 1, ", "# ", "!",
    "|\n",
    "*a ", "-\n", "\\", "a ", "\u{2028}",
  ])
  func `takes four times as long at most for four times as much`(_ piece: String) {
    let growth = Growth(from: 1 << 15) { size in
      _ = lenient(String(repeating: piece, count: size / piece.utf8.count))
    }
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `is not slowed down by equal keys in one long line`() {
    let growth = Growth(from: 1 << 15) { size in
      _ = lenient("{" + String(repeating: "a: 1, ", count: size / 6) + "}")
    }
    #expect(growth.isLinear, "\(growth)")
  }
}
