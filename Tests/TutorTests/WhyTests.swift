import CellGrid
import Courseware
import Localization
import Simulator
import Testing
import Timelines

@testable import Tutor

@Suite struct `Asking why` {
    private func lines(_ driven: Driven) throws -> [String] {
        let player = try #require(driven.player)
        guard case .why(let event, _) = player.sheet else { return [] }
        return WhyView(player, event: event, appearance: Appearance(), columns: 200).lines.map { line in
            line.runs.map(\.text).joined()
        }
    }

    @Test func `the chain leads from the retransmission over its timer to the call`() throws {
        var driven = SimulatedCourse.opened(faults: [Fault(.drop, .message(1))])
        driven.point(at: 1)
        driven.press(.character("w"))
        let lines = try lines(driven)
        let links = lines.filter { $0.first?.isNumber ?? false }
        #expect(
            links == [
                "1.000 s  Client to Server: SYN (resent)  seq=1000 win=64240 MSS=1460",
                "1.000 s  Client: timer RTO fires", "0.000 s  Client starts timer RTO, 1 s",
                "0.000 s  Client to Server: SYN  seq=1000 win=64240 MSS=1460", "0.000 s  Client: connect()",
            ])
        #expect(lines.count { $0.contains("because") } == links.count - 1)
        #expect(lines.contains { $0.contains("RFC 6298 §5.4") })
    }

    @Test func `in predict mode nothing is told of what is still to come`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("p"))
        for _ in 0..<40 {
            driven.press(.character("."), .character("w"))
            let player = try #require(driven.player)
            guard case .why(let event, _) = player.sheet else {
                #expect(player.moment.happened == 0)
                continue
            }
            #expect(event < player.moment.happened)
            for cause in player.timeline.causes(of: event) { #expect(cause < player.moment.happened) }
            driven.press(.escape)
        }
    }

    @Test func `a scripted event is explained by the step it belongs to`() throws {
        var driven = Driven(catalog: SimulatedCourse.catalog)
        driven.program.open(lesson: "hello")
        driven.press(.right, .right, .character("w"))
        let text = try lines(driven).joined(separator: "\n")
        #expect(text.contains("The client picks seq=1000 and waits for an answer."))
        #expect(text.contains("RFC 9293 §3.5"))
    }

    @Test func `it scrolls no further than there is something, and Esc closes it`() throws {
        var driven = SimulatedCourse.opened(Look.all[0], faults: [Fault(.drop, .message(1))])
        driven.point(at: 1)
        driven.press(.character("w"))
        let top = driven.text
        for _ in 0..<50 { driven.press(.down) }
        let bottom = driven.text
        #expect(bottom != top && bottom.contains("0.000 s  Client: connect()"))
        for _ in 0..<50 { driven.press(.up) }
        #expect(driven.text == top)
        driven.press(.escape)
        #expect(try #require(driven.player).sheet == nil)
    }

    @Test func `every event of the course has a chain that ends, in both languages`() {
        for lesson in Course.catalog.lessons {
            for index in lesson.scenes.indices {
                let player = PlayerScreen(lesson, scene: index)
                for event in player.timeline.events.indices {
                    let appearance = Appearance(language: event.isMultiple(of: 2) ? .english : .chinese)
                    let view = WhyView(player, event: event, appearance: appearance, columns: 60)
                    #expect(view.lines.allSatisfy { $0.width <= 60 } && !view.lines.isEmpty)
                }
            }
        }
    }
}
