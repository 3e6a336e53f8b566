import ParleyCore

/// A message between a host and a terminal: one JSON object whose member `m` is its number.
///
/// The numbers and members are those of ``wireVersion``: a change that an older peer would misread gets a new version.
public protocol WireMessage: Hashable, Sendable {
  var json: JSON { get }
  /// Throws for anything that is no message of this kind.
  init(_ members: Members) throws(WireFault)
}

/// The version of messages and frames. A host that is asked for another one says so and disconnects.
public let wireVersion = 10

extension WireMessage {
  /// The message as the payload of a frame.
  public var payload: [UInt8] {
    var bytes: [UInt8] = []
    json.write(to: &bytes)
    return bytes
  }

  /// Reads what ``payload`` gives.
  public init(payload: some Collection<UInt8>) throws(WireFault) {
    let read: Result<Self, WireFault>? = payload.withContiguousStorageIfAvailable { text in
      Result { () throws(WireFault) in
        let message = try Fields.readIfJSON(text) { fields throws(WireFault) in try Self(Members(fields: fields)) }
        guard let message else { throw .notJSON }
        return message
      }
    }
    guard let read else {
      try self.init(payload: Array(payload))
      return
    }
    self = try read.get()
  }
}

/// The members of a message, with the fault that names what is missing.
public struct Members {
  let fields: Fields

  func text(_ key: StaticString) throws(WireFault) -> String {
    try Members.fault { () throws(CodingFault) in try fields.text(key) }
  }
  func int(_ key: StaticString) throws(WireFault) -> Int {
    try Members.fault { () throws(CodingFault) in try fields.int(key) }
  }
  func instant(_ key: StaticString) throws(WireFault) -> Instant {
    try Members.fault { () throws(CodingFault) in try fields.read(key) }
  }
  /// Nil for a null.
  func optionalInt(_ key: StaticString) throws(WireFault) -> Int? {
    try Members.fault { () throws(CodingFault) in try fields.read(key) }
  }
  func optionalText(_ key: StaticString) -> String? { fields.optionalText(key) }
  func flag(_ key: StaticString) -> Bool { fields.flag(key) }

  func id(_ key: StaticString) throws(WireFault) -> CommandID {
    guard let id = CommandID(try text(key)) else { throw .badMember("\(key)") }
    return id
  }

  func role(_ key: StaticString) throws(WireFault) -> Role {
    guard let role = Role(rawValue: try text(key)) else { throw .badMember("\(key)") }
    return role
  }

  func entry(_ key: StaticString) throws(WireFault) -> Entry {
    try Members.fault { () throws(CodingFault) in try fields.read(key) }
  }

  func snapshot(_ key: StaticString) throws(WireFault) -> Snapshot {
    try Members.fault { () throws(CodingFault) in try fields.read(key) }
  }

  func draft(_ key: StaticString) throws(WireFault) -> Draft {
    try Members.fault { () throws(CodingFault) in try fields.read(key) }
  }

  func drafts(_ key: StaticString) throws(WireFault) -> [Draft] {
    try Members.fault { () throws(CodingFault) in try fields.read(key) }
  }

  func presence(_ key: StaticString) throws(WireFault) -> [Presence] {
    try Members.fault { () throws(CodingFault) in try fields.read(key) }
  }

  func texts(_ key: StaticString) throws(WireFault) -> [String] {
    try Members.fault { () throws(CodingFault) in try fields.read(key) }
  }

  func numbers(_ key: StaticString) throws(WireFault) -> [Int] {
    try Members.fault { () throws(CodingFault) in try fields.read(key) }
  }

  func refusal() throws(WireFault) -> RefusalNotice {
    guard let code = Refusal.Code(rawValue: try text("code")) else { throw .badMember("code") }
    return RefusalNotice(code: code, argument: optionalText("argument"), sentence: try text("sentence"))
  }

  private static func fault<Value>(_ read: () throws(CodingFault) -> Value) throws(WireFault) -> Value {
    do throws(CodingFault) { return try read() } catch { throw .badMember(error.member) }
  }
}

extension JSON {
  /// A message of this number; members that are null are left out.
  static func message(_ number: Int, _ members: (String, JSON)...) -> JSON {
    .object([Member("m", .integer(number))] + members.filter { $0.1 != .null }.map { Member($0.0, $0.1) })
  }
}
