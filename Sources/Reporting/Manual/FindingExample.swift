import Compliance
import Obligations

/// Two small projects that show what a kind of finding is about: one that leaves it open or breaks it, and one that
/// meets it. Tests run both.
public struct FindingExample: Sendable {
  /// `licence/kind`, as the finding is named.
  public let finding: String
  /// Files by their names, in the order in which they are shown.
  public let breaks: [File]
  public let meets: [File]

  /// A file of a project.
  public struct File: Sendable {
    public let name: String
    public let text: String
  }

  /// The example of a kind; nil where no finding comes of it, or where it takes somebody's licence text.
  public init?(of kind: FindingKind) {
    switch kind {
    case .obligation(let kind):
      guard let example = Self.files(kind) else { return nil }
      (finding, breaks, meets) = ("\(example.license)/\(kind.rawValue)", example.breaks, example.meets)
    case .rule(let rule):
      guard let example = Self.files(rule) else { return nil }
      (finding, breaks, meets) = (example.finding ?? rule.rawValue, example.breaks, example.meets)
    }
  }

  // MARK: Obligations

  private typealias Licensed = (license: String, breaks: [File], meets: [File])

  private static func files(_ kind: ObligationKind) -> Licensed? {
    switch kind {
    // Nothing follows from a grant or a legal term, and what falls due later asks for nothing now.
    case .use, .patentGrant, .ownOutputs, .ownDerivatives, .grantBack, .ceaseOnTermination, .disclaimWarranty,
      .limitLiability, .terminate, .terminateOnLitigation, .disputeResolution, .governingLaw, .changeTerms, .survive,
      .defineDerivative, .discloseTrainingUse, .publishBenchmarks:
      return nil
    case .beyondResearch: return attested(kind, "apple-amlr", "it is used for research alone")
    case .circumvent: return attested(kind, "flux-1-dev-nc-1.1.1", "no safety filter was switched off")
    case .complyWithLaw: return attested(kind, "llama-3.1", "counsel looked at the laws that apply")
    case .complyWithPolicy: return attested(kind, "gemma-terms-2024-04-01", "the use policy was reviewed")
    case .discloseAI: return attested(kind, "bigscience-openrail-m", "the card says that a machine wrote it")
    case .discloseSource: return attested(kind, "GPL-2.0", "training code and weights are published")
    case .eligibility: return attested(kind, "gemma-terms-2024-04-01", "nobody of us is barred")
    case .endorse: return attested(kind, "gemma-terms-2024-04-01", "nothing suggests an endorsement")
    case .giveCredit: return attested(kind, "fair-noncommercial-research", "the card credits the authors")
    case .indemnify: return attested(kind, "llama-3.1", "the indemnity was accepted by management")
    case .misrepresentOrigin: return attested(kind, "fair-noncommercial-research", "the card says what a machine made")
    case .restrictFurther: return attested(kind, "gemma-terms-2024-04-01", "nothing was added to the terms")
    case .restrictedUse: return attested(kind, "gemma-terms-2024-04-01", "the list of uses was reviewed")
    case .retainNotices: return attested(kind, "Apache-2.0", "all notices of the base are in the repository")
    case .sublicense: return attested(kind, "CC-BY-4.0", "recipients get the licence from the licensor")
    case .superviseUsers: return attested(kind, "flux-1-dev-nc-1.1.1", "users agree to the terms before the download")
    case .updateVersion: return attested(kind, "creativeml-openrail-m", "releases of the base are watched")
    case .useTrademark: return attested(kind, "llama-3.1", "no mark is used but for the badge")
    case .distribute: return attested(kind, openAI, "no output of the service is handed on", from: outputs)
    case .extractData: return attested(kind, openAI, "outputs were obtained through the API alone", from: outputs)
    case .keepConfidential: return attested(kind, openAI, "nothing confidential is in the release", from: outputs)
    case .pay: return attested(kind, openAI, "all invoices are paid", from: outputs)
    case .register: return attested(kind, openAI, "the account is the company's", from: outputs)
    case .reverseEngineer: return attested(kind, openAI, "nothing was taken apart", from: outputs)
    case .secureAccount: return attested(kind, openAI, "keys are in the vault", from: outputs)
    case .warrantInputs: return attested(kind, openAI, "we hold the rights in all prompts", from: outputs)
    case .modify:
      return attested(kind, "openai-eu-terms-of-use-2023-11-14", "outputs were taken as they came", from: outputs)
    case .commercialUse:
      let source = base("CC-BY-NC-4.0")
      return (
        "CC-BY-NC-4.0", [manifest(release: "{ how: [weights], commercial: yes }", source)],
        [manifest(release: "{ how: [weights], commercial: no }", source)]
      )
    case .compete:
      return (
        openAI, [manifest(licensee: "{ competes-with: [OpenAI] }", outputs(openAI))],
        [manifest(licensee: "{ competes-with: [] }", outputs(openAI))]
      )
    case .territory:
      return (
        openAI, [manifest(licensee: "{ domicile: KP }", outputs(openAI))],
        [manifest(licensee: "{ domicile: DE }", outputs(openAI))]
      )
    case .trainOnOutputs:
      let license = "databricks-open-model-license"
      return (
        license, [manifest("{ model: lab/base, relation: distilled, license: \(license) }")], [manifest(base(license))]
      )
    case .separateLicense:
      let source = base("llama-3.1")
      return (
        "llama-3.1", [manifest(release: "{ how: [weights], monthly-active-users: { 2024-07-23: 800000000 } }", source)],
        [manifest(release: "{ how: [weights], monthly-active-users: { 2024-07-23: 40000 } }", source)]
      )
    case .namePrefix:
      let source = base("llama-3.1")
      return ("llama-3.1", [manifest(source)], [manifest(name: "acme/Llama-chat-8b", source)])
    case .displayBranding:
      let source = base("llama-3.1")
      return (
        "llama-3.1", [manifest(source, more: documents), card("# Chat 8B\n\nA helpful model.\n")],
        [manifest(source, more: documents), card("# Chat 8B\n\nBuilt with Llama\n")]
      )
    case .noticeFile:
      let line =
        "Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All "
        + "Rights Reserved."
      let declared = manifest(base("llama-3.1"), more: "documents: [NOTICE]\n")
      return (
        "llama-3.1", [declared, File(name: "NOTICE", text: "Chat 8B\n")],
        [declared, File(name: "NOTICE", text: "\(line)\n")]
      )
    case .includeLicense: return attested(kind, "MIT", "the licence is shown before the download")
    case .stateChanges:
      let source = base("Apache-2.0")
      return (
        "Apache-2.0", [manifest(source, more: documents), card("# Chat 7B\n\nA helpful model.\n")],
        [manifest(source, more: documents), card("# Chat 7B\n\nFine-tuned from `lab/base` on our own talks.\n")]
      )
    case .shareAlike:
      let source = base("CC-BY-SA-4.0")
      return ("CC-BY-SA-4.0", [manifest(license: "MIT", source)], [manifest(license: "CC-BY-SA-4.0", source)])
    case .passThroughRestrictions:
      let terms = "gemma-terms-2024-04-01"
      return (terms, [manifest(license: "MIT", base(terms))], [manifest(license: terms, base(terms))])
    }
  }

