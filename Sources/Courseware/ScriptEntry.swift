import Localization
import LocatedJSON
import Timelines

/// The verbs of a timeline entry, in the order in which the format lists them.
enum ScriptVerb: String, CaseIterable {
    case send, state, timer, table, does, note, phase, pause, parallel

    /// Keys that other entries have and that mean nothing here, because there is no event to hang them on.
    var excludedKeys: [String] {
        switch self {
        case .pause: ["id", "say"]
        case .parallel: ["id"]
        default: []
        }
    }
}

/// One entry of a scripted timeline as it was written, references resolved, not yet performed.
struct ScriptEntry {
    /// When it begins.
    enum Beginning: Equatable {
        /// So long after the entry before it.
        case after(Span)
        /// At this time since the start, which is written there.
        case at(Located<Span>)
    }

    /// What is said at the entry; makes it a step.
    struct Narration {
        var say: LocalizedText
        var place: Place
        var citations: [Citation]
        var ask: Prediction?
    }

    /// What happens.
    ///
    /// A participant is `nil` when the script names one that does not exist; that has been reported.
    enum Action {
        case send(Sending)
        case state(LocalizedText, of: Participant.Index?)
        case timer(TimerName, TimerDeed)
        case table(TableChange, owner: Participant.Index?)
        case does(LocalizedText, at: Participant.Index?)
        case note(LocalizedText, over: ClosedRange<Participant.Index>)
        case phase(LocalizedText)
        case pause(Span)
        case parallel([[ScriptEntry]])
        /// Something that could not be read; that has been reported.
        case unreadable
    }

    /// Everything of a message but its times of departure and arrival.
    struct Sending {
        var label: LocalizedText
        var sender: Participant.Index?, receiver: Participant.Index?
        var travel: Span
        var fields: [Message.Field]
        var spotlight: Set<String>
        var protection: Message.Protection
        var isLost: Bool, isRetransmission: Bool
        /// Whether the script goes on only when the message has arrived or is lost.
        var isAwaited: Bool
    }

    /// What a timer is called, and whose it is.
    struct TimerName: Hashable {
        var owner: Participant.Index?
        var name: LocalizedText
    }

    enum TimerDeed: Equatable {
        /// The length is `nil` when it could not be read.
        case starts(Span?)
        case isCancelled, fires
        /// None or several of the above; that has been reported.
        case unclear
    }

    var action: Action
    /// Where the verb stands.
    var place: Place
    var beginning = Beginning.after(.zero)
    var anchor: Located<String>?
    var narration: Narration?
    /// Why it is against the rules, when it is meant to be.
    var wrong: LocalizedText?
    /// Where its parts stand, for messages and states.
    var spots: ScriptSpots?

    /// Whether all that it names exists.
    var isReadable: Bool {
        switch action {
        case .send(let sending): sending.sender != nil && sending.receiver != nil
        case .state(_, let owner), .table(_, let owner), .does(_, let owner): owner != nil
        case .timer(let timer, let deed): timer.owner != nil && deed != .unclear && deed != .starts(nil)
        case .note, .phase, .pause, .parallel: true
        case .unreadable: false
        }
    }

    /// Whether nothing happens but that time passes.
    var isPause: Bool {
        switch action {
        case .pause: true
        case .parallel(let branches): branches.allSatisfy { $0.allSatisfy(\.isPause) }
        default: false
        }
    }
}
