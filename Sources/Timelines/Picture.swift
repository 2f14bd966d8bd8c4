public import Localization

/// A picture that a scene wants beside its ladder, drawn from the quantities of one participant.
///
/// What it shows is named, not pointed at, so that it stays right in every run of a simulated scene.
public struct Picture: Hashable, Sendable {
    /// What is drawn.
    public enum Kind: Hashable, Sendable {
        /// One or two quantities over time, up to the present.
        case curve([String])
        /// Every reading of a quantity so far, as a row of bars.
        case bars(String)
        /// The sequence space of one direction, with its edges.
        case sequence(Side)
        /// A quantity modulo a number, as a place on a circle.
        case dial(String, modulo: Int64)
        /// The transmission control block of a connection, as a card that is filled in.
        case controlBlock
        /// The state machine of a connection: the way so far, the present state and every way out of it.
        case states
    }

    /// Which of its two sequence spaces a connection's end looks at.
    public enum Side: String, Hashable, Sendable, CaseIterable {
        /// What it sends: SND.UNA, SND.NXT, SND.WND.
        case sent
        /// What it receives: RCV.NXT, RCV.WND.
        case received
    }

    /// What is drawn.
    public var kind: Kind
    /// Whose quantities they are.
    public var owner: Participant.ID
    /// Which of the owner's connections, 1 for the first; `nil` for the first, and of a dial for all of them.
    public var connection: Int?
    /// What stands above it in the place of the owner's name.
    public var title: LocalizedText?
    /// What the numbers of a curve or of bars are divided by, positive; 1 for numbers as they are.
    public var divisor: Int64 = 1
    /// What the divided numbers count: `segments`.
    public var unit: LocalizedText?
    /// Whether a sequence space shows where the segment falls that arrived last.
    public var showsArrivals = false
    /// Where the time axis of a curve begins; with the first change unless given.
    public var beginning: Instant?
    /// Where it ends; with the last change unless given.
    public var end: Instant?

    /// A picture; see the properties.
    public init(
        _ kind: Kind, of owner: Participant.ID, connection: Int? = nil, title: LocalizedText? = nil,
        from beginning: Instant? = nil, until end: Instant? = nil
    ) {
        self.kind = kind
        self.owner = owner
        self.connection = connection
        self.title = title
        self.beginning = beginning
        self.end = end
    }

    /// The names of the quantities without which there is nothing to draw.
    public var quantityNames: [String] {
        switch kind {
        case .curve(let names): names
        case .bars(let name), .dial(let name, _): [name]
        case .sequence(.sent): ["SND.UNA", "SND.NXT", "SND.WND"]
        case .sequence(.received): ["RCV.NXT", "RCV.WND"]
        case .controlBlock, .states: []
        }
    }

    /// The quantity of this name that the picture means, in a timeline.
    public func quantity(_ name: String, in timeline: Timeline) -> Quantity? {
        timeline.quantity(name, of: owner, connection: connection ?? 1)
    }

    /// The same as it is in the connection that there is at a moment; `nil` when there is none.
    public func quantity(_ name: String, in timeline: Timeline, at moment: Moment) -> Quantity? {
        quantity(name, in: timeline).flatMap { timeline.living($0, at: moment) }
    }

    /// All quantities that it is drawn from, in the order of ``quantityNames``; of a dial for all connections one for each.
    public func quantities(in timeline: Timeline) -> [Quantity] {
        if case .dial(let name, _) = kind, connection == nil {
            return timeline.quantities.filter { timeline.participants[$0.owner].id == owner && $0.isCalled(name) }
        }
        return quantityNames.compactMap { quantity($0, in: timeline) }
    }

    /// Whether there is anything to draw in a timeline, at least at its end.
    public func isDrawable(in timeline: Timeline) -> Bool {
        let found = quantities(in: timeline)
        return switch kind {
        case .curve, .bars, .dial: !found.isEmpty
        case .sequence: found.count == quantityNames.count
        case .controlBlock: timeline.controlBlock(of: owner, connection: connection ?? 1) != nil
        case .states:
            !timeline.statePath(of: owner, connection: connection ?? 1, until: timeline.finish).isEmpty
        }
    }
}
