import Localization
import LocatedJSON
import Timelines

/// The verbs of a timeline entry, in the order in which the format lists them.
enum ScriptVerb: String, CaseIterable {
    case send, state, timer, table, does, note, phase, divider, pause, parallel, loop, alternatives, group, active
    case destroy, quantity

    /// What an entry with this verb is to its author, with its article.
    var entryName: String {
        switch self {
        case .alternatives, .active: "an '\(rawValue)' entry"
        default: "a '\(rawValue)' entry"
        }
    }

    /// The verb of this name.
    static func named(_ name: String) -> ScriptVerb? { verbs[name] }

    private static let verbs = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// Keys that other entries have and that mean nothing here, because there is no event to hang them on.
    ///
    /// A pause has an event when it has a title.
    var excludedKeys: [String] {
        switch self {
        case .pause: ["id", "say"]
        case .parallel, .loop, .alternatives, .group: ["id"]
        case .quantity: ["id", "say"]
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
        case divider(LocalizedText)
        /// Time passes, of which something is shown when it has a title.
        case pause(Span, title: LocalizedText?)
        case parallel([[ScriptEntry]], title: LocalizedText?)
        case loop([ScriptEntry], times: Int, title: LocalizedText)
        case alternatives([Branch])
        case group([ScriptEntry], title: LocalizedText)
        case active(Bool, at: Participant.Index?)
        case destroy(Participant.Index?)
        case quantity(Measure, of: Participant.Index?)
        /// Something that could not be read; that has been reported.
        case unreadable
    }

    /// What a quantity is from now on.
    struct Measure {
        var name: LocalizedText
        var unit: Quantity.Unit
        var value: Int64
        var ranges: [Range<Int64>]
    }

    /// Everything of a message but its times of departure and arrival.
    struct Sending {
        var label: LocalizedText
        var sender: End
        var receivers: Receivers
        var travel: Span
        var fields: [Message.Field]
        var spotlight: Set<String>
        var protection: Message.Protection
        var loss: Loss
        var isRetransmission: Bool
        /// Whether the script goes on only when the message has arrived or is lost.
        var isAwaited: Bool
        /// Whether its arrival gives the receiver work or makes it exist, and its departure ends the sender's work.
        var activates: Bool, deactivates: Bool, creates: Bool
    }

    /// Where a message comes from or goes to.
    enum End: Equatable {
        case participant(Participant.Index)
        /// Somebody who is not shown.
        case outside
        /// A participant that does not exist; that has been reported.
        case unreadable

        var participant: Participant.Index? {
            if case .participant(let index) = self { index } else { nil }
        }
    }

    /// One way in which things can go on.
    struct Branch {
        /// When they go this way.
        var condition: LocalizedText
        /// What the variant is called in which they do; `nil` for a first branch without one.
        var id: Located<String>?
        /// What the variant says of itself.
        var about: LocalizedText?
        var entries: [ScriptEntry]
        var place: Place
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
    /// The entry as it is written.
    var node: JSONNode
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
        case .send(let sending): sending.hasEnds
        case .state(_, let owner), .table(_, let owner), .does(_, let owner), .active(_, let owner),
            .destroy(let owner), .quantity(_, let owner):
            owner != nil
        case .timer(let timer, let deed): timer.owner != nil && deed != .unclear && deed != .starts(nil)
        case .note, .phase, .divider, .pause, .parallel, .loop, .alternatives, .group: true
        case .unreadable: false
        }
    }
}
