import Localization
import Testing
import Timelines

@Suite struct `A timeline builder` {
    private let pair = [Participant(id: "a", name: "A"), Participant(id: "b", name: "B")]

    private func message(_ label: LocalizedText, at departure: Int64, takes travel: Int64) -> Message {
        Message(
            from: 0, to: 1, label: label, departure: .milliseconds(departure),
            fate: .arrives(.milliseconds(departure + travel)))
    }

    @Test func `sorts by instant and numbers messages by departure`() {
        var builder = TimelineBuilder(participants: pair)
        let late = builder.send(message("late", at: 5, takes: 20))
        let early = builder.send(message("early", at: 0, takes: 5), anchor: "first")
        let (timeline, indices) = builder.build()
        #expect(timeline.messages.map { $0.label(.english) } == ["early", "late"])
        // At 5 ms "late" leaves before "early" arrives, because it was added first.
        #expect(
            timeline.events.map(\.kind) == [
                .sent(message: 0), .sent(message: 1), .arrived(message: 0), .arrived(message: 1),
            ])
        #expect((indices[late], indices[early]) == (1, 0))
        #expect(timeline.event(anchored: "first") == 0)
    }

    @Test func `keeps the order of what shares an instant`() {
        var builder = TimelineBuilder(participants: pair)
        for state in ["one", "two", "three"] { builder.enter(LocalizedText(state), of: 0, at: .zero) }
        #expect(
            builder.build().timeline.events.map(\.kind) == [.state(0, "one"), .state(0, "two"), .state(0, "three")])
    }

    @Test func `gives timers their outcome`() {
        var builder = TimelineBuilder(participants: pair)
        let fired = builder.start("RTO", of: 0, for: .seconds(1), at: .milliseconds(10)).timer
        let stopped = builder.start("TTL", of: 1, for: .seconds(9), at: .zero).timer
        _ = builder.start("idle", of: 1, for: .seconds(9), at: .milliseconds(20))
        builder.cancel(stopped, at: .milliseconds(30))
        builder.fire(fired)
        let timeline = builder.build().timeline
        #expect(timeline.timers.map(\.outcome) == [.isCancelled(.milliseconds(30)), .fires, .runsOn])
        #expect(timeline.events.last == Event(at: .milliseconds(1010), .timerFired(timer: 1)))
    }

    @Test func `makes an empty timeline of nothing`() {
        let (timeline, indices) = TimelineBuilder(participants: pair).build()
        #expect(timeline.events.isEmpty && indices.isEmpty)
    }
}
