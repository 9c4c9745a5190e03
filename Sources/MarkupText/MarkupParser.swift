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

  private static func builder(_ context: UnsafeMutableRawPointer?) -> MarkupTreeBuilder? {
    context.map { Unmanaged<MarkupTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }
}
