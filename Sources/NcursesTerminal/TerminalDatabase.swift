import CNcurses

/// What can be known of terminals before one is opened.
public enum TerminalDatabase {
    /// What the database says about a terminal type.
    public struct Entry: Hashable, Sendable {
        /// Number of colours; 0 for none.
        public var colors: Int
        /// Colours are given as red, green and blue.
        public var isDirectColor: Bool
        /// The cursor can be placed.
        public var isAddressable: Bool
        /// The mouse is described.
        public var hasMouse: Bool
    }

    /// The entry for a terminal type; `nil` if there is none.
    public static func entry(for term: String) -> Entry? {
        let found = tty_describe(term)
        guard found.found else { return nil }
        return Entry(
            colors: Int(found.colors), isDirectColor: found.direct_color, isAddressable: found.usable,
            hasMouse: found.mouse)
    }

    /// Makes characters UTF-8 in this process if the system can, and tells the locale that does so; `nil` if none does.
    public static func useUTF8Locale() -> String? { tty_use_locale(true).map { String(cString: $0) } }

    /// Makes characters bytes in this process.
    public static func useByteLocale() { _ = tty_use_locale(false) }

    /// Whether standard output is a terminal.
    public static var writesToTerminal: Bool { tty_is_terminal() }

    /// Name and version of the library.
    public static var library: String { String(cString: tty_library()) }
}
