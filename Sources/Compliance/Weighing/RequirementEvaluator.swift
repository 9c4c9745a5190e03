import Diagnostics
import MarkupText
import Obligations
import Provenance

/// Decides whether a release meets what an obligation requires.
struct RequirementEvaluator {
  let project: Project
  let lineage: Lineage
  /// The licence under which the release goes out.
  var outbound: OutboundLicense
  let documents: DocumentSearch
  let copies: LicenseCopies
  /// The day on which attestations have to count.
  let today: CalendarDate?
  /// The sources under each licence: an attestation has to name the one that it is for where there are several.
  let sourcesByLicense: [String: Set<Int>]

  init(_ assessment: Assessment, today: CalendarDate?) {
    project = assessment.project
    lineage = assessment.lineage
    outbound = assessment.outbound
    documents = DocumentSearch(assessment.project.documents)
    copies = LicenseCopies(texts: assessment.texts)
    self.today = today
    sourcesByLicense = Dictionary(assessment.subjects.map { ($0.license.id, [$0.node]) }) { $0.union($1) }
  }

  /// Decides `requirement` of an obligation of `subject`; `path` leads from the source to the release.
  func decide(
    _ requirement: Requirement, of obligation: Obligation, for subject: Subject, path: LineagePath
  ) -> Decision {
    let decision = decideByFiles(requirement, of: obligation, for: subject, path: path)
    guard decision.truth == .unknown || requirement == .attested else { return decision }
    // What no file decides, somebody may attest.
    guard let attestations = project.manifest?.attestations, !attestations.isEmpty else { return decision }
    let id = "\(subject.license.id)/\(obligation.kind.rawValue)"
    var names = ["\(id)#\(obligation.clause)"]
    // A statement about one clause proves nothing about another: without a clause the first one is meant.
    let first = subject.license.obligations.first { $0.kind == obligation.kind && $0.requirement != nil }
    if first?.clause == obligation.clause { names.append(id) }
    let source = lineage.nodes[subject.node].id.text
    let isOnly = (sourcesByLicense[subject.license.id]?.count ?? 1) == 1
    let text = TextHash(["\(obligation.clause) \(obligation.reading?.words ?? obligation.summary)"])
    let attestation = attestations.first {
      $0.target.covers(names, of: source) && ($0.target.source != nil || isOnly) && !$0.target.isExpired(on: today)
        && $0.target.isGiven(for: text)
    }
    guard let attestation else { return decision }
    let day = attestation.date.map { " on \($0)" } ?? ""
    return Decision(
      .yes,
      evidence: [
        Evidence(
          "attested by \(attestation.by)\(day): \(attestation.statement)", at: attestation.target.finding.location)
      ])
  }

  private func decideByFiles(
    _ requirement: Requirement, of obligation: Obligation, for subject: Subject, path: LineagePath
  ) -> Decision {
    switch requirement {
    case .nameStartsWith(let words):
      return name { name in words.map { NameWord($0).starts(name) }.max() ?? .no }
    case .nameContains(let words):
      return name { name in words.map { NameWord($0).stands(in: name) }.max() ?? .no }
    case .documentSays(let wordings):
      // The licence's own text holds the wording that it prescribes, and shows it to nobody.
      let shown = project.documents.filter {
        !$0.isLicense && !copies.isKin($0, to: subject.license.id) && $0.file !== subject.license.location.file
      }
      return display(of: wordings, in: shown)
    case .noticeFile(let wording):
      return notice(wording)
    case .licenseCopy:
      return licenseCopy(of: subject.license)
    case .changesStated(let place):
      return changesStated(in: place, path: path, source: subject.node, license: subject.license)
    case .outboundLicense(let ids):
      // What is only shipped or served keeps its own licence; its recipients have to be bound by the terms all the same.
      guard subject.ways.keys.contains(where: { $0 != .contained && $0 != .served }) else {
        return Decision(.unknown, missing: [.attestation(subject.license.id)])
      }
      return outbound.isOne(of: ids)
    case .cardDeclares(let field):
      return cardDeclares(field, path: path, source: subject.node)
    case .never:
      return Decision(.no)
    case .attested:
      return Decision(.unknown, missing: [.attestation(subject.license.id)])
    case .reviewed:
      return Decision(.unknown, missing: [.review(of: obligation, in: subject.license)])
    case .later:
      return Decision(.yes)
    case .any(let parts):
      return Decision.any(parts.map { decideByFiles($0, of: obligation, for: subject, path: path) })
    }
  }

