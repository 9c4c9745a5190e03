import Diagnostics
import LicenseKnowledge
import Obligations
import Provenance

/// Finds the texts that speak about each source: the licences of artefacts, and the terms under which
/// outputs were obtained.
struct SubjectCollector {
  let library: Library
  let lineage: Lineage
  let reach: Reach
  /// The ways on which licences travel: those of outputs only as far as the project obtained them.
  let licensed: Reach
  /// The day of the release, after which nothing was generated for it.
  let releaseDate: CalendarDate?
  /// The project's own texts, among them those of sources' licences.
  let texts: ProjectTexts
  /// Under which licences sources are, and whose they are.
  let licenses: SourceLicenses
  private var subjects: [Subject] = []
  private var unknown: [UnknownLicense] = []
  private var seen: Set<SubjectKey> = []

  private struct SubjectKey: Hashable {
    let license: String
    let node: Int
    let place: SourceLocation?
  }

  /// A source about which no known text speaks.
  struct UnknownLicense: Sendable {
    let node: Int
    let reason: Reason
    let ways: [Effect: Reach.Way]

    /// Why no known text speaks about it.
    enum Reason: Sendable {
      /// Nobody declares a licence.
      case undeclared
      /// What is declared names no licence that is known.
      case unnamed(LicenseClaim, NamedLicense)
      /// Its licence is a text of the project that a machine read.
      case read(LicenseClaim, ProjectText)
      /// It is used through a service whose terms are not known; `before` is the first day of those that are.
      case terms(of: String, before: CalendarDate? = nil)
      /// Its terms are known, and the policy beside them that was in force then is not.
      case policy(of: String)
    }
  }

  private init(
    library: Library, lineage: Lineage, reach: Reach, licensed: Reach, releaseDate: CalendarDate?,
    texts: ProjectTexts, licenses: SourceLicenses
  ) {
    self.library = library
    self.lineage = lineage
    self.reach = reach
    self.licensed = licensed
    self.releaseDate = releaseDate
    self.texts = texts
    self.licenses = licenses
  }

  /// The texts for all artefacts that reach the release, in the order of the lineage, and the artefacts without one.
  static func collect(
    library: Library, lineage: Lineage, reach: Reach, licensed: Reach, releaseDate: CalendarDate?,
    texts: ProjectTexts, licenses: SourceLicenses
  ) -> (subjects: [Subject], unknown: [UnknownLicense]) {
    var collector = SubjectCollector(
      library: library, lineage: lineage, reach: reach, licensed: licensed, releaseDate: releaseDate, texts: texts,
      licenses: licenses)
    collector.collect()
    return (collector.subjects, collector.unknown)
  }

  private mutating func collect() {
    for node in lineage.nodes.indices where node != Lineage.release {
      let ways = reach.ways(from: node)
      guard ways.keys.contains(where: { $0 != .tool }) else { continue }
      // Nobody owes himself anything; what his own was made from is another matter.
      let isOwn = if case .ours = licenses.ownership(of: node) { true } else { false }
      let isServed = isOwn || collectTerms(of: node)
      collectLicenses(of: node, ways: ways, isServed: isServed)
    }
  }

  private mutating func collectLicenses(of node: Int, ways: [Effect: Reach.Way], isServed: Bool) {
    let (claims, dispute) = licenses.licenses(of: node)
    if claims.isEmpty {
      if !isServed { unknown.append(UnknownLicense(node: node, reason: .undeclared, ways: ways)) }
      return
    }
    var groups: [[(claim: LicenseClaim, license: License)]] = []
    var isChoice = false
    for claim in claims {
      let expression = library.expression(claim)
      if case .any = expression { isChoice = true }
      for name in expression.names {
        let named = library.resolve(name)
        guard let license = named.knownID.flatMap({ library.license($0) }) ?? licenseText(of: claim) else {
          unknown.append(UnknownLicense(node: node, reason: .unnamed(claim, named), ways: ways))
          continue
        }
        if license.isRead, let text = claim.file.flatMap(texts.text) {
          unknown.append(UnknownLicense(node: node, reason: .read(claim, text), ways: ways))
        }
        // Versions of one text stand for one another; different texts are weighed one by one.
        if let series = license.series, let index = groups.firstIndex(where: { $0[0].license.series == series }) {
          groups[index].append((claim, license))
        } else {
          groups.append([(claim, license)])
        }
      }
    }
    for group in groups {
      let license = group[0].license
      let reach = binding(license)
      let ways = reach.ways(from: node) { !isRelicensing($0, of: license) }
      guard ways.keys.contains(where: { $0 != .tool }) else {
        add(license, notBinding: node)
        continue
      }
      add(
        Subject(
          license: license, node: node,
          governs: Decision.all([
            governs(group[0].claim, of: node, amongGroups: groups.count, isChoice: isChoice, dispute),
            isThirdParty(node),
          ]),
          alternatives: group.dropFirst().map(\.license), ways: ways, reach: reach, edge: nil))
    }
  }

