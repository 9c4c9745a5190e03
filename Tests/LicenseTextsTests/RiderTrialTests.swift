import Compliance
import Diagnostics
import LicenseTexts
import MarkupText
import TestSupport
import Testing

/// Conditions, and harmless lines, put around and into real licences.
@Suite(.enabled(if: Corpus.isPresent, "the corpus of licence texts is not here; PEDIGREE_CORPUS names it"))
struct RiderTrialTests {
  private static let identifier = Library().texts.identifier

  /// One licence of each kind: short without a title, long with an appendix, a maker's own, one of data.
  private static let licenses = ["MIT", "Apache-2.0", "llama-3.1", "CC-BY-4.0"].map { id in
    Corpus.texts.first { $0.id == id && $0.variant == 0 && $0.format == "txt" }?.bytes
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func isExact(_ text: String) -> Bool { identifier.identify(text.readable).kind == .exact }

  private static let riders = [
    "Commercial use is not permitted without a paid licence.",
    "Non-commercial use only",
    "For academic research and teaching",
    "EVALUATION COPY",
    "Sharing disallowed",
    "Companies with over fifty employees owe us a share of their income.",
    "Fees apply to every production deployment",
    "Contact sales@acme.example before you deploy this in a product",
    "You agree to report your results to us within thirty days.",
    "This grant ends when you compete with Acme.",
    "Redistribution of the weights is excluded.",
    "Universities and schools are welcome; everybody else buys a seat.",
    "Military use is ruled out",
    "Do no evil with this software.",
    "Personal projects and hobby work",
    "The above does not apply to customers of Acme Cloud.",
    "Licence valid until 31 December 2026.",
    "Derivative models carry the name Heron.",
    "Any fine-tuned version is sent back to the authors.",
    "Users in Norland are asked to stay away from this model.",
    "Outputs belong to the authors of this model.",
    "By downloading you accept the Acme terms",
    "Please ask us before selling anything made with it.",
    "Internal testing",
    "Free for students",
    "Training other models on the outputs is off limits.",
    "Royalties fall due after one million requests.",
    "All copies carry our logo on their first page.",
    "This permission is for natural persons.",
    "Benchmarks of the software stay secret.",
    "Hosted services pay ten percent of revenue",
    "Weapons, surveillance and gambling are banned.",
    "One copy for each machine, and backups at most twice",
    "The licensee bears the cost of any lawsuit against Acme.",
    "Resale is a breach of this licence.",
    "Students may keep it; their employers may not.",
  ]

  @Test(arguments: riders) func `a condition is seen wherever it stands`(rider: String) {
    for text in Self.licenses {
      #expect(!Self.isExact("\(rider)\n\n\(text)"))
      #expect(!Self.isExact("\(text)\n\n\(rider)\n"))
      #expect(!Self.isExact("Copyright (c) 2024 Jane Doe\n\(rider)\n\n\(text)"))
      for link in [". ", ", ", " - "] {
        #expect(!Self.isExact("Copyright (c) 2024 Jane Doe\(link)\(rider)\n\n\(text)"))
      }
      #expect(!Self.isExact(Self.inserting(rider, behind: "\n\n", into: text)))
      #expect(!Self.isExact(Self.inserting(rider, behind: ". ", into: text)))
    }
  }

  /// Puts words behind the first place behind the middle of a text where some others stand.
  private static func inserting(_ words: String, behind mark: String, into text: String) -> String {
    let half = text.index(text.startIndex, offsetBy: text.count / 2)
    guard let place = text[half...].firstRange(of: mark) else { return text + words }
    return String(text[..<place.upperBound]) + words + mark + String(text[place.upperBound...])
  }

  @Test(arguments: [
    "# Heron 7B", "Heron 7B", "The Heron Project", "Acme Heron Model Licence", "License", "LICENSE",
    "Copyright (c) 2024 Jane Doe", "Copyright 2019-2024 Acme Research Ltd. and contributors",
    "(c) 2021 Acme, Inc. All rights reserved.", "© 2024 Jane Doe <jane@example.org>",
    "Copyright 2020 The Regents of the University of Somewhere.", "https://example.org/heron",
    "<https://example.org/licence>", "www.example.org/heron", "jane@example.org",
    "Acme Research Ltd., 12 Harbour Street, London", "2024", "March 3, 2024", "SPDX-License-Identifier: MIT",
    "SPDX-FileCopyrightText: 2024 Jane Doe", "---", "==========", "* * *", "###", "1.", "(a)",
    "The full text of the licence: https://example.org/licence",
    "See https://example.org/licence for the text of this license.", "Appendix", "END OF TERMS AND CONDITIONS",
  ])
  func `a title, a holder, an address, a date or a line leaves a copy a copy`(beside: String) {
    for text in Self.licenses {
      #expect(Self.isExact("\(beside)\n\n\(text)"))
      #expect(Self.isExact("\(text)\n\n\(beside)\n"))
    }
  }
}
