/// Where to find what belongs to the session: a recording, a dashboard, the roadmap itself.
public struct Link: Hashable, Sendable {
  public var name: String
  /// An address for a browser: `https://…` or `http://…`.
  public var url: String

  public init(name: String, url: String) {
    self.name = name
    self.url = url
  }

  /// Whether it is one word that a browser takes: a scheme of the web, `://`, a host, and nothing that a record could not
  /// hold in one line (RFC 3986).
  public static func isWebAddress(_ text: String) -> Bool {
    guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }) else { return false }
    let rest = text.dropFirst(scheme.count)
    return rest.unicodeScalars.first.map { $0 != "/" } ?? false
      && rest.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "<" && $0 != ">" && $0 != "\"" }
  }

  fileprivate static let schemes = ["https://", "http://"]
}

extension Link: CodedObject {
  package static let codec = Codec(Self.init, Member("name", \.name), Member("url", \.url))
}

/// `link "NAME" URL`: where to find what belongs to the session. A name that is there already gets the new address.
public struct AddLink: Verb {
  public var title: String
  public var url: String

  public static let syntax = Syntax<Self>(
    .link, "where to find a recording, a dashboard, the roadmap",
    example: "link Recording https://meet.example.com/q3", Self.init, .place("NAME", .name, \.title),
    .place("URL", .webAddress, \.url, label: "Address"))
  public static let permission = Permission<Self>.noteTaker()

  public func decide(in session: Session, on occasion: Occasion) throws(Refusal) -> [Event] {
    let link = Link(name: title, url: url)
    return session.state.links.contains(link) ? [] : [Linked(link: link).event]
  }
}

/// A link is in the record.
public struct Linked: OpenEventPayload {
  public var link: Link

  public init(link: Link) { self.link = link }

  package static let name = Event.Name.linked
  package static let codec = Codec(Self.init, Member("link", \.link))
  package var event: Event { .linked(self) }

  package func apply(to state: inout State, at: Instant) {
    if let place = state.links.firstIndex(where: { $0.name == link.name }) {
      state.links[place] = link
    } else {
      state.links.append(link)
    }
  }
  package func sentence(by narrator: Narrator) -> String? { "\(link.name) is at \(link.url)" }
}

extension ValueKind<String> {
  fileprivate static let webAddress = Self(.text, text: text.text) { text, name throws(Refusal) in
    let address = try ValueKind<String>.text.read(text, name)
    guard Link.isWebAddress(address) else {
      throw .badArgument(.notOneOf(name, value: address, choices: Link.schemes.map { $0 + "…" }, near: nil))
    }
    return address
  }
}
