import ArgumentParser
import Glibc
import ParleyCore
import ParleyJournal

/// The option for the language of a document. A plan's `language` comes after it, then the settings', then English.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language of the document: en, de, fr, the name of a wording of your own, or its file.",
      valueName: "language"))
  var language: String?

  /// The words for a document of a plan that asks for `planned`.
  func words(_ planned: String?) throws(Failure) -> DocumentWording {
    if let language { return try Wordings.find(language) }
    return try Wordings.ofPlan(planned)
  }
}

/// The wordings that Parley finds: its own, and the user's.
enum Wordings {
  /// The folder of the user's own, whose files are found by their names.
  static var folder: String? { Themes.configHome.map { "\($0)/parley/wording" } }

  /// The wording for a document of a plan that asks for `planned`; where it asks for none, the one in the settings.
  static func ofPlan(_ planned: String?) throws(Failure) -> DocumentWording {
    if let planned { return try find(planned) }
    guard let usual = try UserSettings.read().language else { return .english }
    return try find(usual)
  }

  /// The wording of a name or a file. One of the user's own goes before Parley's.
  static func find(_ name: String) throws(Failure) -> DocumentWording {
    if let path = file(name) { return try read(path) }
    if let shipped = DocumentWording.shipped(name) { return shipped }
    let near = nearName(to: name, among: DocumentWording.shipped).map { "did you mean \($0)?" }
    let place = folder.map { ", or write \($0)/\(name).toml" } ?? ""
    throw .unknown(
      name, what: "there are no documents in this language",
      remedy: near ?? "take one of \(DocumentWording.shipped.joined(separator: ", "))\(place)")
  }

  /// The user's file that a name means; nil where it means none.
  static func file(_ name: String) -> String? {
    if name.contains("/") || name.hasSuffix(".toml") { return name.hasPrefix("~/") ? inHome(name) : name }
    guard let path = folder.map({ "\($0)/\(name).toml" }) else { return nil }
    do throws(Failure) { _ = try fileBytes(path, atMost: DocumentWording.largestFile) } catch {
      if case .noFile = error { return nil }
    }
    return path
  }

  /// Reads a file; what is wrong in it ends the command, with its line and column.
  static func read(_ path: String) throws(Failure) -> DocumentWording {
    let bytes = try fileBytes(path, atMost: DocumentWording.largestFile)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path, line: 1) }
    do throws(DocumentWording.Fault) { return try DocumentWording(toml: text) } catch {
      Output.complain("parley: \(oneLine("\(path):\(error.line):\(error.column): \(error.what)"))")
      throw .ended(Sysexit.input.rawValue)
    }
  }

  /// The names of the user's own.
  static var names: [String] {
    let files = folder.flatMap { SystemFile.names(in: $0) } ?? []
    return files.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// What a wording leaves out, in one line; nil for one that is whole.
  static func gaps(_ words: DocumentWording) -> String? {
    guard let first = words.missing.first else { return nil }
    let more = words.missing.count - 1
    return "\(first)\(more == 0 ? "" : " and \(more) more") \(more == 0 ? "has" : "have") English words"
  }

  private static func inHome(_ path: String) -> String {
    Environment.value(.home).map { $0 + path.dropFirst() } ?? path
  }
}
