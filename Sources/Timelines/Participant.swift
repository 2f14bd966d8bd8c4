public import Localization

/// One lifeline of the ladder: a host, a program, a server.
public struct Participant: Hashable, Sendable {
    /// What scripts call it: `client`.
    public var id: ID
    /// What the learner reads above the lifeline.
    public var name: LocalizedText
    /// Where it can be reached, as an engineer writes it: `192.0.2.10:50000`.
    public var address: String?
    /// The state it is in before anything has happened, when it has states.
    public var state: LocalizedText?

    /// What it is part of; neighbours with the same group stand under one heading.
    public var group: LocalizedText?

    /// A participant's place in ``Timeline/participants``, 0-based from the left.
    public typealias Index = Int

    /// The name that scripts use for a participant.
    public typealias ID = String

    /// Creates a participant; see the properties.
    public init(
        id: ID, name: LocalizedText, address: String? = nil, state: LocalizedText? = nil, group: LocalizedText? = nil
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.state = state
        self.group = group
    }
}
