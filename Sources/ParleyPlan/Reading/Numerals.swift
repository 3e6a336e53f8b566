/// A decimal number with an optional sign, point and exponent. Stricter than `Double.init`, which takes hexadecimal
/// digits, `nan` and `inf`. It refuses a leading zero, since some read it as octal.
func decimal(_ text: String) -> Double? {
  var rest = text.utf8[...]
  if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
  let whole = digits(&rest)
  var fraction = 0
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    fraction = digits(&rest).count
  }
  guard whole.count + fraction > 0, whole.count < 2 || whole.first != UInt8(ascii: "0") else { return nil }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !digits(&rest).isEmpty else { return nil }
  }
  guard rest.isEmpty, let number = Double(text), number.isFinite else { return nil }
  return number
}

/// `HH:MM` as minutes since midnight.
func clockMinutes(_ text: String) -> Int? {
  let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(isDigit) }),
    let hour = Int(String(decoding: parts[0], as: UTF8.self)),
    let minute = Int(String(decoding: parts[1], as: UTF8.self)),
    hour < 24, minute < 60
  else { return nil }
  return hour * 60 + minute
}

/// Whether it looks like a date, even if there is no such day.
func looksLikeDate(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(isDigit) }
}

private func digits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
  let digits = rest.prefix(while: isDigit)
  rest = rest.dropFirst(digits.count)
  return digits
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
