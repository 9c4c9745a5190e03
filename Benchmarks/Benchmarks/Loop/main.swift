import PedigreeKit

// Checks cards one after the other with one library, as a batch does: `loop ROUNDS FILE…`. Prints how many findings it
// made. Under valgrind, the instructions of two counts of rounds differ by what the cards cost; scripts/instructions
// measures that.
let arguments = CommandLine.arguments.dropFirst()
let rounds = arguments.first.flatMap { Int($0) } ?? 1
let library = Library()
var findings = 0
for _ in 0..<rounds {
  for path in arguments.dropFirst() {
    // A card that can't be read costs what its reading costs.
    let report = Result { try library.check(path, name: "acme/release", today: CalendarDate("2025-03-01")) }
    if case .success(let report) = report { findings += report.findings.count }
  }
}
print("\(findings) findings")
