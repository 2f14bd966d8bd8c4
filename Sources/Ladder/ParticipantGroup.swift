import CellGrid
import Localization
import Timelines

/// Neighbours that belong together, under one bracket above their names.
///
///     ┌─ Data centre ──────────────┐
///         Front end      Database
struct ParticipantGroup: Equatable {
    /// The name in the bracket.
    var name: String
    /// The lifelines that belong to it.
    var members: ClosedRange<Participant.Index>

    /// The groups of a timeline, left to right; the same group twice when others stand between its members.
    static func all(of timeline: Timeline, _ settings: LadderSettings) -> [ParticipantGroup] {
        var groups: [ParticipantGroup] = []
        var current: LocalizedText?
        for (index, participant) in timeline.participants.enumerated() {
            if let group = participant.group {
                if group == current, let last = groups.last {
                    groups[groups.count - 1].members = last.members.lowerBound...index
                } else {
                    groups.append(ParticipantGroup(name: settings.text(group), members: index...index))
                }
            }
            current = participant.group
        }
        return groups
    }
}
