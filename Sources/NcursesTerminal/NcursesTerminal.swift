import CNcurses
public import CellGrid
public import Tutor

/// Runs `body` with the terminal in full-screen mode, and puts it back however `body` ends.
///
/// - Throws: ``TerminalError`` when the terminal cannot be used, and what `body` throws.
public func withNcurses<Result>(
    _ settings: TerminalSettings, _ body: (inout NcursesTerminal) throws -> Result
) throws -> Result {
    if settings.charset == .ascii {
        TerminalDatabase.useByteLocale()
    } else {
        _ = TerminalDatabase.useUTF8Locale()
    }
    let outcome = settings.term.withCString { term in
        var options = tty_options(term: term, colors: Int32(settings.depth.colors), mouse: settings.usesMouse)
        return tty_open(&options)
    }
    switch outcome {
    case TTY_OPENED: break
    case TTY_NOT_A_TERMINAL: throw TerminalError.notATerminal
    case TTY_NO_DESCRIPTION: throw TerminalError.unusable(term: settings.term)
    default:
        let number = tty_error_number()
        throw TerminalError.system(errno: number, reason: String(cString: tty_error_text(number)))
    }
    defer { tty_close() }
    var terminal = NcursesTerminal(settings)
    return try body(&terminal)
}

/// The open terminal.
///
/// There is at most one, inside ``withNcurses(_:_:)``.
public struct NcursesTerminal: TerminalBackend {
    /// How many colours it really has.
    public let depth: ColorDepth
    private let charset: Charset
    /// What the library was last told to show; `nil` when everything must be told again.
    private var shown: Grid?
    private var decoder = InputDecoder()
    private var waiting: [Input] = []
    /// What is waited for besides the terminal; negative for nothing.
    private var newsDescriptor: Int32 = -1

    /// Milliseconds within which the rest of an escape sequence follows its beginning, also over a slow line.
    static let escapeDelay: Int64 = 40

    /// A character and its combining marks: what a cell of the library holds.
    private static let scalarLimit = 5

    init(_ settings: TerminalSettings) {
        depth = ColorDepth.allCases.last { $0 <= settings.depth && $0.colors <= Int(tty_colors()) } ?? .monochrome
        charset = settings.charset
        for role in Role.allCases {
            let style = settings.theme.style(of: role, at: depth)
            tty_define_style(
                Int32(role.rawValue), style.attributes.shimValue, Self.code(style.foreground),
                Self.code(style.background))
        }
        // The library begins with a blank screen, too.
        if settings.theme.style(of: .plain, at: depth) == Style() { shown = Grid(size) }
    }

    /// The terminal's size now, in cells.
    public var size: Size {
        let size = tty_get_size()
        return Size(columns: Int(size.columns), rows: Int(size.rows))
    }

    /// Makes the screen look like `frame`, writing only what has changed.
    public mutating func show(_ frame: Grid) {
        let frame = frame.adapted(to: charset)
        let former = shown?.size == frame.size ? shown : nil
        for row in 0..<frame.size.rows {
            let cells = frame.row(row)
            let old = former?.row(row)
            if old == cells { continue }
            for (index, cell) in cells.enumerated() where cell.width > 0 {
                if let old, old[old.startIndex + index] == cell { continue }
                put(cell, column: index, row: row)
            }
        }
        shown = frame
        tty_flush()
    }

    private func put(_ cell: Cell, column: Int, row: Int) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.scalarLimit) { scalars in
            var count = 0
            for scalar in cell.text.unicodeScalars.prefix(Self.scalarLimit) {
                scalars[count] = scalar.value
                count += 1
            }
            tty_put(Int32(column), Int32(row), scalars.baseAddress, Int32(count), Int32(cell.role.rawValue))
        }
    }

    /// Waits for the next event, at most as long as given; see ``TerminalBackend``.
    public mutating func nextInput(timeoutMilliseconds: Int64?) -> TerminalEvent {
        while waiting.isEmpty {
            let isInSequence = decoder.isWaiting
            let event = tty_wait(isInSequence ? Self.escapeDelay : timeoutMilliseconds ?? -1, newsDescriptor)
            switch event.kind {
            case TTY_BYTES:
                waiting += withUnsafeBytes(of: event.bytes) { decoder.feed($0.prefix(Int(event.count))) }
                // Bytes that mean nothing are no event, but they are no reason to sleep longer than asked either.
                if waiting.isEmpty, !decoder.isWaiting, timeoutMilliseconds != nil { return .timeout }
            case TTY_RESIZED:
                shown = nil
                return .input(.resize(size))
            case TTY_RESUMED:
                shown = nil
                return .resumed
            case TTY_SIGNAL: return .stop(StopReason(signal: event.signal))
            case TTY_END: return .stop(.endOfInput)
            case TTY_READY: return .news
            default:
                guard isInSequence else { return .timeout }
                waiting += decoder.finish()
                if waiting.isEmpty, timeoutMilliseconds != nil { return .timeout }
            }
        }
        return .input(waiting.removeFirst())
    }

    /// Waits for this descriptor too from now on.
    public mutating func listen(to descriptor: Int32) { newsDescriptor = descriptor }

    /// Leaves the full screen while `body` runs, as `^Z` does.
    public mutating func standAside(while body: () -> Void) {
        tty_suspend()
        body()
        tty_resume()
        shown = nil
    }

    private static func code(_ color: Color?) -> Int32 {
        switch color {
        case nil: -1
        case .indexed(let index): Int32(index)
        case .rgb(let rgb): Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue)
        }
    }
}

extension Style.Attributes {
    fileprivate var shimValue: UInt32 {
        var value: UInt32 = 0
        if contains(.bold) { value |= TTY_BOLD.rawValue }
        if contains(.dim) { value |= TTY_DIM.rawValue }
        if contains(.underline) { value |= TTY_UNDERLINE.rawValue }
        if contains(.reverse) { value |= TTY_REVERSE.rawValue }
        return value
    }
}

extension StopReason {
    /// The reason behind a signal that asks a program to end.
    fileprivate init(signal: Int32) {
        self = StopReason.allCases.first { $0.exitStatus == 128 + signal } ?? .terminated
    }
}
