import Localization
import Timelines

/// A client whose connection is opened, carries data and is lost when the host crashes; numbers as long as they can be.
func recorded() -> Timeline {
    var builder = TimelineBuilder(participants: [
        Participant(id: "client", name: LocalizedText(en: "Client", zh: "客户端"), state: "CLOSED"),
        Participant(id: "server", name: LocalizedText(en: "Server", zh: "服务器"), state: "CLOSED"),
    ])
    func segment(_ label: LocalizedText, _ sender: Int, at departure: Int64) {
        builder.send(
            Message(
                from: sender, to: 1 - sender, label: label, departure: .milliseconds(departure),
                fate: .arrives(.milliseconds(departure + 20))))
    }
    func read(_ name: LocalizedText, _ value: Int64, at milliseconds: Int64) {
        builder.read(name, of: 0, unit: .none, value: value, at: .milliseconds(milliseconds))
    }
    builder.enter("LISTEN", of: 1, at: .zero)
    builder.act("connect()", of: 0, at: .zero)
    read("SND.UNA", 4_294_967_000, at: 0)
    read("SND.NXT", 4_294_967_000, at: 0)
    builder.enter("SYN-SENT", of: 0, at: .zero)
    read("SND.NXT", 4_294_967_001, at: 0)
    segment("SYN", 0, at: 0)
    segment("SYN,ACK", 1, at: 20)
    builder.enter("ESTABLISHED", of: 0, at: .milliseconds(40))
    for (name, value) in [
        ("SND.UNA", 4_294_967_001), ("SND.WND", 64_240), ("RCV.NXT", 3_221_225_473), ("RCV.WND", 1_048_576),
    ] as [(LocalizedText, Int64)] { read(name, value, at: 40) }
    read("SND.NXT", 805, at: 100)
    builder.act("close()", of: 0, at: .milliseconds(200))
    builder.enter("FIN-WAIT-1", of: 0, at: .milliseconds(200))
    builder.act(LocalizedText(en: "crashes", zh: "断电"), of: 0, at: .milliseconds(300))
    builder.enter("CLOSED", of: 0, at: .milliseconds(300))
    builder.act("read()", of: 1, at: .milliseconds(400))
    let bare = builder.build().timeline
    func entry(_ milliseconds: Int64, _ happened: Int, _ state: ConnectionState?, _ isOpen: Bool) -> ControlBlock.Entry
    {
        let options = ControlBlock.Options(mss: 1460, scales: [7, 14], sack: true, timestamps: false)
        return ControlBlock.Entry(
            at: .milliseconds(milliseconds), happened: happened,
            fields: ControlBlock.Fields(
                local: "192.0.2.10:50000", remote: "198.51.100.20:443", state: state, options: isOpen ? options : nil))
    }
    func event(_ index: Int, _ state: LocalizedText) -> Int {
        (bare.events.firstIndex { if case .state(index, state) = $0.kind { true } else { false } } ?? 0) + 1
    }
    let block = ControlBlock(
        owner: 0, connection: 1,
        entries: [
            entry(0, 2, nil, false), entry(0, event(0, "SYN-SENT"), .synSent, false),
            entry(40, event(0, "ESTABLISHED"), .established, true),
            entry(200, event(0, "FIN-WAIT-1"), .finWait1, true),
            ControlBlock.Entry(at: .milliseconds(300), happened: event(0, "CLOSED"), fields: nil),
        ])
    return Timeline(
        participants: bare.participants, messages: bare.messages, timers: bare.timers, events: bare.events,
        quantities: bare.quantities, controlBlocks: [block])
}
