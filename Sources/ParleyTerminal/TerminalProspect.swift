import CNcurses
import Glibc

/// The abilities of a full screen, found out without taking the terminal.
public struct TerminalProspect: Hashable, Sendable {
  /// The description in use: TERM, or another one if TERM is not installed.
  public let description: String
  public let size: Size
  public let colorDepth: ColorDepth
  public let showsUnicode: Bool
  /// Which of the terminal's services will be used, in words; empty for none.
  public let services: [String]

  /// Examines the terminal behind `output`.
  public init(
    output: Int32 = 1, environment: TerminalEnvironment = .own, services wishes: ServiceWishes = ServiceWishes()
  ) throws(TerminalFault) {
    guard isatty(output) == 1 else { throw .notATerminal }
    showsUnicode = cn_take_locale()
    description = try CursesScreen.description(environment, output: output)
    size = CursesScreen.askSize(output)
    let colors = environment.entry(description)?.colors ?? 0
    services = TerminalServices(environment, isAnsi: true, wishes).words(
      copiesToTmux: environment.isInTmux && wishes.clipboard != false)
    colorDepth = environment.refusesColor ? .none : ColorDepth(colors: colors)
  }
}

extension TerminfoEntry {
  /// `max_colors` is the fourteenth number of term.h.
  fileprivate var colors: Int { numbers.count > 13 ? numbers[13] : 0 }
}
