import Compliance
import Testing

/// Policies that withhold the use of models from whoever sits in some places.
@Suite struct TerritoryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let model: String
    var license: String?
    var relation = "finetune"
    var domicile: String? = "DE"
    var form = "weights"
    let policy: String
    let status: Status?

    var testDescription: String { "\(model) \(relation) \(domicile ?? "-") \(form)" }
  }

  static let cases = [
    Case(
      model: "meta-llama/Llama-3.2-11B-Vision-Instruct", policy: "llama-3.2", status: .violated),
    Case(
      model: "meta-llama/Llama-3.2-90B-Vision", relation: "distilled", policy: "llama-3.2", status: .violated),
    Case(
      model: "unsloth/Llama-3.2-11B-Vision-Instruct", relation: "quantized", domicile: "Spain", policy: "llama-3.2",
      status: .violated),
    Case(model: "meta-llama/Llama-3.2-3B-Instruct", policy: "llama-3.2", status: .notTriggered),
    Case(model: "meta-llama/Llama-3.2-11B-Vision", domicile: "CH", policy: "llama-3.2", status: .notTriggered),
    Case(model: "meta-llama/Llama-3.2-11B-Vision", domicile: nil, policy: "llama-3.2", status: .undetermined),
    Case(model: "acme/nameless", license: "llama3.2", policy: "llama-3.2", status: .undetermined),
    Case(
      model: "meta-llama/Llama-4-Scout-17B-16E-Instruct", form: "internal", policy: "llama-4", status: .violated),
    Case(
      model: "meta-llama/Llama-4-Maverick-17B-128E-Instruct", relation: "distilled", domicile: "EU", policy: "llama-4",
      status: .violated),
    Case(
      model: "meta-llama/Llama-4-Scout-17B-16E-Instruct", relation: "evaluated-with", policy: "llama-4", status: nil),
    Case(model: "meta-llama/Llama-4-Scout-17B-16E-Instruct", domicile: "US", policy: "llama-4", status: .notTriggered),
  ]

  @Test(arguments: cases) func `use is withheld from those who sit there, however they use it`(_ test: Case) throws {
    let license = test.license.map { ", license: \($0)" } ?? ""
    let manifest = """
      model: { name: acme/Llama-thing-7b, license: mit }
      release: { how: [\(test.form)] }
      \(test.domicile.map { "licensee: { domicile: \($0) }" } ?? "")
      sources: { model: \(test.model), relation: \(test.relation)\(license) }
      complete: yes
      """
    #expect(try Scenario.check(manifest).status("\(test.policy)-use-policy/territory") == test.status)
  }
}
