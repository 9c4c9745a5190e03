import Compliance

/// The formats in which `verify` writes what has changed since a sign-off.
public enum ReviewFormat: String, Sendable, CaseIterable {
  case text, json

  /// A review, with a line break at its end.
  public func render(_ review: SignOffReview, style: TextStyle) throws -> String {
    switch self {
    case .text: ReviewText(style: style).render(review)
    case .json: try JSONText.render(Self.document(review))
    }
  }

  static func document(_ review: SignOffReview) -> JSONValue {
    [
      "version": .number(1), "release": .text(review.signOff.release), "holds": .flag(review.holds),
      "files": [
        "changed": .texts(review.changed), "missing": .texts(review.missing), "added": .texts(review.added),
      ],
      "knowledge": ["changed": .flag(review.hasOtherKnowledge), "terms": .texts(review.changedTerms)],
      "opened": .list(
        review.opened.map {
          [
            "fingerprint": .text($0.fingerprint), "finding": .text($0.id), "source": .text($0.source),
            "status": .text($0.status.rawValue), "message": .text($0.message),
          ]
        }),
      "closed": .list(
        review.closed.map {
          [
            "fingerprint": .text($0.fingerprint), "finding": .text($0.id), "source": .text($0.source),
            "status": .text($0.status),
          ]
        }),
    ]
  }
}
