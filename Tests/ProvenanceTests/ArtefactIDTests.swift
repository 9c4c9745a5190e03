import Provenance
import Testing

@Suite struct ArtefactIDTests {
  @Test(arguments: [
    ("meta-llama/Llama-3.1-8B", "meta-llama/Meta-Llama-3.1-8B"),
    ("meta-llama/Llama-3.1-8B", "Meta-Llama/llama3.1-8b-hf"),
    ("a/b", "a/b@main"), ("a/b", "pkg:huggingface/a/b@0123"), ("a/b", "https://huggingface.co/a/b"),
    ("a/b", "https://huggingface.co/datasets/a/b"), ("acme/my_model-2", "acme/My.Model-2"),
  ])
  func `takes spellings of one artefact for the same`(_ one: String, _ other: String) {
    #expect(ArtefactID(one) == ArtefactID(other))
    #expect(Set([ArtefactID(one), ArtefactID(other)]).count == 1)
  }

  @Test(arguments: [
    ("meta-llama/Llama-3-8B", "meta-llama/Llama-3.1-8B"), ("a/llama-8b", "b/llama-8b"), ("a/b-7b", "a/b-7b-instruct"),
    ("a/b1", "a/b11"), ("llama-3", "a/llama-3"),
  ])
  func `keeps different artefacts apart`(_ one: String, _ other: String) {
    #expect(ArtefactID(one) != ArtefactID(other))
  }

  @Test(arguments: [
    ("acme/Model-7B", true), ("gpt2", true), ("a.b/c_d", true), ("./model", false), ("/models/x", false),
    ("a/b/c", false), ("", false), ("a/", false), ("a b", false), ("a--b", false), ("../x", false), ("~/x", false),
    (String(repeating: "a", count: 97), false), ("-a/b", false),
  ])
  func `knows the shape of the Hub's ids`(_ text: String, _ isID: Bool) {
    #expect(ArtefactID.isHubID(text) == isID)
  }
}
