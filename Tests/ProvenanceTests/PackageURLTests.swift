import Obligations
import Testing

@testable import Provenance

@Suite struct PackageURLTests {
  @Test(arguments: [
    ("pkg:huggingface/acme/helper-7b@1a2b", "acme/helper-7b", "1a2b" as String?, ArtefactKind?.some(.model)),
    ("PKG:HuggingFace/Acme/Helper-7B", "Acme/Helper-7B", nil, .model),
    ("pkg://huggingface/acme/helper", "acme/helper", nil, .model),
    ("pkg:huggingface/gpt2@main", "gpt2", "main", .model),
    ("pkg:huggingface/acme/helper@1a2b?repository_url=https://hub.example/a@b#weights", "acme/helper", "1a2b", .model),
    ("pkg:huggingface/acme%2Fhelper%2D7b@v1%2E0", "acme/helper-7b", "v1.0", .model),
    ("pkg:huggingface/datasets/acme/talks@v2", "acme/talks", "v2", .dataset),
    ("pkg:huggingface-dataset/acme/talks", "acme/talks", nil, .dataset),
    ("pkg:generic/openai/gpt-4o@2024-08-06", "openai/gpt-4o", "2024-08-06", nil),
    ("pkg:huggingface/acme/100%", "acme/100%", nil, .model),
  ])
  func `reads owner, name and revision`(_ text: String, _ path: String, _ version: String?, _ kind: ArtefactKind?)
    throws
  {
    let url = try #require(PackageURL(text))
    #expect(url.path == path)
    #expect(url.version == version)
    #expect(url.kind == kind)
    #expect(SourceName(text) == .artefact(path, revision: version))
  }

  @Test(arguments: [
    "pkg:", "pkg:huggingface", "pkg:huggingface/", "package:a/b", "pkg:huggingface/a%0Ab", "acme/helper",
  ])
  func `other texts are no package URLs`(_ text: String) {
    #expect(PackageURL(text) == nil)
  }
}

@Suite struct HubAddressTests {
  @Test(arguments: [
    ("https://huggingface.co/acme/helper", "acme/helper", nil as String?, ArtefactKind.model),
    ("HTTPS://HuggingFace.co/datasets/acme/talks/tree/v2", "acme/talks", "v2", .dataset),
    ("hf.co/acme/helper/resolve/1a2b/LICENSE?download=true", "acme/helper", "1a2b", .model),
    ("https://huggingface.co/datasets/squad", "squad", nil, .dataset),
  ])
  func `reads addresses of repositories`(_ text: String, _ id: String, _ revision: String?, _ kind: ArtefactKind) throws
  {
    let address = try #require(HubAddress(repository: text))
    #expect(address.id == id)
    #expect(address.revision == revision)
    #expect(address.kind == kind)
  }

  @Test(arguments: [
    "https://huggingface.co/acme", "https://huggingface.co/blog/acme/news", "https://huggingface.co/docs/x/y",
    "https://huggingface.co/spaces/acme/demo", "https://example.com/acme/helper", "https://huggingface.co", "",
  ])
  func `other pages are no repositories`(_ text: String) {
    #expect(HubAddress(repository: text) == nil)
  }
}
