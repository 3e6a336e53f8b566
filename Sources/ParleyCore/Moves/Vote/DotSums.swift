/// The dots that each goal got (M19). They are written where there are none too: a vote in which nobody gave a dot was
/// revealed all the same.
struct DotSums: Coded {
  var dots: [GoalID: Int]

  init(dots: [GoalID: Int]) { self.dots = dots }

  var json: JSON { .object(dots.members) }

  init?(coded: Fields) throws(CodingFault) {
    guard let dots = try [GoalID: Int](coded: coded) else { return nil }
    self.dots = dots
  }
}
