import TestSupport
import Testing

/// A short run of every target with damaged copies of its seeds, the same on every machine.
@Suite struct FuzzTests {
  private static let seeds = Seeds(root: Repository.root)

  @Test(arguments: FuzzTarget.allCases) func `no damaged input traps a reader or breaks a law`(_ target: FuzzTarget) {
    let inputs = Self.seeds.inputs(for: target).filter { $0.count < 4 << 10 }
    #expect(!inputs.isEmpty)
    for (number, input) in inputs.prefix(6).enumerated() {
      let copies = DamagedCopies(
        of: String(decoding: input, as: UTF8.self), count: 8, seed: UInt64(number), alphabet: "\n\t -:#{}[]\"'<>&*|=\\")
      for copy in [input] + copies {
        let complaint = target.complaint(about: copy)
        #expect(complaint == nil, "\(String(decoding: copy, as: UTF8.self).debugDescription)")
      }
    }
  }
}
