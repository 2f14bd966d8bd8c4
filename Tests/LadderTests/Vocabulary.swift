import Localization
import Timelines

/// One timeline for each thing that sequence diagrams can say.
enum Vocabulary: String, CaseIterable {
    case loop, alternatives, groups, work, outside, gaps, lives, narrow

    private static let client = LocalizedText(en: "Client", zh: "客户端")
    private static let front = LocalizedText(en: "Front end", zh: "前端")
    private static let store = LocalizedText(en: "Store", zh: "存储")
    private static let site = LocalizedText(en: "Data centre", zh: "数据中心")

    private static let participants = [
        Participant(id: "client", name: client, state: "CLOSED"),
        Participant(id: "front", name: front, address: "192.0.2.1:80", group: site),
        Participant(id: "store", name: store, state: "IDLE", group: site),
    ]

    var timeline: Timeline {
        var builder = TimelineBuilder(participants: Self.participants, isNumbered: self != .gaps)
        switch self {
        case .loop: Self.loop(&builder)
        case .alternatives: Self.alternatives(&builder)
        case .groups: Self.groups(&builder)
        case .work: Self.work(&builder)
        case .outside: Self.outside(&builder)
        case .gaps: Self.gaps(&builder)
        case .lives: Self.lives(&builder)
        case .narrow: Self.narrow(&builder)
        }
        return builder.build().timeline
    }

    /// A message of 20 ms.
    @discardableResult
    private static func send(
        _ label: LocalizedText, _ from: Int, _ to: Int, _ ms: Int64, lost: Bool = false,
        outside: Message.Outside? = nil, _ builder: inout TimelineBuilder
    ) -> TimelineBuilder.Ticket {
        let end = Instant.milliseconds(ms + 20)
        var message = Message(
            from: from, to: to, label: label, departure: .milliseconds(ms), fate: lost ? .isLost(end) : .arrives(end))
        message.outside = outside
        return builder.send(message)
    }

    /// Three rounds, a state in the margin in each.
    private static func loop(_ builder: inout TimelineBuilder) {
        send("hello", 0, 1, 0, &builder)
        let first = builder.count
        for round in 0..<3 as Range<Int64> {
            send("SYN", 0, 1, 20 + round * 1020, lost: true, &builder)
            builder.enter("SYN-SENT", of: 0, at: .milliseconds(40 + round * 1020))
        }
        let title = LocalizedText(en: "until somebody answers", zh: "直到有人应答")
        builder.frame(.loop(times: 3), title, from: first, until: .milliseconds(2080), depth: 0)
        builder.enter("ESTABLISHED", of: 0, at: .milliseconds(2080))
    }

    /// A frame in a frame, with texts beside lifelines in both.
    private static func alternatives(_ builder: inout TimelineBuilder) {
        send("A?", 0, 1, 0, &builder)
        let outer = builder.count
        send("A?", 1, 2, 20, &builder)
        let inner = builder.count
        builder.act(LocalizedText(en: "looks it up", zh: "查表"), of: 2, at: .milliseconds(40))
        send("A 192.0.2.80", 2, 1, 40, &builder)
        let known = LocalizedText(en: "the store has it", zh: "存储里有")
        let unknown = LocalizedText(en: "the store has never heard of it", zh: "存储里没有")
        builder.frame(.alternatives(otherwise: [unknown]), known, from: inner, until: .milliseconds(60), depth: 1)
        let cold = LocalizedText(en: "the cache is cold", zh: "缓存未命中")
        let warm = LocalizedText(en: "the cache is warm", zh: "缓存命中")
        builder.frame(.alternatives(otherwise: [warm]), cold, from: outer, until: .milliseconds(60), depth: 0)
        send("A 192.0.2.80", 1, 0, 60, &builder)
    }

