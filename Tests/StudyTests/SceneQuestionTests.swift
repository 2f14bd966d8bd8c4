import Courseware
import Localization
import LocatedJSON
import Study
import Testing
import Timelines

@Suite struct `A question that is drawn from a lesson` {
    private static let lesson = """
        { "format": 1, "id": "x", "track": "tcp", "title": "X", "summary": "X",
          "scenario": { "hosts": [
              { "id": "client", "name": "Client", "address": "192.0.2.10", "isn": 1000 },
              { "id": "server", "name": "Server", "address": "198.51.100.20", "isn": 5000 } ],
            "do": [ { "host": "server", "listen": 443 }, { "host": "server", "accept": true },
              { "host": "client", "connect": "server:443" }, { "host": "client", "send": "10B" } ] },
          "steps": [
            { "on": { "sent": "SYN" }, "id": "syn", "say": "First.", "cite": "RFC 9293 §3.5" },
            { "on": { "sent": "SYN,ACK", "fields": { "ack": 1001 } }, "id": "syn-ack", "say": "Second.", "cite": "RFC 9293 §3.5" },
            { "on": { "state": "ESTABLISHED", "at": "client" }, "id": "open", "say": "Open.", "cite": "RFC 9293 §3.5" },
            { "on": { "sent": "ACK", "from": "client" }, "id": "ack", "say": "Third.", "cite": "RFC 9293 §3.5" },
            { "on": { "sent": "PSH,ACK" }, "id": "data", "say": "Data.", "cite": "RFC 9293 §3.5" },
            { "on": { "sent": "ACK", "from": "server" }, "id": "last", "say": "Heard.", "cite": "RFC 9293 §3.5" } ] }
        """

    private static let catalog = Catalog.load([SourceFile("lessons/x.json", text: lesson)]).catalog

