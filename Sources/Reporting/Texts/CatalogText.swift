import Diagnostics
import LicenseKnowledge
import Obligations

/// What the catalogue knows of a model, a dataset or a service, as text.
public struct CatalogText {
  private let style: TextStyle

  public init(style: TextStyle) {
    self.style = style
  }

  /// The entry for an id, with a line break at its end; nil where there is none.
  public func explain(_ id: String, in catalog: Catalog) -> String? {
    if let model = catalog.model(id) {
      return render(
        id, "model", maker: model.maker, licenses: model.licenses, service: model.service, sources: model.sources,
        at: model.location)
    }
    if let dataset = catalog.dataset(id) {
      return render(
        id, "dataset", maker: nil, licenses: dataset.licenses, service: nil, sources: dataset.sources,
        at: dataset.location)
    }
    guard let service = catalog.service(id) else { return nil }
    return render(
      id, "service", maker: service.maker, licenses: service.terms + service.policies, service: nil, sources: [],
      at: service.location)
  }

  private func render(
    _ id: String, _ kind: String, maker: String?, licenses: [DatedLicense], service: String?, sources: [CatalogSource],
    at location: SourceLocation
  ) -> String {
    var lines = [style.paint(id, .strong), "  kind: \(kind)"]
    if let maker { lines.append("  maker: \(maker)") }
    if let service { lines.append("  served by: \(service), whose terms govern its outputs") }
    lines += licenses.map { "  under: \($0.license)\(Self.days($0.window))" }
    lines += sources.map { "  made from: \($0.id) (\($0.relation.rawValue))" }
    if let page = CataloguePage(location) { lines.append("  taken from: \(page.address)") }
    return lines.map { "\(TerminalText.escapedExceptStyle($0))\n" }.joined()
  }

  private static func days(_ window: DateWindow) -> String {
    (window.from.map { ", from \($0)" } ?? "") + (window.until.map { ", until \($0)" } ?? "")
  }
}

/// The page from which an entry of the catalogue was taken.
struct CataloguePage {
  let address: String

  /// The page that the entry at a place names; nil where it names none.
  init?(_ location: SourceLocation) {
    let key = "source:"
    let lines = location.file.text(in: location.range).split(whereSeparator: \.isNewline)
    guard
      let line = lines.lazy.map({ $0.drop { $0 == " " } }).first(where: { $0.hasPrefix(key) }),
      let address = line.dropFirst(key.count).split(separator: " ").first
    else { return nil }
    self.address = String(address)
  }
}