    /// Parallel messages in a group, which is one participant narrower than the ladder.
    private static func groups(_ builder: inout TimelineBuilder) {
        let first = builder.count
        send("log", 1, 2, 0, &builder)
        send("audit", 1, 2, 5, &builder)
        let both = LocalizedText(en: "two records", zh: "两条记录")
        builder.frame(.parallel, both, from: first, until: .milliseconds(25), depth: 1)
        builder.note(LocalizedText(en: "kept", zh: "已保存"), over: 2...2, at: .milliseconds(25))
        let title = LocalizedText(en: "Bookkeeping", zh: "记账")
        builder.frame(.group, title, from: first, until: .milliseconds(25), depth: 0)
        send("done", 1, 0, 25, &builder)
    }

    /// Work inside of work, and work that goes on to the end.
    private static func work(_ builder: inout TimelineBuilder) {
        builder.work(begins: true, at: 0, at: .zero)
        send("GET /", 0, 1, 0, &builder)
        builder.work(begins: true, at: 1, at: .milliseconds(20))
        send(LocalizedText(en: "checks", zh: "检查"), 1, 1, 20, &builder)
        builder.work(begins: true, at: 1, at: .milliseconds(40))
        send("SELECT", 1, 2, 40, &builder)
        builder.work(begins: false, at: 1, at: .milliseconds(60))
        send("200 OK", 1, 0, 60, &builder)
        builder.work(begins: false, at: 1, at: .milliseconds(60))
    }

    /// Messages from and to outside, at each lifeline, with states in their way.
    private static func outside(_ builder: inout TimelineBuilder) {
        send(LocalizedText(en: "types an address", zh: "输入网址"), 0, 0, 0, outside: .sender, &builder)
        builder.enter("OPEN", of: 0, at: .milliseconds(20))
        send("GET /health", 1, 1, 20, outside: .sender, &builder)
        send("200 OK", 1, 1, 40, outside: .receiver, &builder)
        send("backup", 2, 2, 60, outside: .receiver, &builder)
        builder.enter("BUSY", of: 2, at: .milliseconds(80))
        send("lost", 2, 2, 80, lost: true, outside: .sender, &builder)
    }

    /// A divider and time that passes.
    private static func gaps(_ builder: inout TimelineBuilder) {
        send("GET /", 0, 1, 0, &builder)
        builder.enter("WAITING", of: 0, at: .milliseconds(20))
        let later = LocalizedText(en: "10 s later", zh: "10秒之后")
        builder.pass(.seconds(10), later, at: .milliseconds(10_020))
        builder.divide(LocalizedText(en: "The answer", zh: "应答"), at: .milliseconds(10_020))
        send("200 OK", 1, 0, 10_020, &builder)
        builder.pass(.milliseconds(5), LocalizedText(en: "a moment", zh: "片刻"), at: .milliseconds(10_045))
        send("GET /favicon.ico", 0, 1, 10_045, &builder)
    }

    /// A participant that is created with a state, destroyed, and passed by a message meanwhile.
    private static func lives(_ builder: inout TimelineBuilder) {
        send("GET /", 0, 1, 0, &builder)
        send("fork", 1, 2, 20, &builder)
        builder.create(2, at: .milliseconds(40))
        builder.work(begins: true, at: 2, at: .milliseconds(40))
        send("200 OK", 2, 0, 40, &builder)
        builder.destroy(2, at: .milliseconds(60))
        send("FIN", 0, 1, 60, &builder)
    }

    /// Frames with no room for boxes at 80 columns.
    private static func narrow(_ builder: inout TimelineBuilder) {
        let label: LocalizedText = "SubscriptionConfirmation-0123456789"
        send(label, 0, 1, 0, &builder)
        send(label, 1, 2, 20, &builder)
        let title = LocalizedText(en: "every hour", zh: "每小时")
        builder.frame(.loop(times: 1), title, from: 0, until: .milliseconds(40), depth: 1)
        builder.frame(.group, LocalizedText(en: "Subscribing", zh: "订阅"), from: 0, until: .milliseconds(40), depth: 0)
    }
}
