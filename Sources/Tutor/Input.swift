public import CellGrid
public import Courseware
public import Localization
public import Study

/// What reaches the program from outside: keys, the mouse, a new size, the passing of time.
public enum Input: Equatable, Sendable {
    case key(Key)
    case mouse(Mouse)
    /// The terminal has this size now.
    case resize(Size)
    /// Time went by; sent only while the program asks for it with ``Program/wake``.
    case tick
    /// A save that the program asked for ended this way.
    case saved(SaveOutcome)
    /// The backup that was asked for is back; this is all that is known now, and a sentence about it.
    case restored(Progress, notice: LocalizedText)
    /// The course that the program asked for has been read; the sentence tells what is wrong with it, if anything.
    case loaded(Catalog, notice: String?)
    /// These of the files that the program watches hold something else now.
    case files([FileReading])
    /// The editor has ended; the sentence tells why it could not be started, if so.
    case edited(complaint: LocalizedText?)
}

/// A key, by what it means rather than by its code.
public enum Key: Hashable, Sendable {
    /// A printable character, one user-perceived character at a time.
    case character(Character)
    case up, down, left, right
    case home, end, pageUp, pageDown
    case enter, escape, tab, backTab, backspace, delete
    /// A letter with Control, in lower case; `^Z` and `^C` do not come as keys.
    case control(Character)
}

/// What the mouse did, and on which cell (0-based).
public struct Mouse: Hashable, Sendable {
    /// A button or the wheel.
    public enum Action: Hashable, Sendable { case click, wheelUp, wheelDown }
    /// What it did.
    public var action: Action
    /// The column it was on, 0-based.
    public var column: Int
    /// The row it was on, 0-based.
    public var row: Int

    /// What the mouse did, and where.
    public init(_ action: Action, column: Int, row: Int) {
        self.action = action
        self.column = column
        self.row = row
    }
}

/// How saving the progress ended.
public enum SaveOutcome: Equatable, Sendable {
    /// It was written: all that is known now, if other copies of the program had written something too, and a sentence, if
    /// there is something to say.
    case saved(all: Progress? = nil, notice: LocalizedText? = nil)
    /// It was written, but the file as it was found could not be used: what happened, and the backup that there is.
    case mended(trouble: LocalizedText, backup: LocalizedText?)
    /// It could not be written; the text says where and why, without a full stop.
    case failed(LocalizedText)
}

/// Wall-clock time as the program is told it: milliseconds since 1970-01-01 UTC.
public struct WallTime: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 UTC.
    public var milliseconds: Int64

    /// The time so many milliseconds after 1970 began.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The time that an ISO 8601 text with a zone says, such as `2026-11-21T08:00:00Z`; `nil` for any other text.
    public init?(iso text: String) {
        guard let milliseconds = StudyDay.milliseconds(iso: text) else { return nil }
        self.init(milliseconds: milliseconds)
    }

    /// Orders times from earlier to later.
    public static func < (earlier: WallTime, later: WallTime) -> Bool { earlier.milliseconds < later.milliseconds }
}
