// A goal as events keep it. The names are frozen.
extension Goal: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("name", \.name), Member("timeframe", \.timeframe),
    Member("metrics", \.metrics), Member("rationale", \.rationale), Member("owner", \.owner), Member("raci", \.raci),
    Member("boundary", \.boundary), Member("features", \.features), Member("capacity", \.capacity),
    Member("last", \.last), Member("ref", \.ref), Member("url", \.url), Member("share", \.share))
}

extension Metric: CodedObject {
  package static let codec = Codec(
    Self.init, Member("name", \.name), Member("unit", \.unit), Member("baseline", \.baseline),
    Member("target", \.target))
}

extension Feature: CodedObject {
  package static let codec = Codec(
    Self.init, Member("id", \.id), Member("name", \.name), Member("ref", \.ref), Member("url", \.url))
}

extension RACI: CodedObject {
  package static let codec = Codec(
    Self.init, Member("accountable", \.accountable), Member("responsible", \.responsible),
    Member("consulted", \.consulted), Member("informed", \.informed))
}

extension LastPeriod: CodedObject {
  package static let codec = Codec(
    Self.init, Member("target", \.target), Member("actual", \.actual), Member("because", \.because),
    Member("result", \.result))
}
