import CYAML

/// A node of a YAML document.
struct YAMLNode {
  enum Content {
    /// A scalar is plain where nothing quotes it and it is no block.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
    case alias
  }

  /// Where it begins, with its anchor or tag.
  let place: Place
  var content: Content
}

struct YAMLDocument {
  let place: Place
  let root: YAMLNode
}

/// What is no YAML, in libyaml's words.
struct YAMLFault: Error {
  let problem: String
  let place: Place
  /// Where that began which is wrong; nil where libyaml does not say.
  var opening: Place?

  static let nesting = "the nesting is too deep"
}

// Theory: a Swift library for this comes with Foundation, and so with ICU, which was half of the whole program (34 of
// 75 MB). libyaml tells events; to make nodes of them takes a page.
/// Reads the documents of a YAML stream, one after the other.
final class YAMLReader {
  /// So deep go the nodes of a document. What reads them goes down by recursion.
  private static let deepest = 100

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The parser has no copy of what it reads.
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter text: has no aliases; of those no node is made.
  init(_ text: String) {
    input = .allocate(capacity: text.utf8.count)
    _ = input.initialize(from: text.utf8)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next document; nil when there is none.
  func next() throws(YAMLFault) -> YAMLDocument? {
    var event = try nextEvent()
    if case .streamStart = event.kind { event = try nextEvent() }
    guard case .documentStart = event.kind else { return nil }
    let root = try node(from: try nextEvent(), depth: 1)
    _ = try nextEvent()
    return YAMLDocument(place: event.place, root: root)
  }

  private func node(from event: Event, depth: Int) throws(YAMLFault) -> YAMLNode {
    guard depth <= YAMLReader.deepest else { throw YAMLFault(problem: YAMLFault.nesting, place: event.place) }
    switch event.kind {
    case .scalar(let text, let isPlain):
      return YAMLNode(place: event.place, content: .scalar(text, isPlain: isPlain))
    case .sequenceStart:
      var items: [YAMLNode] = []
      while let item = try item(depth) { items.append(item) }
      return YAMLNode(place: event.place, content: .sequence(items))
    case .mappingStart:
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      while let key = try item(depth), let value = try item(depth) { pairs.append((key, value)) }
      return YAMLNode(place: event.place, content: .mapping(pairs))
    case .alias, .streamStart, .documentStart, .end: return YAMLNode(place: event.place, content: .alias)
    }
  }

  /// The next node within a sequence or mapping; nil at its end.
  private func item(_ depth: Int) throws(YAMLFault) -> YAMLNode? {
    let event = try nextEvent()
    if case .end = event.kind { return nil }
    return try node(from: event, depth: depth + 1)
  }

  private struct Event {
    enum Kind {
      case streamStart, documentStart, sequenceStart, mappingStart, alias
      case scalar(String, isPlain: Bool)
      /// Of the stream, or of whatever began last.
      case end
    }

    let kind: Kind
    let place: Place
  }

  private func nextEvent() throws(YAMLFault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    return Event(kind: YAMLReader.kind(of: event), place: Place(event.start_mark))
  }

  private static func kind(of event: yaml_event_t) -> Event.Kind {
    switch event.type {
    case YAML_STREAM_START_EVENT: .streamStart
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT:
      .scalar(
        String(
          decoding: UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self),
        isPlain: event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
    default: .end
    }
  }

  private var fault: YAMLFault {
    guard parser.pointee.error == YAML_SCANNER_ERROR || parser.pointee.error == YAML_PARSER_ERROR else {
      return YAMLFault(problem: "the parser gave up", place: .start)
    }
    return YAMLFault(
      problem: String(cString: parser.pointee.problem), place: Place(parser.pointee.problem_mark),
      opening: parser.pointee.context == nil ? nil : Place(parser.pointee.context_mark))
  }
}

extension Place {
  /// libyaml counts from 0, columns in scalars.
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }
}
