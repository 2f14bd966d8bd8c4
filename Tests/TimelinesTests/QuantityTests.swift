import Localization
import Testing
import Timelines

@Suite struct `A quantity` {
    private func builder() -> TimelineBuilder {
        TimelineBuilder(participants: [
            Participant(id: "client", name: "Client"), Participant(id: "server", name: "Server"),
        ])
    }

    @Test func `has the value of its last reading up to a moment`() throws {
        var builder = builder()
        builder.read("cwnd", of: 0, unit: .named("B"), value: 1460, at: .zero)
        builder.act("send()", of: 0, at: .milliseconds(10))
        builder.read("cwnd", of: 0, unit: .named("B"), value: 2920, at: .milliseconds(10))
        builder.act("close()", of: 0, at: .milliseconds(20))
        let timeline = builder.build().timeline
        let cwnd = try #require(timeline.quantity("cwnd", of: "client"))
        #expect(cwnd.reading(at: .start)?.value == 1460)
        #expect(cwnd.reading(at: Moment(.milliseconds(10), happened: 0))?.value == 1460)
        #expect(cwnd.reading(at: Moment(.milliseconds(10), happened: 1))?.value == 2920)
        #expect(cwnd.readings(until: timeline.finish).map(\.value) == [1460, 2920])
        #expect(timeline.quantity("cwnd", of: "server") == nil)
    }

    @Test func `has no value before its first reading`() throws {
        var builder = builder()
        builder.act("send()", of: 0, at: .milliseconds(10))
        builder.read("RTO", of: 0, unit: .time, value: 1, at: .milliseconds(15))
        builder.act("close()", of: 0, at: .milliseconds(20))
        let rto = try #require(builder.build().timeline.quantity("RTO", of: "client"))
        #expect(rto.reading(at: Moment(.milliseconds(14), happened: 1)) == nil)
        #expect(rto.reading(at: Moment(.milliseconds(15), happened: 1))?.value == 1)
    }

    @Test func `stands in order of time, each reading behind what was told before it at its instant`() throws {
        var builder = builder()
        builder.act("later", of: 0, at: .milliseconds(30))
        builder.read("x", of: 0, unit: .none, value: 3, at: .milliseconds(30))
        builder.act("early", of: 1, at: .milliseconds(10))
        builder.read("x", of: 0, unit: .none, value: 1, at: .milliseconds(10))
        builder.act("also early", of: 1, at: .milliseconds(10))
        let x = try #require(builder.build().timeline.quantity("x", of: "client"))
        #expect(x.readings.map(\.value) == [1, 3])
        #expect(x.readings.map(\.happened) == [1, 3])
    }

    @Test func `goes by its name in any language`() throws {
        var builder = builder()
        builder.read(LocalizedText(en: "datagrams", zh: "数据报"), of: 1, unit: .none, value: 1, at: .zero)
        let timeline = builder.build().timeline
        #expect(timeline.quantity("数据报", of: "server") == timeline.quantity("datagrams", of: "server"))
        #expect(timeline.quantity("datagrams", of: "server", connection: 2) == nil)
    }
}
