import Localization
import Timelines

@testable import Ladder

/// The three-way handshake as the canonical numbers have it, 20 ms each way.
func handshake(states: Bool = true) -> Timeline {
    let participants = [
        Participant(
            id: "client", name: LocalizedText(en: "Client", zh: "客户端"), address: "192.0.2.10:50000",
            state: states ? "CLOSED" : nil),
        Participant(
            id: "server", name: LocalizedText(en: "Server", zh: "服务器"), address: "198.51.100.20:443",
            state: states ? "LISTEN" : nil),
    ]
    func message(_ from: Int, _ label: String, _ fields: [Message.Field], _ ms: Int64) -> Message {
        Message(
            from: from, to: 1 - from, label: LocalizedText(label), fields: fields, departure: .milliseconds(ms),
            fate: .arrives(.milliseconds(ms + 20)))
    }
    let messages = [
        message(0, "SYN", [.init("seq", "1000")], 0),
        message(1, "SYN,ACK", [.init("seq", "5000"), .init("ack", "1001")], 20),
        message(0, "ACK", [.init("seq", "1001"), .init("ack", "5001")], 40),
    ]
    var events = [
        Event(at: .zero, .action(0, "connect()")), Event(at: .zero, .sent(message: 0), anchor: "syn"),
        Event(at: .zero, .state(0, "SYN-SENT")), Event(at: .zero, .timerStarted(timer: 0)),
        Event(at: .milliseconds(20), .arrived(message: 0)), Event(at: .milliseconds(20), .state(1, "SYN-RECEIVED")),
        Event(
            at: .milliseconds(20),
            .table(
                TableChange(
                    owner: 1, name: LocalizedText(en: "SYN queue", zh: "半连接队列"), slots: 4,
                    set: [.init("192.0.2.10:50000", "SYN-RECEIVED")]))),
        Event(at: .milliseconds(20), .sent(message: 1)), Event(at: .milliseconds(40), .arrived(message: 1)),
        Event(at: .milliseconds(40), .timerCancelled(timer: 0)), Event(at: .milliseconds(40), .state(0, "ESTABLISHED")),
        Event(at: .milliseconds(40), .sent(message: 2)), Event(at: .milliseconds(60), .arrived(message: 2)),
        Event(at: .milliseconds(60), .state(1, "ESTABLISHED")),
    ]
    if !states { events.removeAll { if case .state = $0.kind { true } else { false } } }
    let timer = TimerRun(
        owner: 0, name: "RTO", start: .zero, length: .seconds(1), outcome: .isCancelled(.milliseconds(40)))
    return Timeline(participants: participants, messages: messages, timers: [timer], events: events)
}

