public import CellGrid

/// How a terminal is to be used; settled before it is opened.
public struct TerminalSettings: Hashable, Sendable {
    /// The terminal type to look up in the terminal database.
    public var term: String
    /// How many colours are used.
    ///
    /// The terminal may turn out to have fewer; see ``NcursesTerminal/depth``.
    public var depth: ColorDepth
    /// The characters that it shows.
    public var charset: Charset
    /// Whether clicks and the wheel are wanted.
    public var usesMouse: Bool
    /// The look of each role.
    public var theme: Theme

    /// Settings for a terminal of the type `term`.
    public init(
        term: String, depth: ColorDepth, charset: Charset = .unicode, usesMouse: Bool = true, theme: Theme = .standard
    ) {
        self.term = term
        self.depth = depth
        self.charset = charset
        self.usesMouse = usesMouse
        self.theme = theme
    }
}

/// Why the full screen cannot be had.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Standard output, or what keys should come from, is no terminal.
    case notATerminal
    /// The terminal database does not know this type, or it cannot place its cursor.
    case unusable(term: String)
    /// The system refused something, with this `errno`.
    case system(errno: Int32, reason: String)

    /// The sentence for the person, with the way out.
    public var description: String {
        switch self {
        case .notATerminal: "there is no terminal to draw on and to read keys from"
        case .unusable(let term):
            "a full screen cannot be drawn on a \"\(term)\": set TERM to what your terminal is, such as xterm-256color"
        case .system(_, let reason): "the terminal cannot be set up: \(reason)"
        }
    }
}
