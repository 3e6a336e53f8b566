import ParleyTerminal

extension Style {
  /// The text in this style, for a terminal that knows the usual sequences (ECMA-48 SGR).
  func applied(to text: String) -> String {
    let codes =
      attributeCodes + (foreground.map { $0.codes(base: 30) } ?? []) + (background.map { $0.codes(base: 40) } ?? [])
    guard !codes.isEmpty else { return text }
    return "\u{1B}[\(codes.map { String($0) }.joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  private var attributeCodes: [Int] {
    let codes: [(Attributes, Int)] = [(.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7)]
    return codes.filter { attributes.contains($0.0) }.map(\.1)
  }
}

extension Color {
  fileprivate func codes(base: Int) -> [Int] {
    switch self {
    case .default: [base + 9]
    case .ansi(let number) where number < 8: [base + Int(number)]
    case .ansi(let number) where number < 16: [base + 52 + Int(number)]
    case .ansi(let number), .indexed(let number): [base + 8, 5, Int(number)]
    case .rgb(let red, let green, let blue): [base + 8, 2, Int(red), Int(green), Int(blue)]
    }
  }
}
