import CellGrid
import Localization
import Testing
import Timelines

@testable import Ladder

/// One message, a copy of it, and one that overtakes both; the last is damaged on the way.
private func changed() -> Timeline {
    func message(
        _ label: LocalizedText, from ms: Int64, to end: Int64, isCopy: Bool = false, isDamaged: Bool = false
    ) -> Message {
        Message(
            from: 0, to: 1, label: label, fields: [.init("seq", "1001"), .init("len", "100")], isCopy: isCopy,
            packet: Packet(.ipv4, [0x45, 0], arrivedBytes: isDamaged ? [0x45, 1] : nil), departure: .milliseconds(ms),
            fate: .arrives(.milliseconds(end)))
    }
    let messages = [
        message("PSH,ACK", from: 0, to: 60), message("PSH,ACK", from: 0, to: 65, isCopy: true),
        message("FIN,ACK", from: 10, to: 50, isDamaged: true),
    ]
    let events = [
        Event(at: .zero, .sent(message: 0)), Event(at: .zero, .sent(message: 1)),
        Event(at: .milliseconds(10), .sent(message: 2)), Event(at: .milliseconds(50), .arrived(message: 2)),
        Event(at: .milliseconds(60), .arrived(message: 0)), Event(at: .milliseconds(65), .arrived(message: 1)),
    ]
    return Timeline(
        participants: [Participant(id: "a", name: "Client"), Participant(id: "b", name: "Server")], messages: messages,
        timers: [], events: events)
}

@Suite struct `Messages that something was done to` {
    @Test func `copies and damaged packets say so, in both languages`() {
        let messages = changed().messages
        func name(_ place: Int, _ language: Language) -> String {
            MessageLabel(messages[place], LadderSettings(language: language)).name
        }
        #expect(name(0, .english) == "PSH,ACK")
        #expect(name(1, .english) == "PSH,ACK · copy" && name(1, .chinese) == "PSH,ACK·副本")
        #expect(name(2, .english) == "FIN,ACK · damaged" && name(2, .chinese) == "FIN,ACK·损坏")
    }

    @Test func `the marked ones, and only those, have a mark on the lifeline where they begin`() {
        let timeline = changed()
        for form in [LadderPane.Form.compact, .trueTime(zoom: 0)] {
            for charset in [Charset.unicode, .ascii] {
                func marks(_ marked: Set<Int>) -> Int {
                    var grid = Grid(Size(columns: 70, rows: 40))
                    var pane = LadderPane(
                        timeline, at: timeline.finish, settings: LadderSettings(charset: charset), form: form)
                    pane.marked = marked
                    pane.draw(into: &grid, in: grid.bounds)
                    return grid.text.count { $0 == charset.glyphs.tampered }
                }
                #expect(marks([]) == 0)
                #expect(marks([2]) == 1)
                #expect(marks([7]) == 0)
            }
        }
    }
}

@Suite struct `Long timelines` {
    /// Forty messages of many fields to and fro, every third of them lost.
    private let timeline: Timeline = {
        let fields = ["seq", "ack", "len", "win", "MSS", "SACK", "TSval", "TSecr", "WS"].map { name in
            Message.Field(name, "123456789")
        }
        let messages = (0..<40).map { place in
            let start = Int64(place) * 15, isLost = place.isMultiple(of: 3)
            return Message(
                from: place % 2, to: 1 - place % 2, label: "PSH,ACK", fields: fields, isRetransmission: place > 30,
                departure: .milliseconds(start),
                fate: isLost ? .isLost(.milliseconds(start + 5)) : .arrives(.milliseconds(start + 20)))
        }
        let events = messages.enumerated().flatMap { place, message in
            [
                Event(at: message.departure, .sent(message: place)),
                Event(at: message.end, message.isLost ? .lost(message: place) : .arrived(message: place)),
            ]
        }
        return Timeline(
            participants: [Participant(id: "a", name: "Client"), Participant(id: "b", name: "Server")],
            messages: messages, timers: [],
            events: events.enumerated().sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }
                .map(\.element))
    }()

    @Test(arguments: [40, 60, 80, 160]) func `every message has rows of its own and a label that is not cut`(
        columns: Int
    ) {
        let layout = CompactLayout(timeline, columns: columns, settings: LadderSettings())
        let rows = timeline.messages.indices.map { layout.rows(of: timeline.departures[$0] ?? 0) }
        for (one, next) in zip(rows, rows.dropFirst()) {
            #expect((one?.upperBound ?? .max) < (next?.lowerBound ?? .min))
        }
        let text = picture(timeline, at: timeline.finish, columns: columns, rows: layout.rows + 8)
        #expect(text.components(of: "PSH,ACK") == 40)
        #expect(text.components(of: "✗") == 14)
    }

    @Test(arguments: [60, 80, 160]) func `in true time each has its line and as much of its label as there is room`(
        columns: Int
    ) {
        let layout = TrueTimeLayout(timeline, columns: columns, settings: LadderSettings())
        let text = picture(
            timeline, at: timeline.finish, columns: columns, rows: layout.rows + 8, form: .trueTime(zoom: 0))
        #expect(text.components(of: "✗") == 14)
        #expect(text.split(separator: "\n").allSatisfy { String($0).cellWidth <= columns })
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of part: String) -> Int {
        indices.count { self[$0...].hasPrefix(part) }
    }
}