  private func display(of wordings: [String], in shown: [ProjectDocument]) -> Decision {
    let question = Question(
      .wording(wordings[0]), "where is \"\(wordings[0])\" shown?",
      answer: "add to the card: `\(wordings[0])`, or list the document that shows it under `documents:`")
    var mentioned: Evidence?
    for wording in wordings {
      for document in shown {
        switch documents.display(of: wording, in: document) {
        case .shown(let location):
          return Decision(.yes, evidence: [Evidence("\"\(wording)\" is shown", at: location)])
        case .mentioned(let location):
          mentioned = mentioned ?? Evidence("\"\(wording)\" is only mentioned", at: location)
        case .absent: break
        }
      }
    }
    if let mentioned { return Decision(.unknown, evidence: [mentioned], missing: [question]) }
    return absent(question)
  }

  /// Whether a document tells that the source was changed: the card's prose, a notice or a list of changes.
  private func changesStated(in place: ChangesPlace, path: LineagePath, source: Int, license: License) -> Decision {
    let name = lineage.nodes[source].id.text
    let found = statedChanges(path: path, source: source, license: license.id)
    let question = Question(
      .changes(to: name), "where does the release say that it changed `\(name)`, and how?",
      answer: place == .notice
        ? "say it in a NOTICE that is listed under `documents:`"
        : "say it in the card, or in a NOTICE that is listed under `documents:`")
    let stated = found.first { place == .anyDocument || isNotice($0.document, of: license) }
    if let stated { return Decision(.yes, evidence: [stated.evidence]) }
    // It is said, and elsewhere than the licence wants it.
    if let elsewhere = found.first { return Decision(.unknown, evidence: [elsewhere.evidence], missing: [question]) }
    return absent(question)
  }

  /// Every document that tells of a change, with what it says.
  private func statedChanges(
    path: LineagePath, source: Int, license: String
  ) -> [(document: SourceFile, evidence: Evidence)] {
    let nodes = Set([source] + path.map(\.child))
    let stated = project.card?.proseSources.first { prose in
      prose.certainty != .hinted && prose.relation.carriesWeights
        && lineage.index(of: prose.id).map(nodes.contains) ?? false
    }
    let names = nodes.filter { $0 != Lineage.release }.map { String(lineage.nodes[$0].id.name) }
    let others = project.documents.filter { !$0.isLicense && !copies.isKin($0, to: license) }.compactMap { document in
      documents.statedChange(in: document, of: names).map { (document.file, Evidence("a change is told of", at: $0)) }
    }
    guard let stated else { return others }
    let evidence = Evidence("the card tells what became of `\(stated.id.text)`", at: stated.location)
    return [(stated.location.file, evidence)] + others
  }

  /// Whether a document is a notice by its name, or shows the notice that the licence prescribes.
  private func isNotice(_ file: SourceFile, of license: License) -> Bool {
    guard let document = project.documents.first(where: { $0.file === file }) else { return false }
    return document.isNotice
      || license.obligations.contains { obligation in
        guard obligation.kind == .noticeFile, case .documentSays(let wordings) = obligation.requirement else {
          return false
        }
        return wordings.contains { documents.find($0, in: document) != nil }
      }
  }

  /// What is not in the documents is missing only where they are declared to be all there are.
  private func absent(_ question: Question) -> Decision {
    guard project.documentsAreComplete, let first = project.manifest?.documents.first else {
      return Decision(.unknown, missing: [question])
    }
    return Decision(.no, evidence: [Evidence("not in any of the documents listed here", at: first.location)])
  }

  private func name(_ test: (Substring) -> Truth) -> Decision {
    guard project.isNamed else {
      return Decision(
        .unknown,
        missing: [
          Question(
            .releaseName, "what is the released model called?",
            answer: "give `--name owner/name`, or set `model.name` in pedigree.yaml")
        ])
    }
    let name = project.release.name
    // The name of a product is not that of the model in it.
    let isProduct = project.manifest?.release.forms?.value == [.product]
    let truth = test(name)
    return Decision(
      isProduct && truth == .no ? .unknown : truth,
      evidence: [Evidence("the release is called `\(name)`", at: project.nameLocation)],
      missing: [
        Question(
          .releaseName,
          "is `\(name)` the name under which people get the model, and is its spelling what the clause asks for?",
          answer: "spell the name as the clause does")
      ])
  }

  private func notice(_ wording: String?) -> Decision {
    let notices = project.documents.filter(\.isNotice)
    guard let first = notices.first else {
      return absent(
        Question(.notice, "is there a NOTICE file?", answer: Remedy.notice(wording)))
    }
    let start = SourceLocation(first.file, SourceRange(0, 0))
    guard let wording else { return Decision(.yes, evidence: [Evidence("a notice file", at: start)]) }
    for notice in notices {
      if let location = documents.find(wording, in: notice) {
        return Decision(.yes, evidence: [Evidence("the prescribed line", at: location)])
      }
    }
    return Decision(.no, evidence: [Evidence("the notice file lacks the prescribed line", at: start)])
  }

