import ParleyCore
import ParleyScreens
import ParleyTerminal
import ParleyUI
import Testing

@Suite("The lists that the reference prints")
struct AppReferenceTests {
  @Test("Every key that means something stands in the reference, at its place, with those whom it is for")
  func keys() throws {
    let reference = KeyReference.all(.standard)
    let names = reference.flatMap(\.entries).compactMap(\.name)
    let bound = Action.all.filter { !$0.keys.isEmpty }.map(\.id.rawValue)
    #expect(Set(names) == Set(bound) && names.count == bound.count)
    let readBack = try #require(reference.first { $0.heading == "At the read-back" })
    #expect(!readBack.entries.isEmpty && readBack.entries.allSatisfy { !$0.does.isEmpty && !$0.keys.isEmpty })
    let confirm = try #require(reference.flatMap(\.entries).first { $0.name == "confirm" })
    #expect(confirm.keys == "c" && confirm.roles == ["facilitator"])
    #expect(reference.last?.heading == "The terminal")
  }

  @Test("The reference has the keys that the user has bound, and none that were unbound")
  func bound() throws {
    let keymap = try Keymap(overrides: [.confirm: [.function(9)], .heard: []])
    let entries = KeyReference.all(keymap).flatMap(\.entries)
    #expect(entries.first { $0.name == "confirm" }?.keys == "F9")
    #expect(!entries.contains { $0.name == "heard" })
  }

  @Test("What a file sets is known by its way, and each key of the list can be set")
  func given() throws {
    let settings = try Settings(toml: "mouse = false\n[keys]\nnext = \"f5\"\n[defaults]\nplain = true")
    #expect(settings.given == ["defaults.plain", "keys.next", "mouse"])
    for key in SettingsKey.all {
      guard case .table(let inner) = key.value else {
        #expect(try Settings(toml: "\(key.name) = \(key.example)").given == [key.name])
        continue
      }
      for inner in inner {
        let text = "[\(key.name)]\n\(inner.name) = \(inner.example)"
        #expect(try Settings(toml: text).given == ["\(key.name).\(inner.name)"], "\(text)")
      }
    }
  }

  @Test("The commented file sets nothing, and names every key of the list")
  func commented() throws {
    let text = SettingsFile.commented
    #expect(try Settings(toml: text).given.isEmpty)
    for key in SettingsKey.all { #expect(text.contains("\n# \(key.name) = ") || text.contains("\n# [\(key.name)]\n")) }
    for action in Action.all { #expect(text.contains("\n# \(action.id.rawValue) = ")) }
  }
}
