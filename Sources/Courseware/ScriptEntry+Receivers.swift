import LocatedJSON
import Timelines

extension ScriptEntry {
    /// Who is to receive a message.
    enum Receivers: Equatable {
        case one(End)
        /// Everybody in this list, of which unknown ones have been reported.
        case several([Participant.Index])
        /// Everybody who exists then, but its sender.
        case everybody
    }

    /// Whom a message does not reach.
    enum Loss: Equatable {
        case nobody, everybody
        case some(Set<Participant.Index>)

        func includes(_ receiver: Participant.Index?) -> Bool {
            switch self {
            case .nobody: false
            case .everybody: true
            case .some(let missed): receiver.map(missed.contains) ?? false
            }
        }
    }
}

extension ScriptEntry.Sending {
    /// Whether a receiver on the ladder gets it.
    var arrives: Bool {
        switch receivers {
        case .one(let end): end != .outside && !loss.includes(end.participant)
        case .several(let list): list.isEmpty || !list.allSatisfy(loss.includes)
        case .everybody: loss != .everybody
        }
    }

    /// Whether its ends could be read, and one of them is on the ladder.
    var hasEnds: Bool {
        switch receivers {
        case .one(.unreadable), .several([]): false
        case .one(let end): sender != .unreadable && (sender, end) != (.outside, .outside)
        case .several, .everybody: sender.participant != nil
        }
    }
}

extension [ScriptEntry] {
    /// Who begins to exist with a message, in these entries and all within.
    var createdParticipants: Set<Participant.Index> {
        reduce(into: []) { created, entry in
            switch entry.action {
            case .send(let sending) where sending.creates:
                switch sending.receivers {
                case .one(let end): created.formUnion(end.participant.map { [$0] } ?? [])
                case .several(let list): created.formUnion(list)
                case .everybody: break
                }
            case .parallel(let branches, _): for branch in branches { created.formUnion(branch.createdParticipants) }
            case .loop(let inner, _, _), .group(let inner, _): created.formUnion(inner.createdParticipants)
            case .alternatives(let branches):
                for branch in branches { created.formUnion(branch.entries.createdParticipants) }
            default: break
            }
        }
    }
}
