import CellGrid
import Localization
import Testing
import Timelines

@testable import Ladder

/// A SYN-ACK that forgets that the SYN counts as one, and a state that nobody can be in.
private func wrong(_ why: LocalizedText) -> Timeline {
    let messages = [
        Message(
            from: 0, to: 1, label: "SYN", fields: [.init("seq", "1000")], departure: .zero,
            fate: .arrives(.milliseconds(20))),
        Message(
            from: 1, to: 0, label: "SYN,ACK", fields: [.init("ack", "1000")], wrong: why,
            departure: .milliseconds(20), fate: .arrives(.milliseconds(40))),
    ]
    let events = [
        Event(at: .zero, .sent(message: 0)), Event(at: .milliseconds(20), .arrived(message: 0)),
        Event(at: .milliseconds(20), .sent(message: 1)), Event(at: .milliseconds(40), .arrived(message: 1)),
        Event(at: .milliseconds(40), .state(0, "TIME-WAIT"), wrong: why),
    ]
    return Timeline(
        participants: [
            Participant(id: "a", name: LocalizedText(en: "Client", zh: "客户端")),
            Participant(id: "b", name: LocalizedText(en: "Server", zh: "服务器")),
        ], messages: messages, timers: [], events: events)
}

@Suite struct `What is against the rules` {
    private func frame(
        _ why: LocalizedText, _ form: LadderPane.Form = .compact, rows: Int = 9, columns: Int = 60,
        _ settings: LadderSettings = LadderSettings()
    ) -> String {
        let timeline = wrong(why)
        var grid = Grid(Size(columns: columns, rows: rows))
        LadderPane(timeline, at: timeline.finish, settings: settings, form: form).draw(into: &grid, in: grid.bounds)
        return grid.text
    }

    private let why = LocalizedText(en: "the SYN counts as one, so ack must be 1001", zh: "SYN占一个序列号，ack应为1001")

    @Test func `says so below its label, and why`() {
        #expect(
            frame(why) == """
                          Client                                   Server
                             │                                        │
                             │              SYN seq=1000              │
                             │───────────────────────────────────────▶│
                             │            SYN,ACK ack=1000            │
                             │ ✗ wrong: the SYN counts as one, so ack │
                             │              must be 1001              │
                 TIME-WAIT ✗ │◀───────────────────────────────────────│
                             ┊                                        ┊
                """)
    }

    @Test func `says so in Chinese`() {
        #expect(
            frame(why, .compact, rows: 9, columns: 60, LadderSettings(language: .chinese)) == """
                          客户端                                   服务器
                             │                                        │
                             │              SYN seq=1000              │
                             │───────────────────────────────────────▶│
                             │            SYN,ACK ack=1000            │
                             │  ✗违规：SYN占一个序列号，ack应为1001   │
                 TIME-WAIT ✗ │◀───────────────────────────────────────│
                             ┊                                        ┊
                             ┊                                        ┊
                """)
    }

    @Test func `says so in ASCII`() {
        #expect(
            frame(why, .compact, rows: 9, columns: 60, LadderSettings(charset: .ascii)) == """
                          Client                                   Server
                             |                                        |
                             |              SYN seq=1000              |
                             |--------------------------------------->|
                             |            SYN,ACK ack=1000            |
                             | x wrong: the SYN counts as one, so ack |
                             |              must be 1001              |
                 TIME-WAIT x |<---------------------------------------|
                             :                                        :
                """)
    }

    @Test func `says so where time is true, and leaves the reason to the details`() {
        #expect(
            frame(why, .trueTime(zoom: 0), rows: 16) == """
                                     Client                       Server
                                        │                            │
                     0 ms               │⠉⠑⠒⠤⢄⣀  SYN seq=1000        │
                                        │      ⠉⠒⠢⠤⣀⡀                │
                                        │           ⠈⠉⠒⠤⢄⣀           │
                                        │                 ⠉⠑⠒⠤⣀⡀     │
                                        │                      ⠈⠉⠒⠢⠤▶│
                    20 ms               │                      ⣀⡠⠤⠒⠊⠉│
                                        │                ⢀⣀⠤⠔⠒⠉      │
                                        │           ⣀⡠⠤⠒⠉⠁           │
                                        │     ⢀⣀⠤⠒⠊⠉                 │
                                        │◀⠤⠔⠒⠉⠁ SYN,ACK ✗ wrong      │
                    40 ms  TIME-WAIT ✗  │                            │
                                        ┊                            ┊
                                        ┊                            ┊
                                        ┊                            ┊
                """)
    }

    @Test func `says no more than two lines of why, and that there is more`() {
        let long = LocalizedText(String(repeating: "the SYN counts as one ", count: 12))
        #expect(
            frame(long, columns: 44) == """
                          Client                   Server
                             │                        │
                             │      SYN seq=1000      │
                             │───────────────────────▶│
                             │    SYN,ACK ack=1000    │
                             │    ✗ wrong: the SYN    │
                             │ counts as one the SYN… │
                 TIME-WAIT ✗ │◀───────────────────────│
                             ┊                        ┊
                """)
    }

    @Test func `is drawn in the role of what fails once it has arrived`() {
        let message = wrong(why).messages[1]
        #expect(message.role(.arrived) == .failure && message.role(.lost) == .lost && message.role(.toCome) == .future)
    }
}