  /// The licence whose text a claim points at: a known one, or what a machine reads in the file.
  private mutating func licenseText(of claim: LicenseClaim) -> License? {
    guard let text = claim.file.flatMap(texts.text) else { return nil }
    let matches = texts.identification(of: text).adaptations
    let original = matches.count == 1 ? matches[0].ids.compactMap { library.license($0) }.first : nil
    let altered = texts.alterations(in: text).first
    if altered == nil, let original { return original }
    guard let parsed = texts.parsed(text) else { return nil }
    let reader = ExtractedLicense(text: text, parsed: parsed)
    if let original, let altered { return reader.license(original, altered: altered) }
    return reader.license
  }

  /// Adds a licence that reaches the release only by outputs which somebody upstream obtained, and so binds nobody here.
  private mutating func add(_ license: License, notBinding node: Int) {
    let ways = reach.ways(from: node) { !isRelicensing($0, of: license) }
    let obtained = ways.sorted { $0.key < $1.key }.filter { $0.key != .tool }.flatMap {
      reach.path(of: $0.value, to: $0.key)
    }
    .filter(\.relation.carriesOutputs).map { Self.obtained(over: $0, in: lineage) }
    guard let refusal = obtained.first(where: { $0.truth == .no }) else { return }
    add(
      Subject(
        license: license, node: node, governs: refusal, alternatives: [], ways: ways, reach: reach, edge: nil))
  }

  /// The ways on which a licence travels. What a text itself calls a derivative it binds whoever made it; what it merely
  /// says about outputs, whoever obtained them.
  ///
  /// It never travels over a step on which its own licensor made the child and put it under a licence of its own, since
  /// nobody is bound by what he himself may waive.
  private func binding(_ license: License) -> Reach {
    license.binds == .artefact && license.derivatives.contains(.outputTrained) ? reach : licensed
  }

  /// Whether the project itself got the outputs that went over an edge: what a licence says about
  /// outputs binds whoever used the model, not the public at large.
  static func obtained(over edge: Lineage.Edge, in lineage: Lineage) -> Decision {
    if edge.child == Lineage.release, edge.acquisition.acceptedBy == nil { return Decision(.yes) }
    return Facts.acceptedByUs(edge.acquisition, source: lineage.nodes[edge.parent].id.text)
  }

  private func isRelicensing(_ edge: Lineage.Edge, of license: License) -> Bool {
    let (parent, child) = (lineage.nodes[edge.parent], lineage.nodes[edge.child])
    guard license.isProprietary, let maker = license.maker, library.catalog.maker(of: parent.id.text) == maker else {
      return false
    }
    if edge.child == Lineage.release { return licenses.isOwnRelease(of: maker) }
    return !child.licenses.isEmpty && library.catalog.maker(of: child.id.text) == maker
  }

  /// Whether the source is somebody else's, so that something can be owed for it.
  private func isThirdParty(_ node: Int) -> Decision {
    let source = lineage.nodes[node].id.text
    switch licenses.ownership(of: node) {
    case .theirs: return Decision(.yes)
    case .ours(let fact): return Decision(.no, evidence: [Evidence("own: yes", at: fact.location)])
    case .disputed(let fact, _):
      return Decision(.unknown, evidence: [Evidence("own: yes", at: fact.location)], missing: [.rights(in: source)])
    case .sameOwner: return Decision(.unknown, missing: [.rights(in: source)])
    }
  }

  /// Whether a claim governs, where several stand side by side.
  private func governs(
    _ claim: LicenseClaim, of node: Int, amongGroups groups: Int, isChoice: Bool, _ dispute: SourceLicenses.Dispute?
  ) -> Decision {
    let says = Evidence(
      "`\(claim.name)` is \(dispute == nil ? "its licence" : "said to be its licence")", at: claim.location)
    if dispute != nil {
      let source = lineage.nodes[node].id.text
      return Decision(
        .unknown, evidence: [says],
        missing: [
          Question(
            .license(of: source), "does the licensor of `\(source)` use another licence than the one that is known?",
            answer: "remove `license`, or say why it counts with `license-basis`, `by` and `evidence` in pedigree.yaml")
        ])
    }
    guard isChoice || claim.window != DateWindow(), groups > 1 else { return Decision(.yes, evidence: [says]) }
    return Decision(
      .unknown, evidence: [Evidence("`\(claim.name)` is one of its licences", at: claim.location)],
      missing: [
        Question(
          .licenseChoice(claim.name), "which of its licences was the source taken under?",
          answer: "give the source a `license:` in pedigree.yaml")
      ])
  }

  /// Collects the terms for all edges over which outputs of `node` went; whether it is used through a service.
  private mutating func collectTerms(of node: Int) -> Bool {
    let artefact = lineage.nodes[node]
    let entry = artefact.kind == .model ? library.catalog.model(artefact.id.text) : nil
    var isServed = entry?.service != nil || artefact.kind == .service
    let before = (subjects.count, unknown.count)
    for (edge, ways) in reach.departures(from: node) where edge.relation.carriesOutputs {
      let service =
        edge.acquisition.service ?? entry?.service ?? (artefact.kind == .service ? artefact.id.text : nil)
      guard service != nil || edge.acquisition.terms != nil else { continue }
      isServed = isServed || entry?.licenses.isEmpty ?? true
      guard ways.keys.contains(where: { $0 != .tool }) else { continue }
      collectTerms(of: node, service: service, available: entry?.available ?? DateWindow(), edge: edge, ways: ways)
    }
    // Weights of a model that is only served reach nobody; nothing else speaks about it then.
    if isServed, (subjects.count, unknown.count) == before {
      unknown.append(
        UnknownLicense(
          node: node, reason: .terms(of: entry?.service ?? artefact.id.text), ways: reach.ways(from: node)))
    }
    return isServed
  }

