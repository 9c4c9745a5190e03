// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "pedigree",
  products: [
    .executable(name: "pedigree", targets: ["pedigree"]),
    // What the program does, for programs; it changes as the program needs.
    .library(name: "PedigreeKit", targets: ["PedigreeKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  // Each target names every module that it imports: what is only reached through others is not built anew
  // when it changes.
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
    .target(name: "KnowledgeTables", dependencies: ["Diagnostics"]),
    .target(name: "Obligations", dependencies: ["Diagnostics", "KnowledgeTables"]),
    .target(name: "LicenseTexts", dependencies: ["Diagnostics", "MarkupText", "Obligations"]),
    .executableTarget(name: "embed-licenses", dependencies: ["Diagnostics", "KnowledgeTables"]),
    .plugin(name: "EmbedLicenses", capability: .buildTool(), dependencies: ["embed-licenses"]),
    .target(
      name: "LicenseKnowledge", dependencies: ["Diagnostics", "KnowledgeTables", "YAMLSource", "Obligations"],
      exclude: ["licenses"], plugins: ["EmbedLicenses"]),
    .target(
      name: "Provenance", dependencies: ["Diagnostics", "YAMLSource", "MarkupText", "Obligations", "LicenseTexts"]),
    .target(
      name: "Compliance",
      dependencies: [
        "Diagnostics", "YAMLSource", "MarkupText", "Obligations", "LicenseTexts", "LicenseKnowledge", "Provenance",
      ]),
    .target(
      name: "Reporting",
      dependencies: [
        "Diagnostics", "YAMLSource", "MarkupText", "Obligations", "LicenseTexts", "LicenseKnowledge", "Provenance",
        "Compliance",
      ]),
    .target(
      name: "PedigreeKit",
      dependencies: [
        "Diagnostics", "YAMLSource", "MarkupText", "Obligations", "LicenseTexts", "LicenseKnowledge", "Provenance",
        "Compliance",
        "Reporting",
      ]),
    .target(
      name: "PedigreeCLI",
      dependencies: ["PedigreeKit", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .executableTarget(name: "pedigree", dependencies: ["PedigreeCLI"]),

    .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "YAMLSourceTests", dependencies: ["Diagnostics", "YAMLSource", "TestSupport"]),
    .testTarget(name: "MarkupTextTests", dependencies: ["Diagnostics", "MarkupText", "TestSupport"]),
    .testTarget(
      name: "LicenseTextsTests",
      dependencies: [
        "Diagnostics", "YAMLSource", "MarkupText", "Obligations", "LicenseTexts", "LicenseKnowledge", "Provenance",
        "Compliance", "TestSupport",
      ]),
    .testTarget(
      name: "LicenseKnowledgeTests",
      dependencies: [
        "Diagnostics", "KnowledgeTables", "YAMLSource", "Obligations", "LicenseTexts", "LicenseKnowledge",
        "TestSupport",
      ]),
    .testTarget(
      name: "ProvenanceTests",
      dependencies: [
        "Diagnostics", "KnowledgeTables", "Obligations", "LicenseKnowledge", "Provenance", "TestSupport",
      ]),
    .testTarget(
      name: "ComplianceTests",
      dependencies: [
        "Diagnostics", "MarkupText", "Obligations", "LicenseTexts", "LicenseKnowledge", "Provenance", "Compliance",
        "Reporting", "TestSupport",
      ]),
    .testTarget(name: "PedigreeKitTests", dependencies: ["MarkupText", "YAMLSource", "PedigreeKit", "TestSupport"]),
    .testTarget(
      name: "FuzzTests", dependencies: ["CLibYAML", "YAMLSource", "PedigreeKit", "TestSupport"], path: "Fuzz/Trials"),
    .testTarget(
      name: "EndToEndTests", dependencies: ["pedigree", "TestSupport"], exclude: ["Golden", "SignoffVectors", "Texts"]),
  ],
  swiftLanguageModes: [.v6]
)
