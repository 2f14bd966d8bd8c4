import Courseware
import Localization
import LocatedJSON
import Simulator
import Testing
import Timelines

@Suite struct `A changed scene` {
    private static let steps = """
        "steps": [
          { "on": { "sent": "SYN", "from": "client" }, "id": "syn", "say": "the SYN", "spotlight": ["seq"] },
          { "on": { "sent": "SYN", "again": true }, "id": "again", "say": "the SYN again", "optional": true },
          { "on": { "state": "ESTABLISHED", "at": "client" }, "say": "client is there" },
          { "on": { "state": "ESTABLISHED", "at": "server" }, "say": "server is there" }
        ],
        """
    private static let rest = #""variants": [ { "id": "lost", "title": "L", "about": "A", "faults": ["drop:SYN"] } ]"#

    private func scene(_ id: String? = nil) throws -> Scene {
        try #require(simulatedLesson(Self.steps + Self.rest)?.scene(id))
    }

    /// Each step: what it is about, and what is said; `*` for the simulator's own words.
    private func telling(_ scene: Scene) -> [String] {
        let lines = scene.timeline.trace.split(separator: "\n").map(String.init)
        return scene.steps.map { step in
            let rule = scene.timeline.events[step.event].rule
            let isAutomatic = rule.map { $0.sentence == step.say } ?? false
            if isAutomatic { #expect(step.citations.map(\.text) == rule?.citations) }
            return lines[step.event] + " | " + (isAutomatic ? "*" : step.say(.english))
        }
    }

    @Test func `is told by the author as long as nothing is different`() throws {
        let scene = try scene()
        #expect(scene.changed(by: []) == scene)
        #expect(
            telling(scene) == [
                "0 ms: client sends SYN to server #syn | the SYN",
                "40 ms: client is ESTABLISHED | client is there",
                "60 ms: server is ESTABLISHED | server is there",
            ])
    }

    @Test func `is told by rules where no step says anything, from the change on`() throws {
        let changed = try scene().changed(by: [Simulator.Fault(parsing: "drop:2")])
        #expect(changed.simulation?.faults == [])
        #expect(
            telling(changed) == [
                "0 ms: client sends SYN to server #syn | the SYN", "30 ms: SYN,ACK is lost | *",
                "1 s: client sends SYN to server #again | the SYN again", "1.02 s: server sends SYN,ACK to client | *",
                "1.04 s: client is ESTABLISHED | client is there", "1.04 s: client sends ACK to server | *",
                "1.06 s: server is ESTABLISHED | server is there",
                "1.06 s: server does accept() returns 192.0.2.10:50000 | *", "1.06 s: server sends ACK to client | *",
            ])
    }

    @Test func `keeps the author's words for what only a change brings about`() throws {
        let changed = try scene().changed(by: [Simulator.Fault(parsing: "drop:SYN")])
        #expect(telling(changed).contains { $0.hasSuffix("client sends SYN to server #again | the SYN again") })
    }

    @Test func `adds to the faults that the scene has`() throws {
        let lost = try scene("lost")
        let changed = lost.changed(by: [try Simulator.Fault(parsing: "drop:SYN#2")])
        #expect(lost.timeline.messages.count { $0.label == "SYN" } == 2)
        #expect(changed.timeline.messages.count { $0.label == "SYN" } == 3)
    }

    @Test func `tells once what programs do by the same rule`() throws {
        let calls = """
            { "host": "server", "listen": 443 }, { "host": "server", "accept": true }, { "host": "client", "connect": "server:443" },
            { "host": "client", "send": "10B", "after": "1s" }, { "host": "client", "send": "20B", "after": "1s" }
            """
        let variant = #""variants": [ { "id": "v", "title": "T", "about": "A", "scenario": { "do": [ \#(calls) ] } } ]"#
        let scene = try #require(simulatedLesson(variant)?.scene("v"))
        let changed = scene.changed(by: [try Simulator.Fault(parsing: "drop:SYN")])
        let rules = changed.steps.compactMap { step -> String? in
            guard case .action = changed.timeline.events[step.event].kind else { return nil }
            return changed.timeline.events[step.event].rule?.id
        }
        #expect(rules.contains("program-calls"))
        #expect(rules.count == Set(rules).count)
    }

    @Test func `is the same when it is written down`() throws {
        let written = try #require(LessonDecoder.decode(lessonFile(timeline: #"{ "note": "n" }"#)).document?.scenes[0])
        #expect(written.changed(by: [Simulator.Fault(.drop, .message(1))]) == written)
    }

    @Test(arguments: 0..<150 as Range<UInt64>) func `shares its beginning, stops ever later, and loses no word`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        let scene = try scene()
        let effects: [Simulator.Fault.Effect] = [
            .drop, .duplicate, .overtake, .corrupt, .delay(.milliseconds(30)), .delay(.seconds(2)),
        ]
        let faults = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Simulator.Fault(
                effects.randomElement(using: &random) ?? .drop, .message(Int.random(in: 1...8, using: &random)))
        }
        let changed = scene.changed(by: faults)
        let label = Comment(rawValue: faults.map(\.text).joined(separator: " "))
        for (earlier, later) in zip(changed.stops, changed.stops.dropFirst()) { #expect(earlier < later, label) }
        for (earlier, later) in zip(changed.steps, changed.steps.dropFirst()) {
            #expect(earlier.event < later.event, label)
        }
        // Up to the first step that the author has not written the two runs agree.
        let authored = Set(scene.steps.map { $0.say(.english) }).union(["the SYN again"])
        let said = changed.steps.flatMap { $0.say(.english).split(separator: "\n").map(String.init) }
        if let first = changed.steps.first(where: { !authored.contains($0.say(.english)) })?.event {
            let common = zip(scene.timeline.events, changed.timeline.events).prefix {
                $0.instant == $1.instant && $0.kind == $1.kind
            }
            #expect(first >= common.count || changed.steps.first?.say(.english).contains("\n") == true, label)
        }
        for line in scene.simulation?.narration ?? [] where !line.on.matches(in: changed.timeline).isEmpty {
            #expect(said.contains { $0 == line.say?(.english) }, label)
        }
    }
}

