import Tutor

/// When to read a file after its directory has told of a change.
///
/// Editors save in several steps, and a learner should see none of those in between:
///
///     complete   closed after writing, renamed into place           read ``settling`` later
///     underway   created, written to, removed, renamed away         read ``patience`` later, if no more is heard
///
/// Every sign puts the reading off anew, but never beyond ``limit`` after the first.
struct SaveSchedule: Equatable, Sendable {
    /// What a change of a directory says about a save.
    enum Sign: Hashable, Sendable {
        /// The file is likely to be whole.
        case complete
        /// Somebody is in the midst of it.
        case underway
    }

    /// Milliseconds.
    static let settling: Int64 = 3, patience: Int64 = 100, limit: Int64 = 500

    /// When the files should be read; `nil` while nothing has been heard.
    private(set) var due: WallTime?
    private var latest: WallTime?

    /// Notes a sign that came at the time `now`.
    mutating func note(_ sign: Sign, at now: WallTime) {
        let latest = latest ?? WallTime(milliseconds: now.milliseconds + Self.limit)
        self.latest = latest
        let delay = sign == .complete ? Self.settling : Self.patience
        due = min(WallTime(milliseconds: now.milliseconds + delay), latest)
    }

    /// Whether the files should be read now; if so, nothing is due any more.
    mutating func isUp(at now: WallTime) -> Bool {
        guard let due, due <= now else { return false }
        self = SaveSchedule()
        return true
    }
}
