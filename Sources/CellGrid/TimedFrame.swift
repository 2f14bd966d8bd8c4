/// A frame that stays for a while: what films are made of.
public struct TimedFrame: Hashable, Sendable {
    /// What is seen.
    public var grid: Grid
    /// How long it stays, in milliseconds; at least 1.
    public var milliseconds: Int64
    /// What begins with it, where a viewer may want to stop: `3 / 11`.
    public var chapter: String?

    /// A frame that stays for so many milliseconds, for one at least.
    public init(_ grid: Grid, milliseconds: Int64, chapter: String? = nil) {
        self.grid = grid
        self.milliseconds = max(milliseconds, 1)
        self.chapter = chapter
    }
}
