// Theory: what stands in a journal is described once, member by member, and the description both writes and reads it:
// `Codec(Self.init, Member("id", \.id), Member("name", \.name))` writes the members in this order, and reads them into
// the arguments of the initialiser. So a member cannot be written and forgotten on reading, nor the other way round.
// Names are frozen once they have been in a journal; a changed value gets a new name, and the old one is lifted to it
// where it is read.

/// A value that is written as an object.
package protocol CodedObject: Coded {
  static var codec: Codec<Self> { get }
}

extension CodedObject {
  package var json: JSON { .object(Self.codec.members(self)) }
  package init(coded: Fields) throws(CodingFault) { self = try Self.codec.read(coded) }
}

/// One member of an object: its frozen name, and where it comes from.
package struct Member<Root, Value: Coded>: Sendable {
  let key: StaticString
  let read: @Sendable (Fields, StaticString) throws(CodingFault) -> Value
  let json: @Sendable (Root) -> JSON

  package init(_ key: StaticString, _ value: @escaping @Sendable (Root) -> Value) {
    self.key = key
    read = reading()
    json = { value($0).json }
  }

  /// A member that an object of this form always has: `value` is nil for those of another form.
  package init(ofForm key: StaticString, _ value: @escaping @Sendable (Root) -> Value?) {
    self.key = key
    read = reading()
    json = { value($0)?.json ?? .null }
  }
}

/// How a member of a type is read. It captures nothing: all members of the type share it, and reading one counts no
/// references.
private func reading<Value: Coded>() -> @Sendable (Fields, StaticString) throws(CodingFault) -> Value {
  { fields, key throws(CodingFault) in try fields.read(key) }
}

/// How a value is written as an object, and read from one.
package struct Codec<Root>: Sendable {
  /// The members that are not left out, in their order.
  let members: @Sendable (Root) -> [JSON.Member]
  /// Throws the fault of the first member that is missing or has no meaning.
  let read: @Sendable (Fields) throws(CodingFault) -> Root

  package init<each Value: Coded>(
    _ make: @escaping @Sendable (repeat each Value) -> Root, _ parts: repeat Member<Root, each Value>
  ) {
    members = { root in
      var members: [JSON.Member] = []
      repeat members.append((each parts).key, (each parts).json(root))
      return members
    }
    read = { fields throws(CodingFault) in
      make(repeat try (each parts).read(fields, (each parts).key))
    }
  }

  /// For a value of several forms: the member `key` says which, and each form has members of its own.
  package init<Form: Coded>(
    choosing key: StaticString, _ form: @escaping @Sendable (Root) -> Form,
    _ codec: @escaping @Sendable (Form) -> Codec<Root>
  ) {
    members = { root in
      let form = form(root)
      return [JSON.Member("\(key)", form.json)] + codec(form).members(root)
    }
    read = { fields throws(CodingFault) in
      let form: Form = try fields.read(key)
      return try codec(form).read(fields)
    }
  }

  /// The same with members that are set on the value once it is made: for values with more of them than an initialiser
  /// has arguments.
  func with(_ fields: [CodedField<Root>]) -> Codec<Root> {
    let (own, make) = (members, read)
    return Codec(
      members: { root in
        var members = own(root)
        for field in fields { members.append(field.key, field.json(root)) }
        return members
      },
      read: { coded throws(CodingFault) in
        var root = try make(coded)
        for field in fields { try field.set(&root, coded) }
        return root
      })
  }

  private init(
    members: @escaping @Sendable (Root) -> [JSON.Member],
    read: @escaping @Sendable (Fields) throws(CodingFault) -> Root
  ) {
    self.members = members
    self.read = read
  }
}

/// A member that is set on a value once it is made.
struct CodedField<Root>: Sendable {
  let key: StaticString
  let json: @Sendable (Root) -> JSON
  let set: @Sendable (inout Root, Fields) throws(CodingFault) -> Void

  init<Value: Coded>(_ key: StaticString, _ path: WritableKeyPath<Root, Value> & Sendable) {
    self.key = key
    json = { $0[keyPath: path].json }
    set = { root, fields throws(CodingFault) in root[keyPath: path] = try fields.read(key) }
  }
}

extension [JSON.Member] {
  fileprivate mutating func append(_ key: StaticString, _ json: JSON) {
    if json != .null, json != .array([]) { append(JSON.Member("\(key)", json)) }
  }
}
