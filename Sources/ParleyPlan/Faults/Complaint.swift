import ParleyCore

/// The possible faults of a plan file. The sentences are in ``sentence``.
enum Complaint: Hashable {
  case tooLarge
  case notUTF8(bytes: [UInt8])
  case utf16
  case strayCharacter(Unicode.Scalar)
  case nothingInIt

  case syntax(SyntaxProblem)
  case anchor
  case alias
  case mergeKey
  case tag
  case secondDocument
  case tooDeep
  case duplicateKey(String, firstLine: Int)
  case keyIsNoWord

  case unknownKey(String, in: String, near: String?, known: [String])
  case publicKeyInPrivateFile(String)
  case emptyValue(String, isRequired: Bool = false)
  case emptyItem
  case missingKey(String, in: String)
  case metricAndMetrics
  case alsoInPrivateFile(key: String, person: String)

  case notAMapping(String)
  case notAList(String)
  case notAScalar(String)
  case onePersonOnly(String)

  case forbiddenCharacter(shown: String, Unicode.Scalar)
  case lineBreak(String)
  case tooLong(String, bytes: Int, limit: Int)
  case notANumber(String)
  case notAWholeNumber(String, least: Int, most: Int?)
  case outOfRange(String, least: Int, most: Int?)
  case notTrueOrFalse(String)
  case notADate(String)
  case noSuchDay(String)
  case notAMoment(String)
  case notAnAddress(String)
  case notAWebAddress(String)
  case noSuchZone(String)
  case noZones
  case notALanguage(String)
  case noneOf(String, choices: [String], near: String?)
  case otherVersion(String)

  case badID(String)
  case reservedID(String)
  case duplicateID(String, of: String, firstLine: Int)
  case unknownID(String, of: String, near: String?)
  case targetIsBaseline(String)
  case endsBeforeItBegins(from: String, to: String)
}
