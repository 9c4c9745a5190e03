// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building and testing pedigree builds no benchmarks.
let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "pedigree", path: ".."),
    // Without traits: its counters of allocations need libraries that a measurement of time does not.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Texts",
      dependencies: [
        .product(name: "PedigreeKit", package: "pedigree"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Texts",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
