import Yams

/// Reads a file's bytes as YAML: a ``Tree``, or nil when there is none to read; every fault of form goes to `faults`.
struct Composer {
  let source: SourceText
  let faults: FaultList

  static let largestFile = 256 * 1024

  init(bytes: [UInt8], faults: FaultList) {
    source = SourceText(bytes: bytes)
    self.faults = faults
  }

  func tree() -> Tree? {
    for (place, bytes) in firstOfEachLine(source.badBytes) { faults.add(.notUTF8(bytes: bytes), at: place) }
    let (node, renamed) = compose()
    let before = faults.faults.count
    let tree = node.map { TreeBuilder(source: source, faults: faults, renamed: renamed).tree(of: $0) }
    if faults.faults.count == before { tellStrayCharacters() }
    return tree
  }

  private func firstOfEachLine(_ bad: [(place: Place, bytes: [UInt8])]) -> [(place: Place, bytes: [UInt8])] {
    var last = 0
    return bad.filter { fault in
      defer { last = fault.place.line }
      return fault.place.line != last
    }
  }

  /// Control characters outside of every value: in a comment, or between values.
  private func tellStrayCharacters() {
    var lines = Set(faults.faults.map(\.line))
    for (place, scalar) in source.refusedCharacters where lines.insert(place.line).inserted {
      faults.add(.strayCharacter(scalar), at: place)
    }
  }

  /// Yams refuses a mapping with a key that stands twice, and with it the whole file. So the first of the two gets
  /// another first scalar, until Yams is content; the tree's builder undoes that, and finds them all.
  private func compose() -> (Node?, [Place: Unicode.Scalar]) {
    var renamed: [Int: Unicode.Scalar] = [:]
    var fresh = source.unusedScalars()
    var work = 0
    while true {
      do {
        let node = try Parser(yaml: source.forParser(renamed: renamed), resolver: .basic, encoding: .utf8).nextRoot()
        tellSecondDocument(renamed)
        return (node, originals(of: renamed))
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        work += source.scalars.count + 1000
        let place = Place(line: context.mark.line, column: context.mark.column)
        guard work < 8_000_000, let index = renamable(place), renamed[index] == nil, let scalar = fresh.next() else {
          faults.add(.duplicateKey(source.restored(keys.first ?? ""), firstLine: place.line), at: place)
          return (nil, [:])
        }
        renamed[index] = scalar
      } catch {
        tell(error)
        return (nil, [:])
      }
    }
  }

  private func originals(of renamed: [Int: Unicode.Scalar]) -> [Place: Unicode.Scalar] {
    var originals: [Place: Unicode.Scalar] = [:]
    for index in renamed.keys {
      let opensQuote = index > 0 && isQuote(source.scalars[index - 1])
      let keyStart = opensQuote && !isQuote(source.scalars[index]) ? index - 1 : index
      originals[source.place(of: keyStart)] = source.scalars[index]
    }
    return originals
  }

  /// The index of the key's first scalar, behind the quotation mark if there is one.
  private func renamable(_ place: Place) -> Int? {
    guard let index = source.index(of: place) else { return nil }
    guard isQuote(source.scalars[index]) else { return index }
    let next = index + 1
    guard next < source.scalars.count, !isQuote(source.scalars[next]), source.scalars[next] != "\\" else { return nil }
    return next
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }

  private func tellSecondDocument(_ renamed: [Int: Unicode.Scalar]) {
    do {
      _ = try Parser(yaml: source.forParser(renamed: renamed), resolver: .basic, encoding: .utf8).singleRoot()
    } catch YamlError.composer(_, _, let mark, _) {
      faults.add(.secondDocument, at: source.clamped(Place(line: mark.line, column: mark.column)))
    } catch {
      tell(error)
    }
  }

  private func tell(_ error: any Error) {
    guard source.badBytes.isEmpty else { return }
    let (complaint, place) = SyntaxFault(error, source).finding
    faults.add(complaint, at: place)
  }
}
