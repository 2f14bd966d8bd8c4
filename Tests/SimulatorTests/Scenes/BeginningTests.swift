import Localization
import Simulator
import Testing
import Timelines
import Wire

/// What a learner finds when the scene begins later than the simulation.
@Suite struct BeginningTests {
    private func tables(_ timeline: Timeline) -> [(String, [String], Int?)] {
        timeline.events.compactMap { event in
            guard case .table(let change) = event.kind, event.instant == .zero else { return nil }
            return (change.name(.english), change.set.map(\.key), change.slots)
        }
    }

    /// Two connections fill the accept queue of a listener with backlog 1, and a third comes at 1.5 s.
    private func scene(since beginning: Span) throws -> Timeline {
        var scenario = try Scene.scenario(
            script: [.init("server", .listen(port: 443, backlog: 1))]
                + [0, 10, 1500].map {
                    .init("client", .connect("server", port: 443), program: "at\($0)", at: .milliseconds(Int64($0)))
                }, limit: .seconds(1))
        scenario.beginning = beginning
        return scenario.run()
    }

    @Test func `tables stand there as they were filled before`() throws {
        let timeline = try scene(since: .seconds(1))
        let tables = tables(timeline)
        #expect(tables.map(\.0) == ["accept queue"])
        #expect(tables.first?.1 == ["192.0.2.10:50000", "192.0.2.10:50001"])
        #expect(tables.first?.2 == 2)
        #expect(timeline.rules(of: "server").contains("accept-queue-full"))
    }

    @Test func `a scene that begins at the beginning has none`() throws {
        #expect(try tables(scene(since: .zero)).isEmpty)
    }
}
