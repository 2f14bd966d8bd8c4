import CellGrid
public import Timelines

/// What of a timeline finds no room on a ladder of some width, measured without drawing it.
public struct LadderFit: Sendable {
    /// Something with a text that takes room on the ladder.
    public enum Subject: Hashable, Sendable {
        /// The name of a participant.
        case name(Participant.Index)
        /// The label of a message.
        case message(Int)
        /// A state that an event brings about.
        case state(event: Int)
        /// The state that a participant begins in.
        case initialState(Participant.Index)
    }

    /// Cells that the ladder takes at its narrowest, with every label on as many as four lines.
    public let width: Int
    /// What takes the most of them, and how many cells that is; `nil` when nothing takes any.
    public let widest: (subject: Subject, cells: Int)?
    /// The participants in whose names a word is cut, or whose names take more than two lines.
    public let cutNames: [Participant.Index]
    /// The events whose section titles are cut.
    public let cutPhases: [Int]

    /// Measures a ladder `columns` cells wide.
    public init(_ timeline: Timeline, columns: Int, settings: LadderSettings) {
        let lifelines = CompactLayout.lifelines(timeline, columns: columns, settings)
        width = lifelines.width
        widest = lifelines.width > columns ? Self.widest(in: timeline, settings) : nil
        cutNames = timeline.participants.indices.filter { index in
            let name = ParticipantName(timeline.participants[index], settings)
            let lines = name.fitted(to: LadderHeader.room(for: index, in: lifelines)).lines
            return lines.count > 2 || lines.joined(separator: " ") != name.lines.joined(separator: " ")
        }
        cutPhases = timeline.events.indices.filter { index in
            guard case .phase(let title) = timeline.events[index].kind else { return false }
            return settings.text(title).cellWidth + 4 > columns
        }
    }

    /// The text that takes the most cells of each gap that it stands in.
    private static func widest(
        in timeline: Timeline, _ settings: LadderSettings
    ) -> (subject: Subject, cells: Int)? {
        var candidates: [(subject: Subject, cells: Int, share: Int)] = []
        for (index, participant) in timeline.participants.enumerated() {
            let cells = ParticipantName(participant, settings).narrowWidth
            candidates.append((.name(index), cells, cells))
            if let state = participant.state.map(settings.text)?.cellWidth {
                candidates.append((.initialState(index), state, state))
            }
        }
        for (index, message) in timeline.messages.enumerated() where !message.sharesDeparture {
            let cells = MessageLabel(message, settings).width(inLines: 4)
            let gaps = max(timeline.lifelines(ofBroadcast: index).count - 1, 1)
            candidates.append((.message(index), cells, cells / gaps))
        }
        for (index, event) in timeline.events.enumerated() {
            guard case .state(_, let state) = event.kind else { continue }
            let cells = settings.text(state).cellWidth
            candidates.append((.state(event: index), cells, cells))
        }
        return candidates.max { $0.share < $1.share }.map { ($0.subject, $0.cells) }
    }
}
