import Diagnostics
import TestSupport
import Testing

@Suite struct PositionTimeTests {
  @Test func `finds a thousand places in a line of a megabyte without walking it each time`() {
    let growth = Growth(from: 1 << 18) { size in
      let file = SourceFile(path: "a", bytes: Array(repeating: UInt8(ascii: "x"), count: size))
      for place in 0..<200 { _ = file.position(at: size - place) }
    }
    #expect(growth.isLinear, "\(growth)")
    #expect(growth.large < .seconds(3), "\(growth)")
  }
}
