/// Something that lies over the player until it is closed.
enum Sheet: Equatable, Sendable {
    /// Why the event under the cursor happened; how far it is scrolled.
    case why(event: Int, scroll: Int)
    /// A packet, field by field.
    case packet(PacketInspector)
    /// What the learner has changed, and the row that the pointer is on.
    case changes(row: Int)
    /// The lesson's challenges.
    case challenges(ChallengeList)
    /// The scene's sliders, and the row that the pointer is on.
    case sliders(row: Int)
}

/// The pointer in the list of challenges, and whether help is shown for the one under it.
struct ChallengeList: Equatable, Sendable {
    var row = 0
    var showsHint = false
}
