public import CellGrid
import LocatedJSON

/// A film as a terminal recording that `asciinema` plays.
///
/// A header and then an event a line: what is printed, and when. Each frame prints what differs from the one before, as the
/// program itself does on a terminal; chapters become markers, at which a player can pause. Sources: the asciicast file
/// formats v2 and v3 (docs.asciinema.org).
public struct Asciicast {
    /// Which format of the file.
    public enum Version: Sendable {
        /// Times count from the start; read by asciinema 2 and later.
        case two
        /// Times count from the event before; read by asciinema 3.
        case three
    }

    private let version: Version
    private let size: Size
    private let title: String
    private let theme: Theme
    private let depth: ColorDepth
    private var last: Grid
    private var events: [String] = []
    /// How long the film is so far, and when the last event was, in milliseconds.
    private var length: Int64 = 0, lastEvent: Int64 = 0

    /// A recording on a terminal of this size in which nothing has been printed.
    ///
    /// - Parameters:
    ///   - version: Of the format.
    ///   - size: Of the terminal.
    ///   - title: What players call it.
    ///   - theme: How roles look.
    ///   - depth: How many colours the terminal has.
    public init(_ version: Version, size: Size, title: String, theme: Theme = .standard, depth: ColorDepth) {
        self.version = version
        self.size = size
        self.title = title
        self.theme = theme
        self.depth = depth
        last = Grid(size)
        write("o", "\u{1B}[?25l\u{1B}[2J")
    }

    /// A recording of these frames, all of the size of the first.
    public init(
        _ version: Version, of frames: some Sequence<TimedFrame>, title: String, theme: Theme = .standard,
        depth: ColorDepth
    ) {
        var cast: Asciicast?
        for frame in frames {
            if cast == nil {
                cast = Asciicast(version, size: frame.grid.size, title: title, theme: theme, depth: depth)
            }
            cast?.add(frame)
        }
        self = cast ?? Asciicast(version, size: Size(columns: 1, rows: 1), title: title, theme: theme, depth: depth)
    }

    /// Prints a frame of the recording's size after those before.
    public mutating func add(_ frame: TimedFrame) {
        let changes = frame.grid.ansi(changing: last, theme: theme, depth: depth)
        if !changes.isEmpty { write("o", changes) }
        if let chapter = frame.chapter { write("m", chapter.sanitized) }
        last = frame.grid
        length += frame.milliseconds
    }

    private mutating func write(_ code: String, _ data: String) {
        let time = version == .two ? length : length - lastEvent
        lastEvent = length
        events.append("[\(Self.seconds(time)), \"\(code)\", \(Self.json(data))]")
    }

    /// The file: what has been added, and at the end the cursor where a shell can go on.
    public var text: String {
        var whole = self
        whole.write("o", "\u{1B}[\(size.rows);1H\u{1B}[?25h")
        if version == .three { whole.write("x", "0") }
        return ([header] + whole.events).joined(separator: "\n") + "\n"
    }

    private var header: String {
        let title = Self.json(title.sanitized)
        return switch version {
        case .two:
            """
            {"version": 2, "width": \(size.columns), "height": \(size.rows), "duration": \(Self.seconds(length)), \
            "title": \(title), "env": {"TERM": "xterm-256color"}}
            """
        case .three:
            """
            {"version": 3, "term": {"cols": \(size.columns), "rows": \(size.rows), "type": "xterm-256color"}, \
            "title": \(title)}
            """
        }
    }

    /// `12.345`.
    private static func seconds(_ milliseconds: Int64) -> String {
        "\(milliseconds / 1000)." + String(milliseconds % 1000 + 1000).dropFirst()
    }

    private static func json(_ text: String) -> String { String(JSONNode.string(text).text.dropLast()) }
}
