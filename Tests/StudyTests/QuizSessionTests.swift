import Courseware
import Localization
import Study
import Testing

@Suite struct QuizSessionTests {
    /// Answers the current question right or gives up, and goes on.
    static func go(_ session: inout QuizSession, right: Bool) {
        let solution = session.current?.grade(nil).solution
        session.answer(right ? solution : nil)
        session.next()
    }

    @Test func `a session asks every question once and ends with a score`() {
        var session = QuizSession(Fixtures.quiz, seed: 1)
        var asked: [String] = []
        while let question = session.current {
            asked.append(question.id)
            Self.go(&session, right: question.id != "order" && question.id != "text")
        }
        #expect(asked == ["choice", "several", "order", "number", "text", "match"])
        #expect(session.isFinished)
        #expect(session.score == Score(right: 4, of: 6))
        #expect(session.wrongQuestionIDs == ["order", "text"])
        #expect(session.answer(.choice(0)) == nil)
        let wentOn = session.next()
        #expect(!wentOn)
    }

    @Test func `a question answered once is settled`() {
        var session = QuizSession(Fixtures.quiz, seed: 1)
        let solution = session.current?.grade(nil).solution
        let first = session.answer(nil)
        #expect(first?.isRight == false)
        #expect(session.answer(solution) == first)
        #expect(session.currentFeedback == first)
        #expect(session.score.right == 0)
    }

    @Test func `nobody goes on without an answer`() {
        var session = QuizSession(Fixtures.quiz, seed: 1)
        let wentOnUnanswered = session.next()
        #expect(!wentOnUnanswered)
        #expect(session.position == 0)
        #expect(session.wrongQuestionIDs.isEmpty)
        session.answer(.choice(0))
        let wentOn = session.next()
        #expect(wentOn)
        #expect(session.position == 1)
    }

    @Test func `the wrong ones come again, drawn afresh, and do not count as a whole attempt`() throws {
        var session = QuizSession(Fixtures.quiz, seed: 1)
        while let question = session.current { Self.go(&session, right: !["number", "match"].contains(question.id)) }
        var again = try #require(session.retryingWrong(seed: 2))
        #expect(again.questions.map(\.id) == ["number", "match"])
        #expect(session.isWhole && !again.isWhole)
        #expect(again.questions[0].values != session.questions[3].values)
        while !again.isFinished { Self.go(&again, right: true) }
        #expect(again.score == Score(right: 2, of: 2))
        #expect(again.retryingWrong(seed: 3) == nil)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `the seed decides everything, and a subset draws what the whole draws`(seed: UInt64) throws {
        let session = QuizSession(Fixtures.quiz, seed: seed)
        #expect(session == QuizSession(Fixtures.quiz, seed: seed))
        let part = QuizSession(Fixtures.quiz, seed: seed, only: ["number", "order"])
        #expect(part.questions == [session.questions[2], session.questions[3]])
        for (question, posed) in zip(Fixtures.quiz.questions, session.questions) {
            switch (question.kind, posed.form) {
            case (.choice(let written), .choice(let shown)), (.several(let written), .several(let shown)):
                #expect(shown.count == written.count && written.allSatisfy(shown.contains))
            case (.order(let written), .order(let shown, let right)):
                #expect(right == written && shown != written.map(\.text))
                #expect(Set(shown) == Set(written.map(\.text)) && shown.count == written.count)
            case (.match(let written), .match(let shown, let pairs)):
                #expect(pairs == written && shown != pairs.map(\.right))
                #expect(Set(shown) == Set(pairs.map(\.right)) && shown.count == pairs.count)
            case (.number, .number(let right, _, _)): #expect(posed.values["isn"].map { $0 + 1 } == right)
            case (.text, .text): break
            default: Issue.record("\(question.id) is posed as another kind")
            }
        }
    }

    @Test func `every choice comes first for some seed`() throws {
        let first = Set(try (0..<200).map { try Fixtures.posed(Fixtures.choice, seed: $0).shown[0](.english) })
        #expect(first == ["client", "server", "router", "nobody"])
    }

