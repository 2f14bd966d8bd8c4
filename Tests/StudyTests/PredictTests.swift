import Courseware
import Localization
import Study
import Testing
import Timelines

@Suite struct PredictTests {
    static let participants = [
        Participant(id: "client", name: LocalizedText(en: "Client", zh: "客户端"), state: "CLOSED"),
        Participant(id: "server", name: LocalizedText(en: "Server", zh: "服务器"), state: "LISTEN"),
    ]

    static func message(_ label: LocalizedText, from sender: Int, at ms: Int64, again: Bool = false) -> Message {
        Message(
            from: sender, to: 1 - sender, label: label, isRetransmission: again,
            departure: Instant(nanoseconds: ms * 1_000_000), fate: .arrives(Instant(nanoseconds: (ms + 20) * 1_000_000))
        )
    }

    /// The three-way handshake; steps are about the events in `steps`.
    static func handshake(steps: [Int], id: String = "main", title: LocalizedText = "Main") -> Scene {
        let messages = [
            message("SYN", from: 0, at: 0), message("SYN,ACK", from: 1, at: 20), message("ACK", from: 0, at: 40),
        ]
        func event(_ ms: Int64, _ kind: Event.Kind) -> Event { Event(at: Instant(nanoseconds: ms * 1_000_000), kind) }
        let events = [
            event(0, .phase("Opening")), event(0, .sent(message: 0)), event(20, .arrived(message: 0)),
            event(20, .state(1, "SYN-RECEIVED")), event(20, .sent(message: 1)), event(40, .arrived(message: 1)),
            event(40, .state(0, "ESTABLISHED")), event(40, .sent(message: 2)), event(60, .arrived(message: 2)),
            event(60, .state(1, "ESTABLISHED")),
        ]
        return Scene(
            id: id, title: title, about: nil,
            timeline: Timeline(participants: participants, messages: messages, timers: [], events: events),
            steps: steps.map { Step(event: $0, say: "said", citations: [Citation("RFC 9293 §3.5")], ask: nil) })
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `the step's event is the only right choice, and no two choices are alike`(seed: UInt64) throws {
        let scene = Self.handshake(steps: [1, 4, 7])
        let rights = ["Client → Server: SYN", "Server → Client: SYN,ACK", "Client → Server: ACK"]
        for step in 0..<3 {
            let prediction = try #require(Prediction.automatic(forStep: step, of: scene, seed: seed))
            #expect(prediction == Prediction.automatic(forStep: step, of: scene, seed: seed))
            #expect(prediction.choices.filter(\.isRight).map { $0.text(.english) } == [rights[step]])
            #expect((2...4).contains(prediction.choices.count))
            #expect(Set(prediction.choices.map(\.text)).count == prediction.choices.count)
            #expect(prediction.choices.allSatisfy { $0.isRight || $0.because != nil })
            for choice in prediction.choices { #expect(choice.text.missingLanguages.isEmpty) }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `what this very step shows is not offered as wrong`(seed: UInt64)
        throws
    {
        let scene = Self.handshake(steps: [1, 4, 7])
        let prediction = try #require(Prediction.automatic(forStep: 1, of: scene, seed: seed))
        let texts = Set(prediction.choices.map { $0.text(.english) })
        #expect(
            texts.isDisjoint(with: [
                "Server enters SYN-RECEIVED", "Client receives SYN,ACK", "Client enters ESTABLISHED",
            ]))
        #expect(texts.contains("Client → Server: ACK"))
    }

    @Test func `a wrong choice says when it happens instead`() throws {
        let scene = Self.handshake(steps: [1, 4, 7])
        let prediction = try #require(Prediction.automatic(forStep: 1, of: scene, seed: 3))
        func because(_ text: String) -> String? {
            prediction.choices.first { $0.text(.english) == text }?.because?(.english)
        }
        #expect(because("Client → Server: SYN") == "That has already happened.")
        #expect(because("Client → Server: ACK") == "That comes later.")
    }

    @Test func `other scenes lend their events`() throws {
        let refusal = Scene(
            id: "refused", title: LocalizedText(en: "Port closed", zh: "端口关闭"), about: nil,
            timeline: Timeline(
                participants: Self.participants, messages: [Self.message("RST,ACK", from: 1, at: 0)], timers: [],
                events: [Event(at: .zero, .sent(message: 0))]),
            steps: [])
        let scene = Self.handshake(steps: [1])
        #expect(Prediction.automatic(forStep: 0, of: scene, seed: 1) == nil)
        let prediction = try #require(Prediction.automatic(forStep: 0, of: scene, among: [scene, refusal], seed: 1))
        let wrong = try #require(prediction.choices.first { !$0.isRight })
        #expect(prediction.choices.count == 2)
        #expect(wrong.text(.chinese) == "服务器 → 客户端：RST,ACK")
        #expect(wrong.because?(.english) == "That happens in another variant: “Port closed”.")
    }

    @Test func `other scenes lend nothing that is their own story`() {
        let stranger = Participant(id: "printer", name: "Printer")
        let there = Self.participants + [stranger]
        let reply = Message(from: 2, to: 0, label: "reply", departure: .zero, fate: .isLost(.zero))
        let timer = TimerRun(owner: 1, name: "RTO", start: .zero, length: .seconds(1))
        let kinds: [Event.Kind] = [
            .sent(message: 0), .lost(message: 0), .state(2, "READY"), .action(1, "is switched off"),
            .timerStarted(timer: 0), .table(TableChange(owner: 1, name: "SYN queue")), .destroyed(1),
        ]
        let outage = Scene(
            id: "outage", title: "Outage",
            timeline: Timeline(
                participants: there, messages: [reply], timers: [timer], events: kinds.map { Event(at: .zero, $0) }))
        #expect(
            Prediction.automatic(
                forStep: 0, of: Self.handshake(steps: [1]), among: [Self.handshake(steps: [1]), outage], seed: 1) == nil
        )
    }

    @Test func `a broadcast is one choice, which names all who hear it`() {
        var builder = TimelineBuilder(participants: Self.participants + [Participant(id: "printer", name: "Printer")])
        _ = builder.broadcast(
            [1, 2].map { receiver in
                Message(
                    from: 0, to: receiver, label: "WHO", departure: .zero,
                    fate: receiver == 1 ? .arrives(.milliseconds(1)) : .isLost(.milliseconds(1)))
            })
        let timeline = builder.build().timeline
        let words = timeline.events.indices.map { timeline.words(forEvent: $0) }
        #expect(
            words.map { $0?(.english) } == [
                "Client → Server, Printer: WHO", "Server receives WHO", "WHO does not reach Printer",
            ])
        #expect(
            words.map { $0?(.chinese) } == ["客户端 → 服务器、Printer：WHO", "服务器收到WHO", "“WHO”没有到达Printer"])
    }