  private static let openAI = "openai-business-terms-2023-11-14"
  private static let documents = "documents: [README.md]\n"

  /// A base model under a licence.
  private static func base(_ license: String) -> String {
    "{ model: lab/base, relation: finetune, license: \(license) }"
  }

  /// Outputs of a service that were obtained under its terms.
  private static func outputs(_ terms: String) -> String {
    "{ model: openai/gpt-4o, relation: distilled, service: openai-api, terms: \(terms), accepted-by: us }"
  }

  /// What no file shows: open until somebody attests it.
  private static func attested(
    _ kind: ObligationKind, _ license: String, _ statement: String, from source: (String) -> String = base
  ) -> Licensed {
    let attestation = """
      attest:
        - obligation: \(license)/\(kind.rawValue)
          statement: \(statement)
          by: jane@acme.example
          expires: 2099-12-31

      """
    return (license, [manifest(source(license))], [manifest(source(license), more: attestation)])
  }

  // MARK: Rules

  private typealias Ruled = (finding: String?, breaks: [File], meets: [File])

  private static func files(_ rule: ProjectRule) -> Ruled? {
    switch rule {
    // A copy of a licence is somebody's text.
    case .modifiedLicense: return nil
    case .outboundLicense:
      let source = base("llama-3.1")
      return (
        "llama-3.1/outbound-license", [manifest(license: "MIT", source)], [manifest(license: "llama-3.1", source)]
      )
    case .declarationConflict:
      let source = base("MIT")
      return (
        nil, [manifest(source), card("---\nlicense: mit\n---\n# Chat 7B\n")],
        [manifest(source), card("---\nlicense: apache-2.0\n---\n# Chat 7B\n")]
      )
    case .undeclaredSource:
      let card = card("---\nlicense: apache-2.0\ndatasets: [lab/talks]\n---\n# Chat 7B\n")
      let talks = "{ dataset: lab/talks, relation: trained-on, license: MIT }"
      return (nil, [manifest(base("MIT")), card], [manifest("\(base("MIT"))\n  - \(talks)"), card])
    case .unknownLicense:
      return (nil, [manifest("{ model: lab/base, relation: finetune }")], [manifest(base("MIT"))])
    case .staleWaiver:
      let waiver = """
        waive:
          - finding: MIT/include-license
            reason: permission-granted
            by: jane@acme.example
            expires: 2020-12-31

        """
      return (nil, [manifest(base("MIT"), more: waiver)], [manifest(base("MIT"))])
    case .noProvenance:
      let name = "pedigree: 1\nmodel: { name: acme/chat-7b, license: Apache-2.0 }\n"
      return (
        nil, [File(name: "pedigree.yaml", text: name)],
        [File(name: "pedigree.yaml", text: "\(name)sources: []\ncomplete: true\n")]
      )
    case .policyDenied:
      let source = base("llama-3.1")
      return (
        "llama-3.1/policy-denied", [manifest(source, more: "policy: { preset: permissive }\n")],
        [manifest(source, more: "policy: { preset: permissive, allow: [llama-3.1] }\n")]
      )
    case .unpinnedSource:
      let settings = "settings: { enable: unpinned-source }\n"
      return (
        nil, [manifest(base("MIT"), more: settings)],
        [manifest("{ model: lab/base, relation: finetune, license: MIT, revision: 3f9a1c2 }", more: settings)]
      )
    case .staleKnowledge:
      return (
        nil, [manifest(release: "{ how: [weights], date: 2099-01-01 }", base("MIT"))],
        [manifest(release: "{ how: [weights], date: 2026-08-01 }", base("MIT"))]
      )
    }
  }

  private static func manifest(
    name: String = "acme/chat-7b", license: String = "Apache-2.0", release: String = "{ how: [weights] }",
    licensee: String? = nil, _ source: String, more: String = ""
  ) -> File {
    File(
      name: "pedigree.yaml",
      text: """
        pedigree: 1
        model: { name: \(name), license: \(license) }
        release: \(release)
        \(licensee.map { "licensee: \($0)\n" } ?? "")sources:
          - \(source)
        complete: true
        \(more)
        """)
  }

  private static func card(_ text: String) -> File { File(name: "README.md", text: text) }
}
