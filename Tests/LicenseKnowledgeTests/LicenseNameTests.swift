import LicenseKnowledge
import Testing

@Suite struct LicenseNameTests {
  private static let knowledge = KnowledgeLintTests.knowledge

  @Test(arguments: [
    // Hub ids.
    ("apache-2.0", "Apache-2.0"), ("mit", "MIT"), ("llama2", "llama-2"), ("llama3.1", "llama-3.1"),
    ("llama3.3", "llama-3.3"), ("cc-by-nc-4.0", "CC-BY-NC-4.0"), ("cc0-1.0", "CC0-1.0"), ("gpl-3.0", "GPL-3.0"),
    ("bigscience-openrail-m", "bigscience-openrail-m"), ("creativeml-openrail-m", "creativeml-openrail-m"),
    // SPDX ids.
    ("GPL-3.0-only", "GPL-3.0"), ("AGPL-3.0-only", "AGPL-3.0"), ("ODC-By-1.0", "odc-by-1.0"),
    ("CDLA-Permissive-2.0", "cdla-permissive-2.0"),
    // What people write into `license_name`, and titles.
    ("llama-3.1-community-license", "llama-3.1"), ("Llama 3.1 Community License Agreement", "llama-3.1"),
    ("Apache License 2.0", "Apache-2.0"), ("MIT License", "MIT"), ("mrl", "mistral-mrl-0.1"),
    ("CC BY-NC 4.0", "CC-BY-NC-4.0"), ("APACHE_2.0", "Apache-2.0"),
    // What SPDX documents call licences that are not on SPDX's list.
    ("LicenseRef-llama-3.1", "llama-3.1"), ("LicenseRef-llama3.1", "llama-3.1"),
    ("LicenseRef-gemma", "gemma-terms-2025-03-24"),
  ])
  func `names lead to the licence that they mean`(name: String, id: String) {
    #expect(Self.knowledge.resolve(name) == .known(id))
  }

  @Test(arguments: Self.knowledge.licenseIDs)
  func `a licence is found by its own id, whatever the case`(id: String) {
    #expect(Self.knowledge.resolve(id) == .known(id))
    #expect(Self.knowledge.resolve(id.uppercased()) == .known(id))
  }

  @Test(arguments: [
    "cc", "cc-by", "cc-by-nc", "creative commons", "gpl", "lgpl", "agpl", "bsd", "openrail", "OpenRAIL-M", "llama",
    "other", "unknown", "proprietary", "All Rights Reserved",
  ])
  func `a word for several licences names none of them`(name: String) {
    guard case .family(_, let advice) = Self.knowledge.resolve(name) else {
      Issue.record("`\(name)` is \(Self.knowledge.resolve(name))")
      return
    }
    #expect(advice != "")
  }

  @Test func `one OpenRAIL is not another`() {
    let plusplus = Self.knowledge.resolve("openrail++")
    #expect(plusplus.knownID?.contains("plusplus") == true)
    #expect(Self.knowledge.resolve("openrail").knownID == nil)
    #expect(Self.knowledge.resolve("creativeml-openrail-m") == .known("creativeml-openrail-m"))
  }

  @Test(arguments: ["eupl-1.1", "epl-1.0", "cc-by-2.0"])
  func `a licence that is known by name only is told from an unknown one`(name: String) {
    #expect(Self.knowledge.resolve(name) == .notHeld(name))
  }

  @Test(arguments: [
    "LicenseRef-MIT", "LicenseRef-", "", "-", "my own licence", "llama-9", "apache-3.0", "mit-0", "mitt",
    "cc-by-nc-9.9",
  ])
  func `a name that nobody knows stays unknown`(name: String) {
    #expect(Self.knowledge.resolve(name) == .unknown(name))
  }

  @Test(arguments: [
    ("https://www.llama.com/llama3_1/license/", "llama-3.1"),
    ("https://huggingface.co/meta-llama/Llama-3.1-8B/blob/main/LICENSE", "llama-3.1"),
    ("http://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"),
    ("https://mistral.ai/licenses/MRL-0.1.md", "mistral-mrl-0.1"),
    ("HTTPS://CREATIVECOMMONS.ORG/licenses/by-nc/4.0/", "CC-BY-NC-4.0"),
    ("https://creativecommons.org/licenses/by-nc-sa/4.0/legalcode", "CC-BY-NC-SA-4.0"),
  ])
  func `addresses lead to the licence whose text they show`(url: String, id: String) {
    #expect(Self.knowledge.license(at: url) == id)
  }

  @Test(arguments: [
    ("https://spdx.org/licenses/MIT", NamedLicense.known("MIT")),
    ("https://spdx.org/licenses/CC-BY-4.0.html", .known("CC-BY-4.0")),
    ("http://spdx.org/licenses/GPL-3.0-only.json", .known("GPL-3.0")),
    ("https://choosealicense.com/licenses/apache-2.0/", .known("Apache-2.0")),
    ("https://choosealicense.com/licenses/cc-by-nc-4.0/", .known("CC-BY-NC-4.0")),
    ("https://creativecommons.org/licenses/by-sa/4.0/deed.de", .known("CC-BY-SA-4.0")),
    ("http://www.creativecommons.org/publicdomain/zero/1.0/", .known("CC0-1.0")),
    ("https://creativecommons.org/licenses/by/2.0/", .notHeld("cc-by-2.0")),
    ("https://www.llama.com/llama3_1/license/", .known("llama-3.1")),
    ("https://spdx.org/licenses/MIT-0.html", .unknown("mit-0")),
    ("https://choosealicense.com/licenses/undefined/", .unknown("undefined")),
    ("https://example.org/terms", .unknown("https://example.org/terms")),
  ])
  func `an address in the place of a name means the licence that it shows`(url: String, license: NamedLicense) {
    #expect(Self.knowledge.resolve(url) == license)
  }

  @Test(arguments: [
    "https://example.org/license", "https://spdx.org/licenses/MIT-0", "LICENSE",
    "https://huggingface.co/acme/x/blob/main/LICENSE", "",
  ])
  func `an address that can hold anything leads nowhere`(url: String) {
    #expect(Self.knowledge.license(at: url) == nil)
  }
}
