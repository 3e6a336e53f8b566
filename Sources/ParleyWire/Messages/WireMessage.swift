import ParleyCore

/// Something that a host and a terminal say to each other, as one JSON object whose member `m` is its number.
///
/// The numbers and members are those of ``wireVersion``: a change that an older peer would misread gets a new version.
public protocol WireMessage: Hashable, Sendable {
  var json: JSON { get }
  /// Throws for what is no message of this kind.
  init(json: JSON) throws(WireFault)
}

/// The version of messages and frames. A host that is asked for another one says so and parts.
public let wireVersion = 1

extension WireMessage {
  /// The message as the payload of a frame.
  public var payload: [UInt8] {
    var bytes: [UInt8] = []
    json.write(to: &bytes)
    return bytes
  }

  /// Reads what ``payload`` gives.
  public init(payload: some Collection<UInt8>) throws(WireFault) {
    guard let json = JSON(payload) else { throw .notJSON }
    try self.init(json: json)
  }
}

/// The members of a message, with the fault that names what is missing.
struct Members {
  let json: JSON

  func text(_ key: String) throws(WireFault) -> String { try need(key, json[key]?.text) }
  func int(_ key: String) throws(WireFault) -> Int { try need(key, json[key]?.int) }
  func id(_ key: String) throws(WireFault) -> CommandID { try need(key, CommandID(text(key))) }
  func optionalText(_ key: String) -> String? { json[key]?.text }

  func flag(_ key: String) -> Bool { json[key]?.bool ?? false }
  func role(_ key: String) throws(WireFault) -> Role { try need(key, Role(rawValue: try text(key))) }

  func entry(_ key: String) throws(WireFault) -> Entry {
    let value = try need(key, json[key])
    do { return try Entry(json: value) } catch { throw .badMember(error.member) }
  }

  private func need<Value>(_ key: String, _ value: Value?) throws(WireFault) -> Value {
    guard let value else { throw .badMember(key) }
    return value
  }
}

extension JSON {
  /// A message of this number; members that are null are left out.
  static func message(_ number: Int, _ members: (String, JSON)...) -> JSON {
    .object([Member("m", .integer(number))] + members.filter { $0.1 != .null }.map { Member($0.0, $0.1) })
  }
}
