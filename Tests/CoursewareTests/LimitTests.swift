import Localization
import LocatedJSON
import Testing
import Timelines

@testable import Courseware

@Suite struct `A lesson that asks for too much` {
    private func list(_ count: Int, _ item: (Int) -> String) -> String {
        "[" + (0..<count).map(item).joined(separator: ", ") + "]"
    }

    @Test func `has too many participants, variants or challenges`() {
        let participants = list(65) { #"{ "id": "p\#($0)", "name": "P" }"# }
        let variants = list(65) { #"{ "id": "v\#($0)", "title": "V", "about": "A", "faults": [] }"# }
        #expect(
            LessonDecoder.decode(
                SourceFile(
                    "x.json",
                    text: """
                        { "format": 1, "id": "x", "track": "t", "title": "X", "summary": "S", "timeline": [],
                        "participants": \(participants) }
                        """)
            ).diagnostics.map(\.text) == ["2:17: error: may have at most 64, has 65"])
        #expect(simulationFaults(#""variants": \#(variants)"#) == ["8:13: error: may have at most 64, has 65"])
        #expect(
            simulationFaults(#""challenges": \#(list(65) { "{ \"id\": \"\($0)\" }" })"#) == [
                "8:15: error: may have at most 64, has 65"
            ])
    }

    @Test func `serves pages that are held in memory`() {
        let calls = """
            { "host": "server", "listen": 80 }, { "host": "server", "accept": true }, { "host": "server", "serve": "2MB" }
            """
        #expect(
            simulationFaults(
                #""variants": [ { "id": "v", "title": "V", "about": "A", "scenario": { "do": [\#(calls)] } } ]"#
            )
            .map { $0.drop { $0 != "'" } } == ["'2MB' is more than 1 MB; nobody will wait for it"])
    }

    /// What is said of two hosts that ping each other until the time is up, where reading may take so much work.
    private func faultsOfPings(until end: String, within budget: SimulationBudget) throws -> [String] {
        let calls = ["a", "b"].flatMap { host in
            let other = host == "a" ? "b" : "a"
            return [
                #"{ "host": "\#(host)", "ping": "\#(other)", "label": "again" }"#,
                #"{ "host": "\#(host)", "goTo": "again" }"#,
            ]
        }.joined(separator: ", ")
        let text = """
            { "scenario": { "hosts": [ { "id": "a", "address": "192.0.2.1" }, { "id": "b", "address": "192.0.2.2" } ],
            "do": [\(calls)], "until": "\(end)" } }
            """
        let log = FaultLog(file: "x.json")
        let node = try JSONNode(parsing: Array(text.utf8))
        var object = try #require(ObjectReader(node, as: "a lesson", log: log))
        var reader = SimulatedSceneReader(delay: .milliseconds(20), isNumbered: false, log: log, budget: budget)
        _ = reader.main(&object, title: "X")
        return log.diagnostics.map(\.text)
    }

    @Test func `keeps the simulator busy`() throws {
        let fault = { (limit: Int) in
            "1:3: error: the simulation takes more than \(limit) occurrences (arrivals, timers, calls); "
                + "let less happen, or end it with 'until'"
        }
        #expect(try faultsOfPings(until: "1s", within: SimulationBudget(scene: 500, total: 500)) == [])
        #expect(try faultsOfPings(until: "1min", within: SimulationBudget(scene: 500, total: 5000)) == [fault(500)])
        let common = SimulationBudget(scene: 500, total: 300)
        #expect(try (0..<4).map { _ in try faultsOfPings(until: "1s", within: common) }.last == [fault(300)])
    }

    @Test func `nests deeper than anybody writes`() {
        let depth = JSONNode.maximumDepth + 1
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(
            LessonDecoder.decode(SourceFile("x.json", text: text)).diagnostics.map(\.text) == [
                "1:65: error: nested more than 64 deep"
            ])
    }
}
