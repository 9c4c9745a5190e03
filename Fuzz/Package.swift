// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building and testing pedigree builds no fuzzer. `Fuzz/run` builds it with libFuzzer.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "pedigree", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: [.product(name: "PedigreeKit", package: "pedigree")],
      path: ".", exclude: ["Trials/Tests", "Dictionaries", "Seeds", "run"], sources: ["Trials/Targets", "Driver"],
      // libFuzzer; the rest is compiled for it by the flags of `run`.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
  ],
  swiftLanguageModes: [.v6]
)
