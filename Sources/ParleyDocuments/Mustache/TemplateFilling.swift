/// Values that a template finds by their names; those of any other structure are its properties.
protocol TemplatePage {
  /// The value of a name; nil where there is none.
  func value(named name: String) -> Any?
}

/// Fills the parts of a template.
struct TemplateFilling {
  private(set) var text = ""
  private let escape: (String) -> String
  /// The page, and within it the value of each section that is being filled.
  private var values: [Any]
  /// How many more parts are filled.
  private var patience: Int

  init(_ page: Any, most: Int, _ escape: @escaping (String) -> String) {
    values = [page]
    patience = most
    self.escape = escape
  }

  mutating func add(_ parts: [Template.Part]) throws(TemplateFault) {
    for part in parts {
      switch part {
      case .text(let text):
        // Long ones count as several.
        try spend(1 + text.utf8.count / 64)
        self.text += text
      case .value(let name, let isRaw):
        try spend(1)
        if let value = Found(value(of: name)).text { text += isRaw ? value : escape(value) }
      case .section(let name, let kind, let parts):
        try spend(1)
        try add(parts, of: kind, Found(value(of: name)))
      }
    }
  }

  private mutating func spend(_ count: Int) throws(TemplateFault) {
    patience -= count
    guard patience >= 0 else {
      throw TemplateFault(line: 1, column: 1, what: "its sections repeat each other without end")
    }
  }

  private mutating func add(_ parts: [Template.Part], of kind: Template.Section, _ found: Found) throws(TemplateFault) {
    switch (kind, found) {
    case (.parent, _): break
    case (.block, _): try add(parts)
    case (.inverted, .nothing), (.inverted, .flag(false)): try add(parts)
    case (.inverted, .list(let list)): if list.isEmpty { try add(parts) }
    case (.inverted, _), (.filled, .nothing), (.filled, .flag(false)): break
    case (.filled, .flag): try add(parts)
    case (.filled, .list(let list)): for value in list { try add(parts, within: value) }
    case (.filled, .value(let value)): try add(parts, within: value)
    }
  }

  private mutating func add(_ parts: [Template.Part], within value: Any) throws(TemplateFault) {
    values.append(value)
    try add(parts)
    values.removeLast()
  }

  private func value(of name: Template.Name) -> Any? {
    guard let first = name.parts.first else { return name.isHere ? values.last : nil }
    let searched = name.isHere ? values.suffix(1) : values[...]
    guard let outer = searched.reversed().lazy.compactMap({ TemplateFilling.value(named: first, in: $0) }).first else {
      return nil
    }
    return name.parts.dropFirst().reduce(outer as Any?) { found, part in
      found.flatMap { TemplateFilling.value(named: part, in: $0) }
    }
  }

  private static func value(named name: String, in value: Any) -> Any? {
    if let page = value as? any TemplatePage { return page.value(named: name).flatMap(present) }
    return Mirror(reflecting: value).children.first { $0.label == name }.flatMap { present($0.value) }
  }

  /// What an optional holds.
  private static func present(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    return mirror.displayStyle == .optional ? mirror.children.first?.value : value
  }
}

/// What stands under a name, as far as a template tells it apart.
private enum Found {
  case nothing
  case flag(Bool)
  case list([Any])
  case value(Any)

  init(_ value: Any?) {
    self =
      switch value {
      case nil: .nothing
      case let flag as Bool: .flag(flag)
      case let list as [Any]: .list(list)
      case let value?: .value(value)
      }
  }

  /// As it is written in a text; nil where nothing is.
  var text: String? {
    switch self {
    case .nothing: nil
    case .flag(let flag): "\(flag)"
    case .list(let list): list.compactMap { Found($0).text }.joined(separator: ", ")
    case .value(let text as String): text
    case .value(is any TemplatePage): nil
    case .value(let value): "\(value)"
    }
  }
}