@Suite struct `A challenge` {
    private func read(goal: String, solution: String) -> Lesson? {
        simulatedLesson(
            """
            "challenges": [ { "id": "c", "task": "t", "hint": "h", "because": "b", "cite": "RFC 6298 §5.5",
              "goal": \(goal), "solution": \(solution) } ]
            """)
    }

    @Test func `is read with all that it says`() throws {
        let lesson = try #require(
            read(
                goal: #"{ "count": { "sent": "SYN", "from": "client" }, "atLeast": 3 }"#,
                solution: #"["drop:SYN", "drop:SYN#2"]"#))
        let pattern = EventPattern(.sent("SYN", isRetransmission: nil), from: "client")
        let syn = MessagePattern(label: "SYN")
        #expect(
            lesson.challenges == [
                Challenge(
                    id: "c", task: "t", hint: "h", because: "b", citations: [Citation("RFC 6298 §5.5")],
                    goal: .count(pattern, 3...Int.max),
                    solution: [.init(.drop, .matching(syn, nth: 1)), .init(.drop, .matching(syn, nth: 2))])
            ])
    }

    @Test(arguments: [
        #"{ "count": { "sent": "SYN", "again": true }, "is": 1 }"#,
        #"{ "count": { "arrived": "SYN", "at": "server" }, "atLeast": 1, "atMost": 1 }"#,
    ])
    func `is graded by what the faults bring about`(goal: String) throws {
        let goal = #"{ "all": [ \#(goal), { "count": { "sent": "SYN" }, "is": 2 } ] }"#
        let lesson = try #require(read(goal: goal, solution: #"["drop:SYN"]"#))
        let challenge = lesson.challenges[0], scene = lesson.scenes[0]
        #expect(challenge.par == 1)
        let grade = challenge.grade([Simulator.Fault(.drop, .message(1))], in: scene)
        #expect(grade == .init(isMet: true, faultCount: 1, par: 1))
        #expect(challenge.grade([], in: scene).isMet == false)
        let clumsy: [Simulator.Fault] = [.init(.drop, .message(1)), .init(.duplicate, .message(9))]
        #expect(challenge.grade(clumsy, in: scene) == .init(isMet: true, faultCount: 2, par: 1))
        #expect(challenge.grade(clumsy, causing: scene.timeline).isMet == false)
    }

    @Test(
        arguments: [
            (#"{ "ends": { "server": "SYN-RECEIVED" } }"#, .ends("server", state: "SYN-RECEIVED")),
            (
                #"{ "ends": { "server": "CLOSED", "client": "CLOSED" } }"#,
                .all([.ends("client", state: "CLOSED"), .ends("server", state: "CLOSED")])
            ),
            (
                #"{ "lasts": "SYN-SENT", "at": "client", "for": "1s" }"#,
                .lasts("client", state: "SYN-SENT", .seconds(1))
            ),
            (
                #"{ "first": { "lost": "SYN" }, "then": { "timer": "RTO", "at": "client", "fires": true } }"#,
                .order(EventPattern(.lost("SYN")), EventPattern(.timer("RTO", .fires), from: "client"))
            ),
            (
                #"{ "happens": { "lost": "any", "to": "server", "nth": 2 }, "after": "1s" }"#,
                .time(EventPattern(.lost(nil), to: "server", nth: 2), .milliseconds(1000)...Instant(nanoseconds: .max))
            ),
            (
                #"{ "happens": { "table": "accept queue" }, "before": "9s", "after": "1s" }"#,
                .time(EventPattern(.table("accept queue")), .milliseconds(1000) ... .milliseconds(9000))
            ),
            (
                #"{ "any": [ { "not": { "ends": { "client": "ESTABLISHED" } } } ] }"#,
                .any([.not(.ends("client", state: "ESTABLISHED"))])
            ),
            (
                #"{ "count": { "does": "connect(): ETIMEDOUT", "at": "client" }, "atMost": 1, "atLeast": 1 }"#,
                .count(EventPattern(.does("connect(): ETIMEDOUT"), from: "client"), 1...1)
            ),
            (
                #"{ "count": { "rule": "fault-drop" }, "is": 7 }"#, .count(EventPattern(.rule("fault-drop")), 7...7)
            ),
        ] as [(String, Goal)])
    func `may ask for goals of every kind`(goal: String, expected: Goal) throws {
        let everything = #"["drop:SYN#all"]"#
        let decoded = LessonDecoder.decode(
            simulatedFile(
                """
                "challenges": [ { "id": "c", "task": "t", "because": "b", "cite": "RFC 6298 §5.5",
                  "goal": { "any": [ \(goal), { "lasts": "SYN-SENT", "at": "client", "for": "1s" } ] }, "solution": \(everything) } ]
                """))
        #expect(decoded.diagnostics == [])
        #expect(
            decoded.document?.challenges.map(\.goal) == [
                .any([expected, .lasts("client", state: "SYN-SENT", .seconds(1))])
            ])
    }
}
