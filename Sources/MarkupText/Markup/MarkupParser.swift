import CLibXML2

/// Parses HTML and XML with libxml2, by its events: its trees cut pages that nest deeper than 256 elements.
enum MarkupParser {
  /// Parses a page, however broken.
  static func html(_ source: UnsafeBufferPointer<UInt8>) -> MarkupTree {
    let hazards = MarkupGuard(source).hazards
    guard !hazards.isEmpty else { return parseHTML(source) }
    var copy = Array(source)
    for range in hazards { for index in range { copy[index] = UInt8(ascii: " ") } }
    return copy.withUnsafeBufferPointer { parseHTML($0) }
  }

  /// Parses an XML document up to the first mistake; entities that it declares itself are left out.
  static func xml(_ source: UnsafeBufferPointer<UInt8>) -> (tree: MarkupTree, isWellFormed: Bool) {
    let builder = MarkupTreeBuilder(source: source, isXML: true)
    guard let context = xmlNewParserCtxt() else { return (builder.finish(), false) }
    defer { xmlFreeParserCtxt(context) }
    connect(context, to: builder)
    // Never XML_PARSE_NOENT: entities would be fetched from files.
    let options =
      Int32(XML_PARSE_RECOVER.rawValue) | Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_NOERROR.rawValue)
      | Int32(XML_PARSE_NOWARNING.rawValue)
    withExtendedLifetime(builder) {
      source.withMemoryRebound(to: CChar.self) { buffer in
        xmlFreeDoc(xmlCtxtReadMemory(context, buffer.baseAddress, Int32(buffer.count), nil, "UTF-8", options))
      }
    }
    return (builder.finish(), context.pointee.wellFormed == 1)
  }

  /// Parses an XML document without a document type declaration into elements; no mistake is passed over.
  static func elements(
    of source: UnsafeBufferPointer<UInt8>, _ builder: XMLTreeBuilder
  ) throws(XMLMistake) -> XMLElement {
    guard let context = xmlNewParserCtxt() else { throw XMLMistake(summary: "no XML can be read", offset: 0) }
    defer { xmlFreeParserCtxt(context) }
    connect(context, to: builder)
    let options =
      Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_NOERROR.rawValue) | Int32(XML_PARSE_NOWARNING.rawValue)
    withExtendedLifetime(builder) {
      source.withMemoryRebound(to: CChar.self) { buffer in
        xmlFreeDoc(xmlCtxtReadMemory(context, buffer.baseAddress, Int32(buffer.count), nil, "UTF-8", options))
      }
    }
    guard context.pointee.wellFormed == 1, let root = builder.root else { throw mistake(context, in: source) }
    return root
  }

  /// The mistake at which the parser stopped; it tells the line and the code point in it.
  private static func mistake(
    _ context: UnsafeMutablePointer<xmlParserCtxt>, in source: UnsafeBufferPointer<UInt8>
  ) -> XMLMistake {
    let error = context.pointee.lastError
    var offset = 0
    var line = 1
    while line < Int(error.line), let end = source[offset...].firstIndex(of: UInt8(ascii: "\n")) {
      offset = end + 1
      line += 1
    }
    var column = 1
    while column < Int(error.int2), offset < source.count, source[offset] != UInt8(ascii: "\n") {
      offset += 1
      while offset < source.count, source[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    let said = error.message.map { String(cString: $0) } ?? "nothing stands here"
    let text = said.split(whereSeparator: \.isNewline).joined(separator: " ")
    return XMLMistake(summary: "no well-formed XML: `\(text)`", offset: offset)
  }

  private static func parseHTML(_ source: UnsafeBufferPointer<UInt8>) -> MarkupTree {
    let builder = MarkupTreeBuilder(source: source, isXML: false)
    guard let context = htmlNewParserCtxt() else { return builder.finish() }
    defer { htmlFreeParserCtxt(context) }
    connect(context, to: builder)
    let options =
      Int32(HTML_PARSE_RECOVER.rawValue) | Int32(XML_PARSE_HUGE.rawValue) | Int32(HTML_PARSE_NONET.rawValue)
      | Int32(HTML_PARSE_NOERROR.rawValue) | Int32(HTML_PARSE_NOWARNING.rawValue)
    withExtendedLifetime(builder) {
      source.withMemoryRebound(to: CChar.self) { buffer in
        // The encoding is told, or a page could have itself read in another one.
        xmlFreeDoc(htmlCtxtReadMemory(context, buffer.baseAddress, Int32(buffer.count), nil, "UTF-8", options))
      }
    }
    return builder.finish()
  }

  /// Has the parser tell its events to `builder` and nobody else; no entity is ever declared or looked up.
  private static func connect(_ context: UnsafeMutablePointer<xmlParserCtxt>, to builder: MarkupTreeBuilder) {
    var handler = xmlSAXHandler()
    handler.initialized = 1
    handler.startElement = { context, name, attributes in
      guard let name else { return }
      MarkupParser.builder(context)?.start(String(cString: name), attributes)
    }
    handler.endElement = { context, _ in MarkupParser.builder(context)?.end() }
    handler.characters = { context, characters, length in
      MarkupParser.builder(context)?.characters(
        UnsafeBufferPointer(start: characters, count: Int(length)), isRaw: false)
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { context, characters, length in
      MarkupParser.builder(context)?.section(UnsafeBufferPointer(start: characters, count: Int(length)))
    }
    context.pointee.sax.pointee = handler
    context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
  }

  /// Has the parser tell the elements of an XML document, with their namespaces.
  private static func connect(_ context: UnsafeMutablePointer<xmlParserCtxt>, to builder: XMLTreeBuilder) {
    var handler = xmlSAXHandler()
    // XML_SAX2_MAGIC: the events that know of namespaces.
    handler.initialized = 0xDEED_BEAF
    handler.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let name else { return }
      MarkupParser.treeBuilder(context)?.start(
        String(cString: name), namespace: namespace.map { String(cString: $0) },
        UnsafeBufferPointer(start: attributes, count: Int(count) * 5))
    }
    handler.endElementNs = { context, _, _, _ in MarkupParser.treeBuilder(context)?.end() }
    handler.characters = { context, characters, length in
      MarkupParser.treeBuilder(context)?.characters(
        UnsafeBufferPointer(start: characters, count: Int(length)), isRaw: false)
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { context, characters, length in
      MarkupParser.treeBuilder(context)?.characters(
        UnsafeBufferPointer(start: characters, count: Int(length)), isRaw: true)
    }
    context.pointee.sax.pointee = handler
    context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
  }

  private static func treeBuilder(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    context.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func builder(_ context: UnsafeMutableRawPointer?) -> MarkupTreeBuilder? {
    context.map { Unmanaged<MarkupTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }
}
