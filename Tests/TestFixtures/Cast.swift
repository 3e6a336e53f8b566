import ParleyCore

extension Stakeholder {
  /// The people of the shared example: whoever decides first, whoever is nearest to customers last.
  public static let cast = [
    Stakeholder(id: "ceo", name: "Ada Obi"), Stakeholder(id: "vp-sales", name: "Victor Sand"),
    Stakeholder(id: "vp-eng", name: "Vera Engel"), Stakeholder(id: "cs-head", name: "Carla Stein"),
  ]

  /// The same with what their badges say.
  public static let castWithRoles = [
    cast[0].being("CEO", .decides), cast[1].being("VP Sales", .veto), cast[2].being("VP Engineering", .advises),
    cast[3].being("Head of Customer Success", nil),
  ]

  /// The same person with a role and an authority.
  public func being(_ role: String?, _ authority: Authority?) -> Stakeholder {
    var person = self
    (person.role, person.authority) = (role, authority)
    return person
  }
}

extension Timeframe {
  /// Two quarters of three goals each.
  public static let quarters = [
    Timeframe(id: "q3", name: "Q3 2027", capacity: 3), Timeframe(id: "q4", name: "Q4 2027", capacity: 3),
  ]
}

extension ID: ExpressibleByUnicodeScalarLiteral {}
extension ID: ExpressibleByExtendedGraphemeClusterLiteral {}
extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}
