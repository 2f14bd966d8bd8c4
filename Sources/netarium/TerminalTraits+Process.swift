import NcursesTerminal
import Runtime

extension TerminalTraits {
    /// The traits of the terminal that this process writes to.
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
