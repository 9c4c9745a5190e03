import ArgumentParser
import PedigreeKit

/// A file into which a report is written, with its format: `sarif=pedigree.sarif`.
struct OutputFile: Sendable {
  let format: ReportFormat
  let path: String

  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ValidationError("`\(argument)` names no file; write FORMAT=FILE, as in `sarif=pedigree.sarif`")
    }
    guard let format = ReportFormat(rawValue: parts[0]) else {
      let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("`\(parts[0])` is no format; there are \(known)")
    }
    guard parts[1] != "-" else {
      throw ValidationError("`--output` writes files; `--format \(format.rawValue)` prints the report")
    }
    self.format = format
    self.path = parts[1]
  }
}