    @Test func `a state is a prediction too`() throws {
        let scene = Self.handshake(steps: [1, 3, 4, 7])
        let prediction = try #require(Prediction.automatic(forStep: 1, of: scene, seed: 1))
        let right = try #require(prediction.choices.first { $0.isRight })
        #expect(right.text(.english) == "Server enters SYN-RECEIVED")
        #expect(right.text(.chinese) == "服务器进入SYN-RECEIVED")
    }

    @Test func `there is nothing to predict about a phase, past the end, or alone`() {
        let scene = Self.handshake(steps: [0, 4])
        #expect(Prediction.automatic(forStep: 0, of: scene, seed: 1) == nil)
        #expect(Prediction.automatic(forStep: 2, of: scene, seed: 1) == nil)
        #expect(Prediction.automatic(forStep: -1, of: scene, seed: 1) == nil)
        #expect(Prediction.automatic(forStep: 0, of: Self.handshake(steps: [99]), seed: 1) == nil)
    }

    /// Steps in any order, also out of order and repeated: a file can say so.
    @Test(arguments: 0..<10) func `no pair of steps traps`(first: Int) {
        for second in 0..<10 {
            let scene = Self.handshake(steps: [first, second])
            for step in 0..<2 { _ = Prediction.automatic(forStep: step, of: scene, among: [scene], seed: 1) }
        }
    }

    @Test func `a prediction is posed and graded like a question`() throws {
        let scene = Self.handshake(steps: [1, 4, 7])
        let prediction = try #require(Prediction.automatic(forStep: 1, of: scene, seed: 1))
        let posed = PosedQuestion(prediction, of: scene.steps[1], seed: 2)
        let feedback = posed.grade(.choice(posed.place("nothing of the sort")))
        #expect(!feedback.isRight)
        #expect(feedback.because(.english) == "said")
        #expect(feedback.citations == [Citation("RFC 9293 §3.5")])
        #expect(feedback.solutionText(.english) == "Server → Client: SYN,ACK")
        #expect(posed.grade(feedback.solution).isRight)
    }

    @Test func `every kind of event that is one has words in both languages`() {
        let timer = TimerRun(owner: 0, name: "RTO", start: .zero, length: .seconds(1))
        let messages = [Self.message("SYN", from: 0, at: 0, again: true)]
        let table = TableChange(owner: 1, name: LocalizedText(en: "SYN queue", zh: "半连接队列"), set: [.init("a", "b")])
        var removal = table
        (removal.set, removal.removed) = ([], ["a", "b"])
        let kinds: [Event.Kind] = [
            .sent(message: 0), .arrived(message: 0), .lost(message: 0), .state(1, "LISTEN"), .timerStarted(timer: 0),
            .timerCancelled(timer: 0), .timerFired(timer: 0), .table(table), .table(removal), .action(0, "connect()"),
            .note(0...1, "note"), .phase("phase"),
        ]
        let timeline = Timeline(
            participants: Self.participants, messages: messages, timers: [timer],
            events: kinds.map { Event(at: .zero, $0) })
        #expect(
            kinds.indices.compactMap { timeline.words(forEvent: $0)?(.english) } == [
                "Client → Server: SYN (resent)", "Server receives SYN", "SYN is lost", "Server enters LISTEN",
                "Client starts its RTO timer", "Client stops its RTO timer", "Client sees its RTO timer expire",
                "Server puts a into its SYN queue", "Server takes a, b out of its SYN queue", "Client: connect()",
            ])
        #expect(
            kinds.indices.compactMap { timeline.words(forEvent: $0)?(.chinese) } == [
                "客户端 → 服务器：SYN（重传）", "服务器收到SYN", "“SYN”丢失了", "服务器进入LISTEN", "客户端启动RTO定时器",
                "客户端停止RTO定时器", "客户端的RTO定时器到期", "服务器在半连接队列中记下a", "服务器从半连接队列中移出a, b",
                "客户端：connect()",
            ])
        #expect(timeline.words(forEvent: -1) == nil && timeline.words(forEvent: 99) == nil)
    }
}
