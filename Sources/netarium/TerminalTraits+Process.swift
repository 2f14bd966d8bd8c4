import CellGrid
import NcursesTerminal
import Runtime

// The decisions about the terminal know no curses, and curses knows no decisions; here they meet.

extension TerminalTraits {
    /// The terminal of this process.
    static func ofProcess(_ environment: Environment, options: Options) -> TerminalTraits {
        TerminalTraits(
            environment: environment, options: options, writesToTerminal: TerminalDatabase.writesToTerminal,
            hasUTF8Locale: TerminalDatabase.useUTF8Locale() != nil
        ) { term in
            TerminalDatabase.entry(for: term).map {
                Description(
                    colors: $0.colors, isDirectColor: $0.isDirectColor, isAddressable: $0.isAddressable,
                    hasMouse: $0.hasMouse)
            }
        }
    }
}

/// Runs `body` on the full screen that was chosen.
///
/// - Throws: ``TerminalError`` when there is none, and what `body` throws.
func withNcurses<Result>(
    _ choice: TerminalChoice, _ body: (inout NcursesTerminal) throws -> Result
) throws -> Result {
    guard case .full(let term) = choice.screen.value else { throw TerminalError.notATerminal }
    let settings = TerminalSettings(
        term: term, depth: choice.colors.value, charset: choice.charset.value, usesMouse: choice.mouse.value)
    return try withNcurses(settings, body)
}
