import Testing

@Suite("Documentation")
struct DocumentationTests {
  /// Members whose meaning is given by the protocol they are there for.
  static let conformances: Set<String> = [
    "description", "debugDescription", "errorDescription", "rawValue", "id", "hash", "encode", "hashValue",
    "startIndex", "endIndex", "index", "makeIterator", "next", "allCases", "configuration", "run", "validate",
  ]

  @Test("every public type, function and computed property says what it is")
  func everything() {
    let required = House.sources.reduce(into: Set<String>()) { $0.formUnion(Self.requirements(of: $1)) }
    House.sources.flatMap { Self.undocumented(in: $0, required: required) }.report()
  }

  @Test("a missing comment is noticed, and only where one is needed")
  func isSharp() {
    let text = """
      /// A goal.
      @frozen
      public struct Goal: CustomStringConvertible {
        public var isHard: Bool {
          true
        }
        public let length: Int
        public static let longest = 80
        public var description: String { "" }
        public init(length: Int) { self.length = length }
        public init(
          text: String
        ) throws {}
        func inner() {}
        public static func < <T>(a: Goal, b: T) -> Bool { true }
        public subscript(index: Int) -> Int { index }
        public func draw() {}
      }
      public extension Goal {}
      """
    let found = Self.undocumented(in: SourceFile(path: "Sources/X/Y.swift", text: text), required: ["draw"])
    #expect(found.map(\.line) == [4, 11, 16])
  }

  @Test("what a protocol asks for is found")
  func findsRequirements() {
    let text = "protocol P {\n  func draw()\n  var size: Int { get }\n}\nfunc other() {}"
    #expect(Self.requirements(of: SourceFile(path: "Sources/X/Y.swift", text: text)) == ["draw", "size"])
  }

  static func undocumented(in file: SourceFile, required: Set<String>) -> [Breach] {
    guard file.isSwift else { return [] }
    return file.code.indices.compactMap { index in
      guard let name = publicName(in: file, at: index), !required.contains(name), !isDocumented(file, at: index) else {
        return nil
      }
      return file.breach(line: index, "\(name) is public: say in a /// comment what it is, its unit, what it throws")
    }
  }

  private static func publicName(in file: SourceFile, at index: Int) -> String? {
    let line = file.code[index]
    // Making a pattern is slow, and this is asked of every line.
    guard line.mentions(["public", "open"]) else { return nil }
    let pattern =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public|open)(?:\(set\))?\s+(?:[a-z]+(?:\([^)]*\))?\s+)*?(func|var|let|struct|class|enum|protocol|typealias|actor|init|subscript)\b\s*([^\s(:{]*)/
    guard let match = line.firstMatch(of: pattern) else { return nil }
    // Operators mean what they always mean; a name ends where its generic parameters begin.
    if match.2.first?.isLetter == false { return nil }
    let (kind, name) = (String(match.1), String(match.2.prefix { $0 != "<" }))
    if kind == "init" { return needsNoWords(file, at: index) ? nil : "init" }
    if isPart(file.code[index], kind) { return nil }
    return conformances.contains(name) ? nil : (name.isEmpty ? kind : name)
  }

  /// The members protocols ask for: they are described there, not again in each type that has them.
  static func requirements(of file: SourceFile) -> Set<String> {
    var (names, isInside) = (Set<String>(), false)
    for line in file.code {
      if line.mentions(["protocol"]), line.contains(/^\s*(?:public\s+)?protocol\b/) { isInside = true }
      if line.hasPrefix("}") { isInside = false }
      if isInside, line.mentions(["func", "var"]),
        let match = line.firstMatch(of: /^\s+(?:[a-z]+\s+)*?(?:func|var)\s+(\w+)/)
      {
        names.insert(String(match.1))
      }
    }
    return names
  }

  /// A property in one line says it all by its name and type: a unit or a rule is for its author to add.
  private static func isPart(_ line: String, _ kind: String) -> Bool {
    ["let", "var"].contains(kind) && line.hasPrefix(" ") && !line.contains(/\{\s*$/)
  }

  /// An initialiser that neither fails nor throws only fills in the documented parts.
  private static func needsNoWords(_ file: SourceFile, at index: Int) -> Bool {
    var signature = ""
    for line in file.code[index...] {
      signature += line
      if line.contains("{") { break }
    }
    return !signature.contains(/init\?|\bthrows\b/) || signature.contains("from decoder")
  }

  private static func isDocumented(_ file: SourceFile, at index: Int) -> Bool {
    var line = index - 1
    while line >= 0, file.code[line].contains(/^\s*@/) { line -= 1 }
    return line >= 0 && file.lines[line].contains(/^\s*(\/\/\/|\*\/)/)
  }
}
