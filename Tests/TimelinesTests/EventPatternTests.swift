import Localization
import Testing
import Timelines

@Suite struct `An event pattern` {
    /// a → b twice, the second time again, lost; then b → a, which changes things at a.
    private static let timeline: Timeline = {
        func message(_ from: Int, _ to: Int, _ label: String, _ ack: String, at: Int64) -> Message {
            Message(
                from: from, to: to, label: LocalizedText(label), fields: [.init("ack", ack)],
                departure: .milliseconds(at),
                fate: .arrives(.milliseconds(at + 10)))
        }
        var again = message(0, 1, "SYN", "0", at: 20)
        again.isRetransmission = true
        again.fate = .isLost(.milliseconds(25))
        var copy = message(0, 1, "SYN", "0", at: 21)
        copy.isCopy = true
        let rule = Rule("a-rule", en: "x", zh: "x")
        return Timeline(
            participants: [.init(id: "a", name: "A"), .init(id: "b", name: "B")],
            messages: [message(0, 1, "SYN", "0", at: 0), again, copy, message(1, 0, "ACK", "7", at: 40)],
            timers: [TimerRun(owner: 0, name: "RTO", start: .zero, length: .milliseconds(20), outcome: .fires)],
            events: [
                Event(at: .zero, .sent(message: 0), rule: rule),
                Event(at: .zero, .timerStarted(timer: 0)),
                Event(at: .milliseconds(10), .arrived(message: 0), rule: rule),
                Event(at: .milliseconds(20), .timerFired(timer: 0)),
                Event(at: .milliseconds(20), .sent(message: 1)),
                Event(at: .milliseconds(21), .sent(message: 2)),
                Event(at: .milliseconds(25), .lost(message: 1)),
                Event(at: .milliseconds(31), .arrived(message: 2)),
                Event(at: .milliseconds(40), .sent(message: 3)),
                Event(at: .milliseconds(50), .arrived(message: 3)),
                Event(at: .milliseconds(50), .state(0, "ESTABLISHED")),
                Event(at: .milliseconds(50), .table(TableChange(owner: 1, name: LocalizedText(en: "queue", zh: "队列")))),
                Event(at: .milliseconds(50), .action(1, LocalizedText(en: "connect() returns", zh: "connect()返回"))),
                Event(at: .milliseconds(50), .note(0...1, "n"), rule: rule),
            ])
    }()

    @Test(
        arguments: [
            (EventPattern(.sent(nil, isRetransmission: nil)), [0, 4, 8]),
            (EventPattern(.sent("SYN", isRetransmission: nil)), [0, 4]),
            (EventPattern(.sent("SYN", isRetransmission: true)), [4]),
            (EventPattern(.sent("SYN", isRetransmission: false)), [0]),
            (EventPattern(.sent(nil, isRetransmission: nil), from: "b"), [8]),
            (EventPattern(.sent(nil, isRetransmission: nil), to: "b"), [0, 4]),
            (EventPattern(.sent(nil, isRetransmission: nil), nth: 3), [8]),
            (EventPattern(.sent(nil, isRetransmission: nil), nth: 4), []),
            (EventPattern(.sent(nil, isRetransmission: nil), nth: 0), []),
            (EventPattern(.sent(nil, isRetransmission: nil), fields: [.init("ack", "7")]), [8]),
            (EventPattern(.sent(nil, isRetransmission: nil), fields: [.init("seq", "7")]), []),
            (EventPattern(.arrived("SYN")), [2, 7]), (EventPattern(.arrived(nil), to: "a"), [9]),
            (EventPattern(.lost(nil)), [6]), (EventPattern(.lost("ACK")), []),
            (EventPattern(.state("ESTABLISHED")), [10]), (EventPattern(.state(nil), from: "b"), []),
            (EventPattern(.timer("RTO", .starts)), [1]), (EventPattern(.timer(nil, .fires), from: "a"), [3]),
            (EventPattern(.timer(nil, .cancelled)), []), (EventPattern(.does("connect()")), [12]),
            (EventPattern(.does("connect()返回")), [12]), (EventPattern(.does("returns")), []),
            (EventPattern(.table("队列")), [11]), (EventPattern(.table(nil), from: "a"), []),
            (EventPattern(.rule("a-rule")), [0, 2, 13]), (EventPattern(.rule("a-rule"), from: "a"), [0]),
            (EventPattern(.rule("a-rule"), from: "b"), [2]), (EventPattern(.rule("b-rule")), []),
        ] as [(EventPattern, [Int])])
    func `fits what it describes, in order of time`(pattern: EventPattern, expected: [Int]) {
        #expect(pattern.matches(in: Self.timeline) == expected)
    }
}

@Suite struct `The name of a state` {
    @Test func `may be followed by the port of one of several connections`() {
        #expect("ESTABLISHED".names(state: "ESTABLISHED") && "ESTABLISHED :50001".names(state: "ESTABLISHED"))
        #expect(!"FIN-WAIT-1".names(state: "FIN-WAIT") && !"ESTABLISHED".names(state: "ESTABLISHED :50001"))
        let timeline = Timeline(
            participants: [.init(id: "a", name: "A")], messages: [], timers: [],
            events: [Event(at: .zero, .state(0, "ESTABLISHED")), Event(at: .zero, .state(0, "ESTABLISHED :50001"))])
        #expect(EventPattern(.state("ESTABLISHED"), nth: 2).matches(in: timeline) == [1])
    }
}

@Suite struct `An exact span` {
    @Test(arguments: [
        (0, "0ms"), (1, "1ns"), (1500, "1500ns"), (2000, "2us"), (1_500_000_000, "1500ms"), (90_000_000_000, "90s"),
        (120_000_000_000, "2min"), (Int64.max, "9223372036854775807ns"), (Int64.min, "-9223372036854775808ns"),
    ])
    func `is written in the largest unit that needs no fraction`(nanoseconds: Int64, text: String) {
        #expect(Span(nanoseconds: nanoseconds).exactText == text)
        if nanoseconds >= 0 { #expect(Span(text)?.nanoseconds == nanoseconds) }
    }
}
