import Glibc
import ParleyDocuments
import ParleyPlan

extension Finding {
  /// Checks what is looked for only when it is needed.
  static func libraries() -> [Finding] {
    [mail(), zones(), pager()]
  }

  private static func mail() -> Finding {
    let missing = MailLibraries.missing
    return missing.isEmpty
      ? .good("mail", "answers can be read")
      : .poor(
        "mail", "\(missing.map(\.name).joined(separator: " and ")) not installed: answers by mail cannot be read",
        "install \(missing.map(\.package).joined(separator: " and "))")
  }

  private static func zones() -> Finding {
    ZoneName.isKnown("Europe/Berlin")
      ? .good("time zones", "known")
      : .poor("time zones", "none is known, so that no plan may have a zone", "install tzdata")
  }

  private static func pager() -> Finding {
    let chosen = Environment.value(.pager) ?? "less"
    let program = chosen.split(separator: " ").first.map(String.init) ?? ""
    if program.isEmpty || program == "cat" { return .good("pager", "none, as PAGER asks") }
    return program.contains("/") || isInstalled(program)
      ? .good("pager", chosen) : .poor("pager", "\(program) is not installed", "long help is printed whole until then")
  }
}
