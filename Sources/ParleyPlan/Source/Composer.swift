/// Reads a file's bytes as YAML: a ``Tree``, or nil when there is none; every syntax fault goes to `faults`.
///
/// libyaml gives up at the first syntax fault. To report the others in the same run, the composer blanks out the section
/// that is no YAML (a top-level key with everything under it), which moves nothing, and tries again. Left out: two syntax
/// faults in one section are reported one run after the other.
struct Composer {
  static let largestFile = 256 * 1024
  /// The scalars that it reads, over all tries, before it takes the file for a hostile one.
  private static let patience = 1_000_000

  private let source: SourceText
  private let faults: FaultList
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
    let builder = TreeBuilder(source: source, faults: faults)
    var tree = node.map { builder.tree(of: $0) }
    if source.badBytes.isEmpty { for broken in broken { faults.add(broken.complaint, at: broken.place) } }
    let told = builder.told.lines.union(broken.flatMap(\.section.lines))
    StrayCharacters(source: source, told: told).tell(faults)
    let unread = broken.map(\.section.entry)
    if case .mapping(let entries)? = tree?.content { tree?.content = .mapping(entries + unread) }
    if tree == nil, !broken.isEmpty { tree = Tree(place: .start, content: .refused) }
    return tree
  }

  /// The text for libyaml, in which what is broken is blank.
  private var text: String {
    var blank: Set<Int> = []
    for lines in broken.map(\.section.lines) {
      for index in source.indices(ofLines: lines) where source.scalars[index] != "\n" { blank.insert(index) }
    }
    return source.forParser(blank: blank)
  }

  private mutating func compose() -> YAMLNode? {
    while true {
      work += source.scalars.count + 1000
      let reader = YAMLReader(text)
      do throws(YAMLFault) {
        let document = try reader.next()
        if let second = try reader.next() { faults.add(.secondDocument, at: source.clamped(second.place)) }
        return document?.root
      } catch {
        guard blankSection(of: SyntaxFault(error, source)) else { return nil }
      }
    }
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
}
