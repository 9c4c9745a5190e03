import PedigreeKit
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a run over several projects is: one line on standard error where a person watches it, and nothing elsewhere.
enum Progress {
  private static let isShown = Atomic(false)
  /// A line that wraps could not be taken back.
  private static let width = 72

  /// Puts a step in the place of the one before.
  static func show(_ step: String) {
    guard isatty(STDERR_FILENO) == 1, Environment.value("TERM") != "dumb" else { return }
    Output.writeError(String(TerminalText.escaped(step).prefix(width)))
    isShown.store(true, ordering: .relaxed)
  }

  /// What takes the line away, before anything else is written.
  static func takeAway() -> String { isShown.exchange(false, ordering: .relaxed) ? "\r\u{1B}[K" : "" }

  /// Takes the line away.
  static func clear() { Output.writeError("") }
}
