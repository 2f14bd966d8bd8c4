import CellGrid
import Timelines

/// What a connection's record says at a moment, field by field.
struct RecordFields {
    /// A field with its name and its value.
    struct Field {
        var name: String
        /// The name beside a field of the same sequence space.
        var short = ""
        /// `nil` before it is known.
        var value: String?
        /// Whether the value is new at this moment.
        var isNew = false
        /// What it means.
        var meaning = ""

        /// The same under its short name.
        var shortened: Field {
            var field = self
            field.name = short
            return field
        }
    }

    /// The state, where there is one to tell.
    let state: Field?
    /// Both ends.
    private(set) var ends: [Field] = []
    /// The send and the receive sequence space; empty without a record, as the others.
    private(set) var numbers: [Field] = []
    /// What the SYNs have agreed on.
    private(set) var options: [Field] = []
    /// What is said in the place of a record.
    let lack: Field?

    init(_ picture: Picture, _ timeline: Timeline, at moment: Moment, _ settings: LadderSettings) {
        let block = timeline.controlBlock(of: picture.owner, connection: picture.connection ?? 1)
        let life = block?.life(at: moment) ?? []
        func isNew(_ since: Moment) -> Bool { since.instant == moment.instant && since.happened > 0 }
        guard let fields = life.last?.fields else {
            let end = block?.entries(until: moment).last
            // A listener has half a record: a port, and no peer.
            let path = timeline.statePath(of: picture.owner, connection: picture.connection ?? 1, until: moment)
            let isListening = path.last?.state == .listen
            let name = settings.say("state", "状态")
            state = isListening ? Field(name: name, value: ConnectionState.listen.rawValue) : nil
            lack = Field(
                name: "", value: Self.lack(isGone: end != nil, isListening: isListening, settings),
                isNew: end.map { isNew($0.moment) } ?? false)
            return
        }
        lack = nil
        func isFresh<Value: Equatable>(_ value: (ControlBlock.Fields) -> Value) -> Bool {
            let present = value(fields)
            let since = life.reversed().prefix { $0.fields.map(value) == present }.last
            return since.map { isNew($0.moment) } ?? false
        }
        func field(_ name: String, _ value: String?, _ isNew: Bool) -> Field {
            Field(name: name, short: name, value: value, isNew: value != nil && isNew)
        }
        state = field(settings.say("state", "状态"), fields.state?.rawValue, isFresh(\.state))
        ends = [
            field(settings.say("local", "本端"), fields.local, isFresh(\.local)),
            field(settings.say("remote", "对端"), fields.remote, isFresh(\.remote)),
        ]
        numbers = Self.numbers.map { name, short, english, chinese in
            let reading = picture.quantity(name, in: timeline, at: moment)?.reading(at: moment)
            return Field(
                name: name, short: short, value: reading.map { "\($0.value)" },
                isNew: reading.map { isNew($0.moment) } ?? false, meaning: settings.say(english, chinese))
        }
        let isNews = isFresh(\.options)
        options = Self.options(fields.options, settings).map { field($0, $1, isNews) }
    }

    private static func lack(isGone: Bool, isListening: Bool, _ settings: LadderSettings) -> String {
        if isGone { return settings.say("no record any more", "记录已不存在") }
        return isListening
            ? settings.say("no record of a peer yet", "还没有对端的记录") : settings.say("no record yet", "还没有记录")
    }

    private static let numbers = [
        ("SND.UNA", "UNA", "oldest unacked", "最早未确认"), ("SND.NXT", "NXT", "next to send", "下一个要发"),
        ("SND.WND", "WND", "peer's window", "对端的窗口"), ("RCV.NXT", "NXT", "next expected", "下一个要收"),
        ("RCV.WND", "WND", "own window", "自己的窗口"),
    ]

    private static func options(
        _ agreed: ControlBlock.Options?, _ settings: LadderSettings
    ) -> [(name: String, value: String?)] {
        func isOn(_ value: Bool) -> String { value ? settings.say("on", "开") : settings.say("off", "关") }
        return [
            ("MSS", agreed.map { "\($0.mss)" }),
            ("WS", agreed.map { $0.scales?.map(String.init).joined(separator: "/") ?? isOn(false) }),
            ("SACK", agreed.map { isOn($0.sack) }), ("TS", agreed.map { isOn($0.timestamps) }),
        ]
    }
}
