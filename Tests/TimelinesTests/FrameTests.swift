import Localization
import Testing
import Timelines

@Suite struct `A frame` {
    private let three = ["a", "b", "c"].map { Participant(id: $0, name: LocalizedText($0)) }

    private func message(_ from: Int, _ to: Int, at start: Int64, until end: Int64) -> Message {
        Message(from: from, to: to, label: "m", departure: .milliseconds(start), fate: .arrives(.milliseconds(end)))
    }

    @Test func `holds what was added to it, and touches whom that touches`() throws {
        var builder = TimelineBuilder(participants: three)
        builder.phase("before", at: .zero)
        let first = builder.count
        builder.send(message(2, 1, at: 0, until: 10))
        builder.frame(.loop(times: 1), "again", from: first, until: .milliseconds(10), depth: 0)
        builder.act("after", of: 0, at: .milliseconds(10))
        let frame = try #require(builder.build().timeline.frames.first)
        #expect(frame == Frame(.loop(times: 1), title: "again", events: 1...2, lifelines: 1...2))
    }

    @Test func `leaves out a message that nobody waited for and that arrives after its end`() {
        var builder = TimelineBuilder(participants: three)
        builder.send(message(0, 1, at: 0, until: 50))
        builder.act("inside", of: 0, at: .milliseconds(10))
        builder.frame(.group, "g", from: 0, until: .milliseconds(10), depth: 0)
        builder.act("outside", of: 2, at: .milliseconds(20))
        let timeline = builder.build().timeline
        #expect(timeline.frames.map(\.events) == [0...1])
        #expect(timeline.events.count == 4)
    }

    @Test func `comes after the frames round it`() {
        var builder = TimelineBuilder(participants: three)
        builder.act("x", of: 1, at: .zero)
        builder.frame(.group, "inner", from: 0, until: .zero, depth: 1)
        builder.frame(.group, "outer", from: 0, until: .zero, depth: 0)
        #expect(builder.build().timeline.frames.map { $0.title } == ["outer", "inner"])
    }

    @Test func `is not there when nothing happens in it`() {
        var builder = TimelineBuilder(participants: three)
        builder.act("x", of: 0, at: .zero)
        builder.frame(.group, "nothing", from: builder.count, until: .milliseconds(1), depth: 0)
        #expect(builder.build().timeline.frames.isEmpty)
    }

    @Test func `touches everybody when it holds nothing but titles`() {
        var builder = TimelineBuilder(participants: three)
        builder.divide("cut", at: .zero)
        builder.frame(.group, "g", from: 0, until: .zero, depth: 0)
        #expect(builder.build().timeline.frames.map(\.lifelines) == [0...2])
    }
}

@Suite struct `A participant that is created and destroyed` {
    private let timeline: Timeline = {
        var builder = TimelineBuilder(
            participants: ["a", "b", "c"].map { Participant(id: $0, name: LocalizedText($0)) })
        builder.create(1, at: .milliseconds(10))
        builder.destroy(1, at: .milliseconds(20))
        builder.destroy(2, at: .milliseconds(30))
        return builder.build().timeline
    }()

    @Test(arguments: [
        (0, [true, false, true]), (10, [true, true, true]), (20, [true, false, true]), (30, [true, false, false]),
    ])
    func `exists from the one to the other`(ms: Int, expected: [Bool]) {
        #expect(timeline.existence(at: timeline.moment(at: .milliseconds(Int64(ms)))) == expected)
    }
}

@Suite struct `Numbers of messages` {
    @Test func `follow the order of departure, and are there only where they are wanted`() {
        for isNumbered in [true, false] {
            var builder = TimelineBuilder(participants: [Participant(id: "a", name: "A")], isNumbered: isNumbered)
            for (label, start) in [("late", 20), ("early", 10)] as [(LocalizedText, Int64)] {
                builder.send(
                    Message(
                        from: 0, to: 0, label: label, departure: .milliseconds(start),
                        fate: .arrives(.milliseconds(30))))
            }
            let timeline = builder.build().timeline
            let numbers = timeline.messages.indices.map { timeline.number(ofMessage: $0) }
            #expect(numbers == (isNumbered ? [1, 2] : [nil, nil]))
            #expect(timeline.messages.map { $0.label(.english) } == ["early", "late"])
        }
    }
}