  private func licenseCopy(of license: License) -> Decision {
    if license.isRead {
      return Decision(.yes, evidence: [Evidence("the text itself is among the files", at: license.location)])
    }
    guard copies.isRecognisable(license.id) else {
      return Decision(
        .unknown,
        missing: [
          Question(
            .licenseCopy(license.id),
            "is there a copy of \(license.id) among the files? pedigree does not know its text",
            answer: "attest it under `attest:`, or add a signature of the text with --licenses")
        ])
    }
    switch copies.copy(of: license.id) {
    case .found(let location):
      return Decision(.yes, evidence: [Evidence("a copy of \(license.title)", at: location)])
    case .altered(let altered):
      return Decision(
        .unknown,
        evidence: [Evidence("a copy of \(license.title) that was altered", at: altered.text.start)]
          + altered.evidence,
        missing: [.trueCopy(of: license, at: altered.text.file.path)])
    case .kin(let location):
      return Decision(
        .unknown, evidence: [Evidence("a text that is akin to \(license.title)", at: location)],
        missing: [.trueCopy(of: license, at: location.path)])
    case .none: break
    }
    return absent(
      Question(
        .licenseCopy(license.id), "is there a copy of \(license.id) among the files?",
        answer: Remedy.copy(of: license)))
  }

  /// Whether the card names the source, or an artefact between it and the release, in the field.
  private func cardDeclares(_ field: CardField, path: LineagePath, source: Int) -> Decision {
    guard let card = project.card else {
      return Decision(
        .unknown,
        missing: [
          Question(.card, "what does the model card say?", answer: "add a README.md, or name it under `model.card`")
        ])
    }
    if field == .license {
      guard let claim = card.licenses.first else {
        let start = SourceLocation(card.file, SourceRange(0, 0))
        return Decision(.no, evidence: [Evidence("the card declares no licence", at: start)])
      }
      // A name that stands for no one text tells recipients nothing.
      guard !outbound.knownIDs.isEmpty else { return Decision(.unknown, missing: [.outboundLicense]) }
      return Decision(.yes, evidence: [Evidence("the card declares `\(claim.name)`", at: claim.location)])
    }
    // Naming a source credits it, and whoever re-uploaded it unchanged; naming its child does not.
    let copies = path.prefix { $0.relation == .converted || $0.relation == .quantized }.map(\.child).filter {
      $0 != Lineage.release
    }
    let sources = Set([source] + copies)
    let declared = field == .baseModel ? card.baseModels : card.datasets
    let named = declared.first { fact in lineage.index(of: ArtefactID(fact.value)).map(sources.contains) ?? false }
    if let named { return Decision(.yes, evidence: [Evidence("the card names `\(named.value)`", at: named.location)]) }
    let stated = card.proseSources.first { prose in
      prose.certainty != .hinted && lineage.index(of: prose.id).map(sources.contains) ?? false
    }
    if let stated {
      return Decision(.yes, evidence: [Evidence("the card names `\(stated.id.text)`", at: stated.location)])
    }
    return Decision(
      .unknown,
      missing: [
        Question(
          .cardField(field), "where does the release name `\(lineage.nodes[source].id.text)`?",
          answer: "add to the card's front matter: `\(field.rawValue): \(lineage.nodes[source].id.text)`")
      ])
  }
}

extension Question {
  /// Whether a text that may pass for the licence's is one.
  fileprivate static func trueCopy(of license: License, at path: String) -> Question {
    Question(
      .licenseCopy(license.id), "does `\(path)` contain a true copy of \(license.id)?",
      answer: "put the original text, and nothing else, into a file of its own")
  }

  /// Whether an obligation that a machine read is kept.
  fileprivate static func review(of obligation: Obligation, in license: License) -> Question {
    let place = obligation.reading.map { "\($0.location.path):\($0.location.start.line)" } ?? license.title
    let id = "\(license.id)/\(obligation.kind.rawValue)#\(obligation.clause)"
    return Question(
      .review(id), "is `\(obligation.modality.rawValue) \(obligation.kind.rawValue)` kept, as `\(place)` words it?",
      answer: "read the clause, and attest `\(id)` under `attest:` in pedigree.yaml")
  }

  static func attestation(_ license: String) -> Question {
    Question(
      .attestation(license: license), "is the conduct that `\(license)` requires met? no file can show it",
      answer: "attest it under `attest:` in pedigree.yaml")
  }
}
