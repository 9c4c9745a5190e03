// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "pedigree",
  products: [
    .executable(name: "pedigree", targets: ["pedigree"]),
    // What the benchmarks call. Not meant for other packages: it changes as the program needs.
    .library(
      name: "PedigreeKit",
      targets: [
        "Diagnostics", "MarkupText", "Obligations", "LicenseTexts", "LicenseKnowledge", "Provenance", "Compliance",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "Diagnostics"),
    .target(name: "YAMLSource", dependencies: ["CLibYAML", "Diagnostics"]),
    .target(name: "MarkupText", dependencies: ["CLibXML2", "Diagnostics"]),
    .target(name: "Obligations", dependencies: ["Diagnostics"]),
    .target(name: "LicenseTexts", dependencies: ["MarkupText", "Obligations"]),
    .executableTarget(name: "embed-licenses"),
    .plugin(name: "EmbedLicenses", capability: .buildTool(), dependencies: ["embed-licenses"]),
    .target(
      name: "LicenseKnowledge", dependencies: ["YAMLSource", "Obligations"],
      exclude: ["licenses"], plugins: ["EmbedLicenses"]),
    .target(name: "Provenance", dependencies: ["YAMLSource", "MarkupText", "Obligations"]),
    .target(name: "Compliance", dependencies: ["LicenseKnowledge", "LicenseTexts", "Provenance"]),
    .target(name: "Reporting", dependencies: ["Compliance"]),
    .target(
      name: "PedigreeCLI",
      dependencies: [
        "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "pedigree", dependencies: ["PedigreeCLI"]),

    .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "YAMLSourceTests", dependencies: ["YAMLSource", "TestSupport"]),
    .testTarget(name: "MarkupTextTests", dependencies: ["MarkupText", "TestSupport"]),
    .testTarget(
      name: "LicenseTextsTests", dependencies: ["Compliance", "YAMLSource", "TestSupport"]),
    .testTarget(name: "LicenseKnowledgeTests", dependencies: ["LicenseKnowledge", "YAMLSource", "TestSupport"]),
    .testTarget(name: "ProvenanceTests", dependencies: ["Provenance", "TestSupport"]),
    .testTarget(name: "ComplianceTests", dependencies: ["Compliance", "TestSupport"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["pedigree", "TestSupport"], exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
