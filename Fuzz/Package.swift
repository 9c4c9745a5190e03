// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building and testing pedigree builds no fuzzers. `make fuzz` builds it with libFuzzer,
// the address sanitizer and counters of coverage.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "pedigree", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "PedigreeKit", package: "pedigree")], path: "Sources/Fuzz",
      // The program's start is libFuzzer's.
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
  ],
  swiftLanguageModes: [.v6]
)
