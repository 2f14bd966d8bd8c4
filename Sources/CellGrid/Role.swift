/// What a cell is, rather than how it looks: a ``Theme`` decides the look for each colour depth.
///
/// No meaning hangs on a role alone: whatever a role says is also said by a glyph, a word or a place.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
    /// Ordinary text and structure.
    case plain
    /// The title of a screen or panel.
    case title
    /// A heading inside a panel: a track, a section.
    case heading
    /// Secondary text: hints, addresses, counts.
    case dimmed
    /// Lines of boxes and rules.
    case border
    /// The bar with the program's name, and the bar of keys.
    case bar
    /// A key inside the bar of keys.
    case key
    /// The one that the cursor is on.
    case selected
    /// Emphasised words.
    case emphasis
    /// Literal protocol text: `seq=1000`.
    case code
    /// A source.
    case citation
    /// A participant's name and box.
    case participant
    /// A lifeline.
    case lifeline
    /// A message that arrived: its arrow and label.
    case message
    /// A message on its way.
    case inFlight
    /// What is still to come.
    case future
    /// A lost message and its mark.
    case lost
    /// A message sent again.
    case retransmission
    /// A field the narration is about.
    case spotlight
    /// A message under handshake keys.
    case handshakeKeys
    /// A message under application keys.
    case applicationKeys
    /// A state at a lifeline.
    case state
    /// A timer and its bar.
    case timer
    /// A table and its rows.
    case table
    /// What a picture shows of a number: a curve, a bar, the hand of a dial.
    case quantity
    /// The second of two numbers in one picture.
    case otherQuantity
    /// What an application does.
    case action
    /// A note across lifelines.
    case note
    /// A phase's title and rule.
    case phase
    /// Right, done, healthy.
    case success
    /// Wrong, failed.
    case failure
    /// Needs attention.
    case warning
    /// The done part of a progress or time bar.
    case progress
    /// The part of a bar that is still to do.
    case track
}