    /// The only question of a quiz, read with the lesson beside it.
    private func question(_ rest: String) throws -> Question {
        let file = SourceFile(
            "quizzes/q.json",
            text: #"{ "format": 1, "id": "q", "title": "Q", "lesson": "x", "questions": [ { "id": "a", \#(rest) } ] }"#)
        let loaded = Catalog.load([file], besides: Self.catalog)
        #expect(loaded.diagnostics.map(\.description) == [])
        return try #require(loaded.catalog.quizzes.first?.questions.first)
    }

    private func posed(_ rest: String, seed: UInt64 = 1) throws -> PosedQuestion {
        try #require(PosedQuestion(try question(rest), seed: seed, in: Self.catalog))
    }

    private static let words = #""because": "b", "cite": "listen(2)""#

    @Test func `has other numbers with every seed, and its answer computed from them`() throws {
        let rest =
            #""kind": "number", "ask": "{isn}?", "given": { "isn": { "from": { "lesson": "x", "at": "syn", "field": "seq" } } }, "#
            + #""answer": "{isn} + 1", "picture": { "lesson": "x", "at": "syn-ack" }, \#(Self.words)"#
        var seen: Set<Int64> = []
        for seed in 0..<20 as Range<UInt64> {
            let question = try posed(rest, seed: seed)
            let isn = try #require(question.values["isn"])
            seen.insert(isn)
            #expect(question.grade(.number(isn + 1)).isRight)
            // The ladder beside it shows the same run.
            let message = try #require(question.picture?.scene.timeline.messages.first)
            #expect(message.fields.contains(Message.Field("seq", "\(isn)")))
            #expect(try posed(rest, seed: seed) == question)
        }
        #expect(seen.count == 20)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `offers one right choice and wrong ones that could be`(seed: UInt64) throws {
        let number = try posed(
            #""kind": "predict", "moment": { "lesson": "x", "at": "syn-ack" }, "asks": "number", "field": "ack", \#(Self.words)"#,
            seed: seed)
        let event = try posed(#""kind": "predict", "moment": { "lesson": "x", "at": "ack" }"#, seed: seed)
        let state = try posed(
            #""kind": "predict", "moment": { "lesson": "x", "at": "open" }, "asks": "state""#, seed: seed)
        for question in [number, event, state] {
            guard case .choice(let choices) = question.form else {
                Issue.record("no choice")
                continue
            }
            #expect(choices.count(where: \.isRight) == 1 && (2...4).contains(choices.count))
            #expect(Set(choices.map(\.text)).count == choices.count)
            #expect(choices.allSatisfy { $0.isRight || $0.because != nil })
            let picture = try #require(question.picture)
            #expect(picture.isNeeded)
            #expect(picture.scene.timeline.events[picture.moment.happened].anchor == question.show?.anchor)
        }
        let syn = try #require(number.picture?.scene.timeline.messages.first?.fields.first { $0.name == "seq" })
        #expect(number.grade(nil).solutionText(.english) == "\((Int64(syn.value) ?? 0) + 1)")
        #expect(event.because == "Third." && event.citations == [Citation("RFC 9293 §3.5")])
        #expect(state.grade(nil).solutionText(.english) == "ESTABLISHED")
        #expect(state.ask(.english) == "Which state does Client enter next?")
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `puts steps in the order in which they happen`(seed: UInt64) throws {
        let question = try posed(
            #""kind": "order", "ask": "?", "from": { "lesson": "x", "count": 3 }, \#(Self.words)"#, seed: seed)
        guard case .order(let shown, let right) = question.form else {
            Issue.record("no order")
            return
        }
        #expect(shown != right.map(\.text) && Set(shown) == Set(right.map(\.text)) && shown.count == 3)
        #expect(question.grade(question.grade(nil).solution).isRight)
        let wrong = question.grade(.order(Array(shown.indices)))
        #expect(!wrong.isRight && wrong.remarks.count == 1)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `picks texts, and those that go together from the same place`(seed: UInt64) throws {
        let question = try posed(
            #""kind": "text", "ask": "{port}?", "accept": ["{name}"], \#(Self.words), "#
                + #""given": { "port": { "pick": ["443", "53"] }, "name": { "pick": ["HTTPS", { "en": "names", "zh": "域名" }], "with": "port" } }"#,
            seed: seed)
        let isSecure = question.ask(.english) == "443?"
        #expect(isSecure || question.ask(.english) == "53?")
        #expect(question.grade(.text("https")).isRight == isSecure)
        #expect(question.grade(.text("域名")).isRight == !isSecure)
    }

    @Test func `is left out when its lesson is not there`() throws {
        for rest in [
            #""kind": "predict", "moment": { "lesson": "x", "at": "ack" }"#,
            #""kind": "point", "ask": "?", "scene": { "lesson": "x" }, "at": "ack", \#(Self.words)"#,
            #""kind": "order", "ask": "?", "from": { "lesson": "x" }, \#(Self.words)"#,
        ] {
            let question = try question(rest)
            #expect(PosedQuestion(question, seed: 1) == nil)
            #expect(PosedQuestion(question, seed: 1, in: Self.catalog) != nil)
        }
    }

    @Test func `takes a message for one place on the ladder`() throws {
        let question = try posed(
            #""kind": "point", "ask": "?", "scene": { "lesson": "x" }, "on": { "arrived": "SYN" }, \#(Self.words)"#)
        guard case .point(let point) = question.form else {
            Issue.record("no point")
            return
        }
        let timeline = point.scene.timeline
        let sent = try #require(timeline.event(anchored: "syn"))
        let arrived = try #require(EventPattern(.arrived("SYN")).matches(in: timeline).first)
        #expect(point.right == [sent] && point.events.contains(sent) && !point.events.contains(arrived))
        #expect(question.grade(.point(sent)).isRight && question.grade(.point(arrived)).isRight)
        #expect(!question.grade(.point(99_999)).isRight && !question.grade(.point(-1)).isRight)
    }

    @Test func `says which two are the wrong way round, and which pairs are torn`() throws {
        let order = try posed(
            #""kind": "order", "ask": "?", "items": ["a", { "text": "b", "because": "After a." }, "c"], \#(Self.words)"#
        )
        guard case .order(let shown, _) = order.form else {
            Issue.record("no order")
            return
        }
        func places(_ texts: LocalizedText...) -> [Int] { texts.compactMap(shown.firstIndex) }
        let swapped = order.grade(.order(places("b", "a", "c"))).remarks
        #expect(swapped.map { $0.subject(.english) } == ["a, then b"] && swapped[0].because == "After a.")
        #expect(
            order.grade(.order(places("a", "c", "b"))).remarks[0].because(.english) == "After a.")
        let match = try posed(
            #""kind": "match", "ask": "?", "pairs": [ { "left": "a", "right": "1" }, { "left": "b", "right": "2", "because": "So." }, "#
                + #"{ "left": "c", "right": "3" } ], \#(Self.words)"#)
        guard case .match(let rights, _) = match.form else {
            Issue.record("no match")
            return
        }
        let torn = match.grade(.match((["1", "3", "2"] as [LocalizedText]).compactMap(rights.firstIndex))).remarks
        #expect(torn.map { $0.subject(.english) } == ["b – 3", "c – 2"])
        #expect(torn.map { $0.because(.english) } == ["So.", "So."])
    }
}
