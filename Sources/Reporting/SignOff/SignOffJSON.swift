import Compliance

/// A sign-off as an in-toto Statement v1, by `docs/signoff.schema.json`, for public tools to sign.
public struct SignOffJSON {
  public init() {}

  /// The JSON text, with sorted keys and a line break at its end.
  public func render(_ signOff: SignOff) throws -> String {
    let statement: JSONValue = [
      "_type": .text(SignOff.statementType),
      "predicateType": .text(SignOff.predicateType),
      "subject": files(signOff.subjects),
      "predicate": [
        "release": .text(signOff.release),
        "verifier": ["id": .text(signOff.verifier)],
        "reviewer": ["name": .text(signOff.by), "role": .text(signOff.role)],
        "timeVerified": .text(signOff.time),
        "verificationResult": signOff.passed ? "PASSED" : "FAILED",
        "policy": [
          "failsOn": .text(ifAny: signOff.failsOn), "stance": .text(ifAny: signOff.stance),
          "assumptions": .texts(signOff.assumptions),
        ],
        "report": file(signOff.report),
        "knowledge": ["date": .text(ifAny: signOff.knowledgeDate), "digest": ["sha256": .text(signOff.knowledge)]],
        "inputs": files(signOff.inputs),
        "terms": files(signOff.terms),
        "open": .list(signOff.open.map(finding)),
      ],
    ]
    return try JSONText.render(statement)
  }

  private func files(_ files: [SignedFile]) -> JSONValue { .list(files.map(file)) }

  private func file(_ file: SignedFile) -> JSONValue {
    ["name": .text(file.name), "digest": ["sha256": .text(file.sha256)]]
  }

  private func finding(_ finding: OpenFinding) -> JSONValue {
    [
      "fingerprint": .text(finding.fingerprint), "status": .text(finding.status), "finding": .text(finding.id),
      "source": .text(finding.source),
    ]
  }
}
