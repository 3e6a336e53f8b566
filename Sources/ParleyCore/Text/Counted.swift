/// So many of a thing: `1 minute`, `2 minutes`. Every number beside a word that follows it is written here.
/// - Parameter many: where the plural is not made by an `s`.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? "\(one)s")"
}
