import ParleyCore
import ParleyUI

/// `parley help TOPIC`, beside the help of commands.
enum HelpTopics {
  /// The topic that the arguments ask for; nil where they ask for something else.
  static func topic(_ arguments: [String]) -> HelpTopic? {
    guard arguments.count == 2, arguments[0] == "help" else { return nil }
    return HelpTopic(rawValue: arguments[1])
  }

  /// The lines that the overview has of them.
  static var list: String {
    let width = HelpTopic.allCases.map(\.rawValue.count).max() ?? 0
    let lines = HelpTopic.allCases.map { topic in
      "  parley help \(topic.rawValue)\(String(repeating: " ", count: width - topic.rawValue.count))  \(topic.about)"
    }
    return (["Reference:"] + lines).joined(separator: "\n")
  }

  /// Prints a topic's page.
  static func show(_ topic: HelpTopic) throws(Failure) {
    // Keys are shown as the user has bound them; settings with faults have nothing to say here.
    let settings = (try? UserSettings.read()) ?? .standard
    try Pager.show(topic.page(settings).plain(width: Pager.width))
  }

  /// Throws where neither a command nor a topic is called so.
  static func refuseUnknown(_ arguments: [String], commands: [String]) throws(Failure) {
    guard arguments.first == "help", arguments.count > 1, !arguments[1].hasPrefix("-") else { return }
    let names = commands + HelpTopic.allCases.map(\.rawValue)
    guard !names.contains(arguments[1]) else { return }
    throw .unknownTopic(arguments[1], near: nearName(to: arguments[1], among: names))
  }
}
