/// The folder of the tests, absolute.
private let tests = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")

/// The path of one of the repository's examples.
public func example(_ name: String) -> String { "\(tests)/Examples/\(name)" }

/// The path of a file under `Tests/Fixtures`.
public func fixture(_ name: String) -> String { "\(tests)/Fixtures/\(name)" }
