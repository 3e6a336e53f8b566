extension Rect {
  /// The upper `count` rows, or fewer if there are not as many.
  public func top(_ count: Int) -> Rect {
    Rect(x: x, y: y, width: width, height: clamped(count, height))
  }

  /// The lower `count` rows, or fewer if there are not as many.
  public func bottom(_ count: Int) -> Rect {
    let rows = clamped(count, height)
    return Rect(x: x, y: maxY - rows, width: width, height: rows)
  }

  /// The first `count` columns, or fewer if there are not as many.
  public func left(_ count: Int) -> Rect {
    Rect(x: x, y: y, width: clamped(count, width), height: height)
  }

  /// The last `count` columns, or fewer if there are not as many.
  public func right(_ count: Int) -> Rect {
    let columns = clamped(count, width)
    return Rect(x: maxX - columns, y: y, width: columns, height: height)
  }

  /// One row, counted from the rectangle's first; empty when it lies outside.
  public func row(_ index: Int) -> Rect {
    intersection(Rect(x: x, y: y + index, width: width, height: 1))
  }

  /// Divides from top to bottom. Fixed parts are served first, in order; the shares get the rest.
  public func rows(_ parts: [Extent], gap: Int = 0) -> [Rect] {
    Rect.lengths(parts, total: height, gap: gap).map {
      Rect(x: x, y: y + $0.start, width: width, height: $0.length)
    }
  }

  /// Divides from left to right. Fixed parts are served first, in order; the shares get the rest.
  public func columns(_ parts: [Extent], gap: Int = 0) -> [Rect] {
    Rect.lengths(parts, total: width, gap: gap).map {
      Rect(x: x + $0.start, y: y, width: $0.length, height: height)
    }
  }

  private func clamped(_ count: Int, _ limit: Int) -> Int { min(max(0, count), limit) }

  private static func lengths(_ parts: [Extent], total: Int, gap: Int) -> [(start: Int, length: Int)] {
    let gaps = max(0, gap) * max(0, parts.count - 1)
    var free = max(0, total - gaps)
    var lengths = parts.map { part -> Int in
      guard case .cells(let wanted) = part else { return 0 }
      let given = min(max(0, wanted), free)
      free -= given
      return given
    }
    var weight = parts.reduce(0) { $0 + $1.weight }
    for (index, part) in parts.enumerated() where part.weight > 0 {
      lengths[index] = free * part.weight / weight
      free -= lengths[index]
      weight -= part.weight
    }
    var start = 0
    return lengths.map { length in
      defer { start = min(total, start + length + max(0, gap)) }
      return (start, min(length, total - start))
    }
  }
}

extension Extent {
  fileprivate var weight: Int {
    guard case .share(let weight) = self else { return 0 }
    return max(0, weight)
  }
}
