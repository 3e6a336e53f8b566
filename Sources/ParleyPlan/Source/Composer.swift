import Yams

/// Reads a file's bytes as YAML: a ``Tree``, or nil when there is none; every syntax fault goes to `faults`.
///
/// Yams gives up at the first syntax fault. To report the others in the same run, the composer edits the text for Yams,
/// in ways that move nothing, and tries again. A duplicate key gets another first scalar; a section (a top-level key
/// with everything under it) that is no YAML is blanked out. Left out: two syntax faults in one section are reported
/// one run after the other.
struct Composer {
  static let largestFile = 256 * 1024
  /// The scalars that it reads, over all tries, before it takes the file for a hostile one.
  private static let patience = 1_000_000

  private let source: SourceText
  private let faults: FaultList
  private var renamed: [Int: Unicode.Scalar] = [:]
  /// The places of the renamed keys, with their original first scalars.
  private var originals: [Place: Unicode.Scalar] = [:]
  private var broken: [BrokenSection] = []
  private var work = 0

  private struct BrokenSection {
    let section: Section
    let complaint: Complaint
    let place: Place
  }

  init(bytes: [UInt8], faults: FaultList) {
    source = SourceText(bytes: bytes)
    self.faults = faults
  }

  mutating func tree() -> Tree? {
    let node = compose()
    let builder = TreeBuilder(source: source, faults: faults, renamed: originals)
    var tree = node.map { builder.tree(of: $0) }
    if source.badBytes.isEmpty { for broken in broken { faults.add(broken.complaint, at: broken.place) } }
    let told = builder.told.lines.union(broken.flatMap(\.section.lines))
    StrayCharacters(source: source, told: told).tell(faults)
    let unread = broken.map(\.section.entry)
    if case .mapping(let entries)? = tree?.content { tree?.content = .mapping(entries + unread) }
    if tree == nil, !broken.isEmpty { tree = Tree(place: .start, content: .refused) }
    return tree
  }

  /// The scalars for Yams in place of those in the file.
  private var edits: [Int: Unicode.Scalar] {
    var edits = renamed
    for lines in broken.map(\.section.lines) {
      for index in source.indices(ofLines: lines) where source.scalars[index] != "\n" { edits[index] = " " }
    }
    return edits
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
        guard blankSection(of: SyntaxFault(error, source)) else { return nil }
      }
    }
  }

  /// Changes the first scalar of a key, after the quotation mark if there is one. False when there is none to change.
  private mutating func rename(keyAt place: Place, _ scalar: Unicode.Scalar) -> Bool {
    guard var index = source.index(of: place) else { return false }
    if source.scalars[index] == "\"" || source.scalars[index] == "'" {
      index += 1
      guard source.scalars.indices.contains(index), !["\"", "'", "\\"].contains(source.scalars[index]) else {
        return false
      }
    }
    guard renamed[index] == nil else { return false }
    renamed[index] = scalar
    originals[place] = source.scalars[index]
    return true
  }

  /// Blanks out a section. False when there is none. A fault further up casts doubt on those found below it: an
  /// unclosed quotation mark turns every later one inside out. So those are checked again.
  private mutating func blankSection(of fault: SyntaxFault) -> Bool {
    let (complaint, place) = fault.finding
    guard work < Self.patience, let section = Section(around: place, in: source),
      !broken.contains(where: { $0.section.lines == section.lines })
    else {
      if source.badBytes.isEmpty { faults.add(complaint, at: place) }
      return false
    }
    broken.removeAll { $0.section.lines.lowerBound > section.lines.lowerBound }
    broken.append(BrokenSection(section: section, complaint: complaint, place: place))
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
