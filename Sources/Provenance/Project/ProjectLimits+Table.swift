import Diagnostics
import MarkupText
import YAMLSource

extension ProjectLimits {
  /// All limits on what is read of a project.
  public var table: [Limit] {
    [
      Limit("files and folders of a project", files, .filesLimit),
      Limit("folders, one in another", depth, .depthLimit),
      Limit("documents about provenance", documents, .documentsLimit),
      Limit("one document, card or text", documentBytes, .bytes, .documentTooLarge),
      Limit("all documents together", bytes, .bytes, .bytesLimit),
      Limit("texts of a release", ProjectFolder.mostDocuments, .documentsLimit),
      Limit("folders below one of `documents:`", ProjectFolder.deepestFolder, .depthLimit),
      Limit("a file of ignore rules", IgnoreRules.longestFile, .bytes, .ignoreLimit),
      Limit("the header of a GGUF file", GGUFHeader.mostBytes, .bytes, .documentTooLarge),
      Limit("keys of a GGUF file", GGUFHeader.mostKeys, .documentTooLarge),
      Limit("texts that a key about the model lists in GGUF", ProvenanceDocument.mostStatements, .documentTooLarge),
      Limit("the header of a safetensors file", SafetensorsHeader.mostBytes, .bytes, .documentTooLarge),
      Limit("sources that one document names", ProvenanceDocument.mostStatements, .documentTooLarge),
      Limit("steps, licences or descriptions of a bill", ProvenanceDocument.mostStatements, .bomTooLarge),
      Limit("names in one property of a bill", BomPropertyValue.mostNames, .bomTooLarge),
      Limit("ids under one key of a card", ProseReader.mostSources, .cardManySources),
      Limit("sources that a card's prose names", ProseReader.mostSources, .cardManySources),
      Limit("a paragraph of a card", CardText.longestBlock, .bytes, .cardLongParagraph),
      Limit("sources of a declaration, one in another", ManifestReader.deepestSource, .manifestTooDeep),
      Limit("levels of YAML", YAMLDocument.Limits.lenient.depth, .yamlTooDeep),
      Limit("nodes that YAML's aliases repeat", YAMLDocument.Limits.lenient.aliasedNodes, .yamlAliasBudget),
      Limit("levels of JSON", JSONDocument.deepest, .jsonTooDeep),
      Limit("values of a JSON document", JSONDocument.mostNodes, .jsonTooLarge),
      Limit("levels of XML", XMLDocument.deepest, .xmlTooDeep),
      Limit("elements of an XML document", XMLDocument.mostElements, .xmlTooLarge),
      Limit("attributes of an XML element", XMLDocument.mostAttributes, .xmlTooLarge),
      Limit("a text for parse, identify and diff", ReadableText.longest, .bytes, .fileTooLong),
    ]
  }

  /// The table, one limit on a line.
  public var lines: [String] { table.map { "\($0.what): \($0.shown)" } }
}
