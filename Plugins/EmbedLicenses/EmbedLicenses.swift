import Foundation
import PackagePlugin

/// Embeds the YAML files of `licenses/` into the binary, so that it needs nothing beside itself.
@main struct EmbedLicenses: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    // Enumerating a symbolic link lists nothing, so it is resolved first.
    let root = target.directoryURL.appending(path: "licenses").resolvingSymlinksInPath()
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLicenses.swift")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".yaml") }.sorted().map { root.appending(path: $0) }
    guard !files.isEmpty else {
      Diagnostics.error("no .yaml file under \(root.path)")
      return []
    }
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) licence files",
        executable: try context.tool(named: "embed-licenses").url,
        arguments: [root.path, output.path], inputFiles: files, outputFiles: [output])
    ]
  }
}
