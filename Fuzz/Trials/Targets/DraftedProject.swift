import PedigreeKit

/// Drafts a declaration for a card and reads it, as `init` and then `check` do.
enum DraftedProject {
  static func complaint(about card: [UInt8]) -> String? {
    let (folder, library) = (ScratchFolder.shared, FuzzTarget.library)
    folder.hold(["README.md": card])
    guard let project = try? library.read(folder.path, name: "acme/helper", ignoringManifest: true) else { return nil }
    let draft = ManifestDraft(project, questions: library.check(project, today: nil).questions).render()
    folder.add(Array(draft.utf8), as: ManifestReader.fileName)
    do {
      let again = try library.read(folder.path)
      let mistakes = again.diagnostics.filter {
        $0.location?.file.path == ManifestReader.fileName && $0.severity == .error
      }
      return mistakes.isEmpty ? nil : "the draft has a mistake: \(mistakes[0].summary)\n\(draft)"
    } catch .unreadable(let diagnostics) {
      return "the draft can't be read: \(diagnostics.first?.summary ?? "")\n\(draft)"
    } catch {
      return "the draft can't be read: \(error)"
    }
  }
}