  private mutating func collectTerms(
    of node: Int, service: String?, available: DateWindow, edge: Lineage.Edge, ways: [Effect: Reach.Way]
  ) {
    let acquisition = edge.acquisition
    let from = acquisition.days.from ?? available.from
    let latest = [available.until, releaseDate].compactMap { $0 }.min()
    // A release that is older than its outputs is reported elsewhere, and changes no terms.
    let days = DateWindow(
      from: from, until: acquisition.days.until ?? from.flatMap { from in latest.map { max(from, $0) } } ?? latest)
    let areDeclared = acquisition.days.from != nil && acquisition.days.until != nil
    let terms = TermsInForce(
      library: library, service: service, named: acquisition.terms, days: days, areDeclared: areDeclared)
    var groups = terms.groups.map { (group: $0, isDisputed: false) }
    var beginsBefore = terms.beginsBefore
    var policiesBeginBefore = terms.policiesBeginBefore
    if let service, !ServiceTerms(library).areUsable(acquisition.terms, for: service) {
      let usual = TermsInForce(library: library, service: service, named: nil, days: days, areDeclared: areDeclared)
      groups = (terms.groups + usual.groups).map { (group: $0, isDisputed: true) }
      beginsBefore = beginsBefore || usual.beginsBefore
      policiesBeginBefore = policiesBeginBefore || usual.policiesBeginBefore
    }
    for (group, isDisputed) in groups {
      // Terms that nobody has read may ask for anything.
      if let id = group.ids.first(where: { library.license($0) == nil }) {
        unknown.append(UnknownLicense(node: node, reason: .terms(of: id), ways: ways))
      }
      let versions = group.ids.compactMap { library.license($0) }
      guard let license = versions.first else { continue }
      let isSure = group.isComplete && versions.count == group.ids.count && !isDisputed
      let governs =
        isSure
        ? Decision(.yes, evidence: [Self.inForce(group.ids, at: acquisition.location ?? edge.location)])
        : Decision(.unknown, missing: [.terms(of: lineage.nodes[node].id.text)])
      add(
        Subject(
          license: license, node: node, governs: governs, alternatives: Array(versions.dropFirst()), ways: ways,
          reach: reach, edge: edge))
    }
    if groups.isEmpty || beginsBefore, let name = acquisition.terms ?? service {
      unknown.append(UnknownLicense(node: node, reason: .terms(of: name, before: terms.firstHeld), ways: ways))
    } else if policiesBeginBefore, let service {
      unknown.append(UnknownLicense(node: node, reason: .policy(of: service), ways: ways))
    }
  }

  private static func inForce(_ ids: [String], at location: SourceLocation) -> Evidence {
    let names = ids.map { "`\($0)`" }
    return Evidence(
      names.count == 1 ? "\(names[0]) was in force" : "one of \(names.joined(separator: ", ")) was in force",
      at: location)
  }

  /// Adds a subject, and the texts that its licence makes part of itself.
  private mutating func add(_ subject: Subject) {
    let key = SubjectKey(license: subject.license.id, node: subject.node, place: subject.edge?.location)
    guard seen.insert(key).inserted else { return }
    subjects.append(subject)
    for id in subject.license.incorporates {
      if let part = library.license(id) { add(subject.governed(by: part)) }
    }
    // What only another version takes in may govern as well.
    for id in subject.alternatives.flatMap(\.incorporates) where !subject.license.incorporates.contains(id) {
      let version = Decision(.unknown, missing: [.version(of: subject.license, lineage.nodes[subject.node].id.text)])
      if let part = library.license(id) {
        add(subject.governed(by: part, governs: Decision.all([subject.governs, version])))
      }
    }
  }
}

extension Question {
  /// Whether the release's maker holds the rights in a source.
  static func rights(in source: String) -> Question {
    Question(
      .rights(in: source), "are the rights in `\(source)` the release's maker's own?",
      answer: "say `own: yes` or `own: no` on the source in pedigree.yaml")
  }

  /// Under which terms outputs were obtained.
  static func terms(of source: String) -> Question {
    Question(
      .terms(of: source), "under which terms, and when, were outputs of `\(source)` obtained?",
      answer: "give the source `service`, `terms`, `from` and `to` in pedigree.yaml")
  }

  /// Which version of a text governs.
  static func version(of license: License, _ source: String) -> Question {
    Question(
      .version(of: source), "which version of \(license.title) governs `\(source)`?",
      answer: "give the source a `license`, or `terms` with `from` and `to`, in pedigree.yaml")
  }
}
