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