/// One of every kind of event among three participants.
func everything() -> Timeline {
    let participants = [
        Participant(id: "stub", name: LocalizedText(en: "Stub", zh: "存根解析器"), state: "IDLE"),
        Participant(id: "resolver", name: LocalizedText(en: "Resolver", zh: "递归解析器"), state: "READY"),
        Participant(id: "server", name: LocalizedText(en: "Name server", zh: "权威服务器")),
    ]
    func message(
        _ from: Int, _ to: Int, _ label: String, _ ms: Int64, fields: [Message.Field] = [],
        _ protection: Message.Protection = .clear, lost: Bool = false, again: Bool = false
    ) -> Message {
        Message(
            from: from, to: to, label: LocalizedText(label), fields: fields, spotlight: ["id"], protection: protection,
            isRetransmission: again, departure: .milliseconds(ms),
            fate: lost ? .isLost(.milliseconds(ms + 6)) : .arrives(.milliseconds(ms + 10)))
    }
    let messages = [
        message(0, 1, "A? www.example.com", 0, fields: [.init("id", "4711"), .init("RD", "1")]),
        message(1, 2, "A? www.example.com", 10, lost: true),
        message(1, 2, "A? www.example.com", 30, again: true),
        message(2, 1, "A 192.0.2.1", 40, .handshakeKeys),
        message(1, 0, "A 192.0.2.1", 50, .applicationKeys),
        message(2, 0, "late", 60),
        message(1, 1, "looks in its cache", 70),
    ]
    let cache = LocalizedText(en: "cache", zh: "缓存")
    let events = [
        Event(at: .zero, .phase(LocalizedText(en: "Asking", zh: "查询"))),
        Event(at: .zero, .action(0, LocalizedText(en: "looks a name up", zh: "查找名字"))),
        Event(at: .zero, .sent(message: 0)), Event(at: .zero, .state(0, "WAITING")),
        Event(at: .milliseconds(10), .arrived(message: 0)), Event(at: .milliseconds(10), .state(1, "BUSY")),
        Event(at: .milliseconds(10), .sent(message: 1)), Event(at: .milliseconds(10), .timerStarted(timer: 0)),
        Event(at: .milliseconds(16), .lost(message: 1)), Event(at: .milliseconds(30), .timerFired(timer: 0)),
        Event(at: .milliseconds(30), .sent(message: 2)), Event(at: .milliseconds(30), .timerStarted(timer: 1)),
        Event(at: .milliseconds(40), .arrived(message: 2)), Event(at: .milliseconds(40), .sent(message: 3)),
        Event(at: .milliseconds(50), .arrived(message: 3)), Event(at: .milliseconds(50), .timerCancelled(timer: 1)),
        Event(
            at: .milliseconds(50),
            .table(TableChange(owner: 1, name: cache, set: [.init("www.example.com", "192.0.2.1")]))),
        Event(at: .milliseconds(50), .sent(message: 4)),
        Event(at: .milliseconds(50), .note(1...2, LocalizedText(en: "answered after a timeout", zh: "超时后才得到应答"))),
        Event(at: .milliseconds(60), .arrived(message: 4)), Event(at: .milliseconds(60), .sent(message: 5)),
        Event(at: .milliseconds(70), .arrived(message: 5)), Event(at: .milliseconds(70), .sent(message: 6)),
        Event(at: .milliseconds(80), .arrived(message: 6)),
    ]
    let timers = [
        TimerRun(owner: 1, name: "retry", start: .milliseconds(10), length: .milliseconds(20), outcome: .fires),
        TimerRun(
            owner: 1, name: "retry", start: .milliseconds(30), length: .milliseconds(40),
            outcome: .isCancelled(.milliseconds(50))),
    ]
    return Timeline(participants: participants, messages: messages, timers: timers, events: events)
}

/// A SYN that is lost and sent again when its timer fires after a second.
func lostAndSentAgain() -> Timeline {
    let participants = [
        Participant(id: "client", name: "Client", state: "SYN-SENT"),
        Participant(id: "server", name: "Server", state: "LISTEN"),
    ]
    let messages = [
        Message(
            from: 0, to: 1, label: "SYN", fields: [.init("seq", "1000")], departure: .zero,
            fate: .isLost(.milliseconds(12))),
        Message(
            from: 0, to: 1, label: "SYN", fields: [.init("seq", "1000")], isRetransmission: true,
            departure: .milliseconds(1000), fate: .arrives(.milliseconds(1020))),
    ]
    let events = [
        Event(at: .zero, .sent(message: 0)), Event(at: .zero, .timerStarted(timer: 0)),
        Event(at: .milliseconds(12), .lost(message: 0)), Event(at: .milliseconds(1000), .timerFired(timer: 0)),
        Event(at: .milliseconds(1000), .sent(message: 1)), Event(at: .milliseconds(1020), .arrived(message: 1)),
        Event(at: .milliseconds(1020), .state(1, "SYN-RECEIVED")),
    ]
    let timer = TimerRun(owner: 0, name: "RTO", start: .zero, length: .seconds(1), outcome: .fires)
    return Timeline(participants: participants, messages: messages, timers: [timer], events: events)
}

/// Nine participants, each telling the next.
func wide() -> Timeline {
    let participants = (0..<9).map { Participant(id: "p\($0)", name: LocalizedText("Participant\($0)")) }
    let messages = (0..<8).map { index in
        Message(
            from: index, to: index + 1, label: LocalizedText("message-\(index)"),
            departure: .milliseconds(Int64(index) * 10),
            fate: .arrives(.milliseconds(Int64(index) * 10 + 10)))
    }
    let events = (0..<8).flatMap { index in
        [
            Event(at: messages[index].departure, .sent(message: index)),
            Event(at: messages[index].end, .arrived(message: index)),
        ]
    }
    return Timeline(participants: participants, messages: messages, timers: [], events: events)
}
