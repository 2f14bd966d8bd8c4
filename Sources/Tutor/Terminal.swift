public import CellGrid

/// What the loop can run: a state machine that is told the time and draws itself into a grid.
///
/// Nothing here waits, reads or writes. The loop calls ``update(_:at:)`` for everything that happens and then shows
/// ``view()``; between the two it performs the effects.
public protocol InteractiveProgram {
    /// Takes one input in, at the time `now`, and says what is to be done about it.
    mutating func update(_ input: Input, at now: WallTime) -> [Effect]

    /// The frame to show, as large as the last ``Input/resize(_:)`` said.
    func view() -> Grid

    /// Milliseconds after the last update when the program wants an ``Input/tick``; `nil` when it only waits for
    /// input, and then the process sleeps until there is some.
    var wake: Int64? { get }
}

/// What the program asks the outside world to do.
public enum Effect: Hashable, Sendable {
    /// Write the progress down; answered by ``Input/saved(_:)``.
    case save
    /// Write the progress to another file from now on; answered by ``Input/saved(_:)``.
    case saveElsewhere(String)
    /// Bring the newest good backup of the progress back; answered by ``Input/restored(_:notice:)``, or ``Input/saved(_:)``
    /// when that failed.
    case restore
    /// Read the whole course; answered by ``Input/loaded(_:notice:)``. Done when the frame has been shown and before
    /// anything else is waited for, so that no key ever finds half a course.
    case load
    /// Tell with ``Input/files(_:)`` what is in these files, at once and whenever it changes; forget those named before.
    case watch([String])
    /// Let the person edit a file, beginning at a line (1-based), while the full screen stands aside; answered by
    /// ``Input/edited(complaint:)``.
    case edit(path: String, line: Int)
    /// Leave the full screen and end.
    case quit
}

/// The whole of what a terminal does for the program.
///
/// Any method may block; none decides anything.
public protocol TerminalBackend {
    /// The terminal's size now, in cells.
    var size: Size { get }

    /// Makes the screen look like `frame`; what has not changed since the last frame is not written again.
    mutating func show(_ frame: Grid)

    /// Waits for the next event.
    ///
    /// - Parameter timeoutMilliseconds: How long at most; 0 only looks, `nil` waits without ever waking up.
    /// - Returns: What happened first.
    mutating func nextInput(timeoutMilliseconds: Int64?) -> TerminalEvent

    /// Waits for this file descriptor too from now on; ``TerminalEvent/news`` says that it can be read.
    mutating func listen(to descriptor: Int32)

    /// Gives the terminal to another program while `body` runs, and takes it back. Its size may then be another.
    mutating func standAside(while body: () -> Void)
}

extension TerminalBackend {
    /// Hears of nothing but the terminal.
    public mutating func listen(to descriptor: Int32) {}

    /// Runs `body`; there is nothing to give.
    public mutating func standAside(while body: () -> Void) { body() }
}

/// What came of waiting for the terminal.
public enum TerminalEvent: Equatable, Sendable {
    /// A key, the mouse or a new size.
    case input(Input)
    /// Nothing happened in time.
    case timeout
    /// The program must end, and has time to save.
    case stop(StopReason)
    /// The descriptor that was to be waited for too can be read.
    case news
    /// The program was stopped (`^Z`) and goes on; the screen is blank and the size may have changed.
    case resumed
}

/// Why a program must end although nobody chose to quit.
public enum StopReason: CaseIterable, Equatable, Sendable {
    /// SIGTERM.
    case terminated
    /// SIGHUP: the terminal has been closed.
    case hungUp
    /// SIGINT: `^C`.
    case interrupted
    /// SIGQUIT: `^\`.
    case quitSignal
    /// The terminal has no more input and will never have any.
    case endOfInput

    /// The exit status that a shell expects: 128 and the number of the signal, or 1 when there was none.
    public var exitStatus: Int32 {
        switch self {
        case .terminated: 143
        case .hungUp: 129
        case .interrupted: 130
        case .quitSignal: 131
        case .endOfInput: 1
        }
    }
}
