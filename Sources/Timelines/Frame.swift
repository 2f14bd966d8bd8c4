public import Localization

/// A titled part of a timeline: what is repeated, what could have gone otherwise, what belongs together.
///
/// A frame is told apart from what happens in it: it says which events it is about, and views draw it round them.
/// Frames nest; they may also overlap, when parallel branches have frames of their own.
public struct Frame: Hashable, Sendable {
    /// What a frame says of its events.
    public enum Kind: Hashable, Sendable {
        /// They are so many rounds of the same.
        case loop(times: Int)
        /// They happen on the condition that is the frame's title; these are the conditions of what else could happen.
        case alternatives(otherwise: [LocalizedText])
        /// They belong together.
        case group
        /// They happen side by side.
        case parallel
    }

    /// What it says of its events.
    public var kind: Kind
    /// Its title; `nil` only for parallel branches that nobody has given one.
    public var title: LocalizedText?
    /// The first and the last of its events, as indices in ``Timeline/events``.
    public var events: ClosedRange<Int>
    /// The leftmost and the rightmost lifeline that its events touch.
    public var lifelines: ClosedRange<Participant.Index>
    /// How many frames it stands in.
    public var depth: Int

    /// A frame; see the properties.
    public init(
        _ kind: Kind, title: LocalizedText?, events: ClosedRange<Int>, lifelines: ClosedRange<Participant.Index>,
        depth: Int = 0
    ) {
        self.kind = kind
        self.title = title
        self.events = events
        self.lifelines = lifelines
        self.depth = depth
    }
}
