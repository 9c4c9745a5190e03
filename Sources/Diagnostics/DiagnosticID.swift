/// The kinds of messages about input: a closed set, so that everything that can be said has one place and is documented.
///
/// `docs/diagnostics.md` lists them; a test holds the two together.
public enum DiagnosticID: String, Sendable, CaseIterable {
  case answerCovers = "answer-covers"
  case answerEndless = "answer-endless"
  case attestationUnused = "attestation-unused"
  case baselineStale = "baseline-stale"
  case binaryFile = "binary-file"
  case bomDanglingRef = "bom-dangling-ref"
  case bomDuplicateRef = "bom-duplicate-ref"
  case bomOfAnother = "bom-of-another"
  case bomSeveralModels = "bom-several-models"
  case bomTooLarge = "bom-too-large"
  case bomUnknownVersion = "bom-unknown-version"
  case bomWithoutLineage = "bom-without-lineage"
  case bytesLimit = "bytes-limit"
  case cardEmpty = "card-empty"
  case cardLicenseByTool = "card-license-by-tool"
  case cardLicenseType = "card-license-type"
  case cardLFSPointer = "card-lfs-pointer"
  case cardLongParagraph = "card-long-paragraph"
  case cardManySources = "card-many-sources"
  case cardMetadata = "card-metadata"
  case cardMisspeltKey = "card-misspelt-key"
  case cardTemplateResidue = "card-template-residue"
  case cardUnknownRelation = "card-unknown-relation"
  case cardWrongType = "card-wrong-type"
  case datasetPurpose = "dataset-purpose"
  case depthLimit = "depth-limit"
  case documentMissing = "document-missing"
  case documentOutside = "document-outside"
  case documentTooLarge = "document-too-large"
  case documentUnreadable = "document-unreadable"
  case documentsLimit = "documents-limit"
  case encodingInvalidUTF8 = "encoding-invalid-utf8"
  case encodingUTF16 = "encoding-utf16"
  case fileTooLong = "file-too-long"
  case fileUnreadable = "file-unreadable"
  case filesLimit = "files-limit"
  case folderUnreadable = "folder-unreadable"
  case frontMatterByteOrderMark = "front-matter-byte-order-mark"
  case frontMatterNotFound = "front-matter-not-found"
  case ignoreLimit = "ignore-limit"
  case interpretationUnknown = "interpretation-unknown"
  case jsonSyntax = "json-syntax"
  case jsonTooDeep = "json-too-deep"
  case jsonTooLarge = "json-too-large"
  case knowledgeFileName = "knowledge-file-name"
  case knowledgeNoRequirement = "knowledge-no-requirement"
  case knowledgeRequirement = "knowledge-requirement"
  case knowledgeShape = "knowledge-shape"
  case lexiconBroken = "lexicon-broken"
  case lexiconScope = "lexicon-scope"
  case lineageCycle = "lineage-cycle"
  case lineageSelf = "lineage-self"
  case linkOutside = "link-outside"
  case littleRead = "little-read"
  case manifestCountry = "manifest-country"
  case manifestDates = "manifest-dates"
  case manifestEmpty = "manifest-empty"
  case manifestEmptyList = "manifest-empty-list"
  case manifestLicenseBasis = "manifest-license-basis"
  case manifestSource = "manifest-source"
  case manifestSubject = "manifest-subject"
  case manifestTooDeep = "manifest-too-deep"
  case manifestUnknownName = "manifest-unknown-name"
  case manifestVersion = "manifest-version"
  case nameEncoding = "name-encoding"
  case noText = "no-text"
  case settingUnknown = "setting-unknown"
  case xmlDoctype = "xml-doctype"
  case xmlSyntax = "xml-syntax"
  case xmlTooDeep = "xml-too-deep"
  case xmlTooLarge = "xml-too-large"
  case yamlAlias = "yaml-alias"
  case yamlAliasBudget = "yaml-alias-budget"
  case yamlDuplicateKey = "yaml-duplicate-key"
  case yamlMissingKey = "yaml-missing-key"
  case yamlSeveralDocuments = "yaml-several-documents"
  case yamlSyntax = "yaml-syntax"
  case yamlTooDeep = "yaml-too-deep"
  case yamlUnknownKey = "yaml-unknown-key"
  case yamlUnknownWord = "yaml-unknown-word"
  case yamlWrongType = "yaml-wrong-type"

  /// How much a message weighs unless the place that reports it says otherwise.
  public var severity: Severity {
    switch self {
    case .answerCovers, .baselineStale, .bomOfAnother, .bomSeveralModels, .bomUnknownVersion, .bomWithoutLineage:
      .note
    case .answerEndless, .attestationUnused, .bomDanglingRef, .bomDuplicateRef, .bomTooLarge, .bytesLimit,
      .cardLicenseByTool,
      .cardLongParagraph, .cardManySources, .cardMisspeltKey, .cardTemplateResidue, .cardWrongType, .datasetPurpose,
      .depthLimit, .documentTooLarge, .documentUnreadable, .documentsLimit, .fileTooLong, .filesLimit,
      .frontMatterByteOrderMark, .frontMatterNotFound, .ignoreLimit, .interpretationUnknown, .lineageCycle,
      .lineageSelf, .linkOutside, .littleRead, .nameEncoding, .noText:
      .warning
    case .binaryFile, .cardEmpty, .cardLicenseType, .cardLFSPointer, .cardMetadata, .cardUnknownRelation,
      .documentMissing, .documentOutside, .encodingInvalidUTF8, .encodingUTF16, .fileUnreadable, .folderUnreadable,
      .jsonSyntax, .jsonTooDeep, .jsonTooLarge, .knowledgeFileName, .knowledgeNoRequirement, .knowledgeRequirement,
      .knowledgeShape, .lexiconBroken, .lexiconScope, .manifestCountry, .manifestDates, .manifestEmpty,
      .manifestEmptyList, .manifestLicenseBasis, .manifestSource, .manifestSubject, .manifestTooDeep,
      .manifestUnknownName, .manifestVersion, .settingUnknown, .xmlDoctype, .xmlSyntax, .xmlTooDeep,
      .xmlTooLarge, .yamlAlias, .yamlAliasBudget, .yamlDuplicateKey, .yamlMissingKey, .yamlSeveralDocuments,
      .yamlSyntax, .yamlTooDeep, .yamlUnknownKey, .yamlUnknownWord, .yamlWrongType:
      .error
    }
  }
}
