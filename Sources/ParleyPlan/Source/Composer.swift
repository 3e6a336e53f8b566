import Yams

/// Reads a file's bytes as YAML: a ``Tree``, or nil when there is none to read; every fault of form goes to `faults`.
///
/// Yams gives up at the first fault of form. So that the others are told in the same go, the composer edits what
/// Yams reads, in ways that move nothing, and tries again: a key that stands twice gets another first scalar; a
/// section (a top-level key with what is under it) that is no YAML is blanked out. What it leaves out: two faults
/// of form in one section are told one after the other.
struct Composer {
  static let largestFile = 256 * 1024
  /// Scalars that may be read again and again before a file is taken for a hostile one.
  private static let patience = 1_000_000

  private let source: SourceText
  private let faults: FaultList
  private var edits: [Int: Unicode.Scalar] = [:]
  /// The scalars of the keys that were renamed, by the place of the key.
  private var renamed: [Place: Unicode.Scalar] = [:]
  private var blanked: [Section] = []
  private var work = 0

  init(bytes: [UInt8], faults: FaultList) {
    source = SourceText(bytes: bytes)
    self.faults = faults
  }

  mutating func tree() -> Tree? {
    let builder: TreeBuilder
    let node = compose()
    builder = TreeBuilder(source: source, faults: faults, renamed: renamed)
    var tree = node.map { builder.tree(of: $0) }
    StrayCharacters(source: source, told: builder.told.lines.union(blanked.flatMap(\.lines))).tell(faults)
    if case .mapping(let entries)? = tree?.content { tree?.content = .mapping(entries + blanked.map(\.entry)) }
    if tree == nil, !blanked.isEmpty { tree = Tree(place: .start, content: .refused) }
    return tree
  }

  private mutating func compose() -> Node? {
    var fresh: (any IteratorProtocol<Unicode.Scalar>)?
    while true {
      work += source.scalars.count + 1000
      do {
        let parser = try Parser(yaml: source.forParser(edits: edits), resolver: .basic, encoding: .utf8)
        let root = try parser.nextRoot()
        try tellSecondDocument(parser)
        return root
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = Place(line: context.mark.line, column: context.mark.column)
        if fresh == nil { fresh = source.unusedScalars() }
        if work < Self.patience, let scalar = fresh?.next(), rename(keyAt: place, scalar) { continue }
        let key = source.restored(keys.first ?? "")
        faults.add(.duplicateKey(key, firstLine: place.line), at: source.nextLike(key, place) ?? place)
        return nil
      } catch {
        let (complaint, place) = SyntaxFault(error, source).finding
        if source.badBytes.isEmpty { faults.add(complaint, at: place) }
        guard work < Self.patience, blank(sectionAt: place) else { return nil }
      }
    }
  }

  /// Whether the key had a scalar to change: the first one, behind the quotation mark if there is one.
  private mutating func rename(keyAt place: Place, _ scalar: Unicode.Scalar) -> Bool {
    guard var index = source.index(of: place) else { return false }
    if source.scalars[index] == "\"" || source.scalars[index] == "'" {
      index += 1
      guard source.scalars.indices.contains(index), !["\"", "'", "\\"].contains(source.scalars[index]) else {
        return false
      }
    }
    guard edits[index] == nil else { return false }
    edits[index] = scalar
    renamed[place] = source.scalars[index]
    return true
  }

  private mutating func blank(sectionAt place: Place) -> Bool {
    guard let section = Section(around: place, in: source), !blanked.contains(where: { $0.lines == section.lines })
    else { return false }
    blanked.append(section)
    for index in source.indices(ofLines: section.lines) where source.scalars[index] != "\n" { edits[index] = " " }
    return true
  }

  /// A second document, or something else after the end of the first.
  private func tellSecondDocument(_ parser: Parser) throws {
    do {
      guard try parser.nextRoot() != nil else { return }
      _ = try Parser(yaml: source.forParser(edits: edits), resolver: .basic, encoding: .utf8).singleRoot()
    } catch YamlError.composer(_, _, let mark, _) {
      faults.add(.secondDocument, at: source.clamped(Place(line: mark.line, column: mark.column)))
    }
  }
}
