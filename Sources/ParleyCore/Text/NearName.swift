/// The candidate nearest to what was typed, when it is near enough to be meant: a different letter or
/// two, a missing one, or the beginning of a single candidate.
public func nearName(to typed: String, among candidates: some Sequence<String>) -> String? {
  let limit = typed.count <= 3 ? 1 : typed.count <= 7 ? 2 : 3
  let distances = candidates.map { (distance: editDistance(typed, $0, limit: limit), name: $0) }
  if let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= limit, best.distance < typed.count {
    return best.name
  }
  let beginnings = distances.filter { typed.count >= 2 && $0.name.hasPrefix(typed) }
  return beginnings.count == 1 ? beginnings[0].name : nil
}

private func editDistance(_ a: String, _ b: String, limit: Int) -> Int {
  let a = Array(a.unicodeScalars.prefix(64))
  let b = Array(b.unicodeScalars.prefix(64))
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  var twoBack: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
      row.append(cost)
    }
    (twoBack, previous) = (previous, row)
  }
  return previous[b.count]
}