    @Test func `a session about nothing is finished at once`() {
        for session in [
            QuizSession(Fixtures.quiz, seed: 1, only: []), QuizSession(Fixtures.quiz, seed: 1, only: ["no such"]),
            QuizSession(Quiz(id: "empty", title: "", lesson: nil, questions: []), seed: 1),
        ] {
            #expect(session.isFinished && session.current == nil && session.currentFeedback == nil)
            #expect(session.score == Score(right: 0, of: 0) && session.score.percent == 0)
        }
    }

    @Test func `a question without a computable answer is left out`() {
        var broken = Fixtures.number
        broken.kind = .number(answer: .value("nobody"), unit: nil, wrong: [])
        let quiz = Quiz(id: "q", title: "", lesson: nil, questions: [broken, Fixtures.text])
        #expect(QuizSession(quiz, seed: 1).questions.map(\.id) == ["text"])
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `values that divide by zero are not drawn`(seed: UInt64) throws {
        var question = Fixtures.number
        question.given = [Given(name: "a", range: 0...3)]
        question.kind = .number(answer: .operation(.over, .number(6), .value("a")), unit: nil, wrong: [])
        #expect(try Fixtures.posed(question, seed: seed).values["a"] != 0)
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `values that make a mistake right are not drawn`(seed: UInt64)
        throws
    {
        var question = Fixtures.number
        question.given = [Given(name: "a", range: 1...3), Given(name: "b", range: 1...3)]
        question.kind = .number(
            answer: .operation(.times, .value("a"), .value("b")), unit: nil,
            wrong: [ExpectedMistake(answer: .operation(.plus, .value("a"), .value("b")), because: "Not plus.")])
        #expect(try Fixtures.posed(question, seed: seed).values != ["a": 2, "b": 2])
    }

    @Test func `values are filled in wherever the learner reads`() throws {
        let question = Question(
            id: "fill", ask: "{n}",
            kind: .choice([Choice(text: "is {n}", isRight: true), Choice(text: "not", because: "it is {n}")]),
            given: [Given(name: "n", range: 4...4)], because: "{n}, { n }, {m}, {{n}}, {n", citations: [])
        let posed = try Fixtures.posed(question)
        #expect(posed.because(.english) == "4, { n }, {m}, {4}, {n")
        #expect(posed.place("is 4") >= 0)
        #expect(posed.grade(.choice(posed.place("not"))).remarks.first?.because(.english) == "it is 4")
    }

    @Test func `scores are compared by share, then by length`() {
        #expect(Score(right: 6, of: 8) < Score(right: 7, of: 8))
        #expect(Score(right: 3, of: 4) < Score(right: 6, of: 8))
        #expect(Score(right: 7, of: 8) < Score(right: 1, of: 1))
        #expect(Score(right: 7, of: 8).percent == 87)
        #expect(Score(right: .max, of: .max).percent == 100)
    }

    @Test func `hints are shown one by one, and time runs from the first showing`() {
        var question = Fixtures.choice
        question.hints = ["one", "two"]
        var session = QuizSession(Quiz(id: "q", title: "", questions: [question, Fixtures.text]), seed: 1)
        session.show(at: 1000)
        session.show(at: 2000)
        #expect(session.hints == [] && session.hintsLeft == 2)
        #expect(session.takeHint() == "one" && session.takeHint() == "two" && session.takeHint() == nil)
        let feedback = session.answer(.choice(0), at: 4500)
        #expect(feedback?.hintsTaken == 2 && feedback?.milliseconds == 3500)
        #expect(session.takeHint() == nil && session.hintsLeft == 0, "a question is settled once")
        session.next()
        #expect(session.answer(.text("RST"), at: 9000)?.milliseconds == nil, "it was never shown")
        #expect(session.currentFeedback?.hintsTaken == 0)
    }

    @Test func `a clock that goes back or far ahead measures nothing odd`() {
        for (start, end, took) in [(5, 3, 0), (.min, .max, nil)] as [(Int64, Int64, Int64?)] {
            var session = QuizSession(Fixtures.quiz, seed: 1)
            session.show(at: start)
            #expect(session.answer(nil, at: end)?.milliseconds == took)
        }
    }
}
