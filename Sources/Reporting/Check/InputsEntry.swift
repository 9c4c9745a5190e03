import Diagnostics
import Provenance

/// What was read and what was left out, in JSON.
struct InputsEntry: Encodable {
  let read: [ReadEntry]
  let leftOut: [OmissionEntry]

  init(_ inputs: Inputs) {
    read = inputs.read.map(ReadEntry.init)
    leftOut = inputs.omissions.map(OmissionEntry.init)
  }

  struct ReadEntry: Encodable {
    let file: String
    let type: String
    let size: Int
    /// Absent where only the header of weights was read.
    let sha256: String?

    init(_ input: Input) {
      file = input.path
      type = input.type.name
      size = input.size
      sha256 = input.digest?.description
    }
  }

  struct OmissionEntry: Encodable {
    let reason: String
    let count: Int
    /// The first of them.
    let files: [String]

    init(_ omission: Omission) {
      reason = omission.reason.rawValue
      count = omission.count
      files = omission.first
    }
  }
}
