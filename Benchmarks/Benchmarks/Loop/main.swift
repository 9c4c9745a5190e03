import PedigreeKit

// Checks cards one after the other with one library, as a batch does: `loop ROUNDS FILE…`. Prints how many findings it
// made. scripts/instructions counts under valgrind what each card costs.
let arguments = CommandLine.arguments.dropFirst()
let rounds = arguments.first.flatMap { Int($0) } ?? 1
let library = Library()
var findings = 0

/// Checks one card; by this name valgrind knows where a card begins and ends.
@_cdecl("pedigree_check_card") func checkCard(_ path: UnsafePointer<CChar>) {
  // A card that can't be read costs what its reading costs.
  let report = Result {
    try library.check(String(cString: path), name: "acme/release", today: CalendarDate("2025-03-01"))
  }
  if case .success(let report) = report { findings += report.findings.count }
}

for _ in 0..<rounds {
  for path in arguments.dropFirst() { checkCard(path) }
}
print("\(findings) findings")
