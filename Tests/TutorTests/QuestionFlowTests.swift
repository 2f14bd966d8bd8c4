import Courseware
import Localization
import Simulator
import Study
import Testing
import Timelines

@testable import Tutor

@Suite struct `A question about a scene` {
    @Test func `is answered by moving a cursor on the ladder`() throws {
        var driven = QuestionCourse.asking("where")
        let form = try #require(driven.quiz?.session.current?.form)
        guard case .point(let point) = form else {
            Issue.record("no point")
            return
        }
        let right = try #require(point.events.firstIndex { point.right.contains($0) })
        for _ in 0..<right { driven.press(.down) }
        #expect(driven.quiz?.open?.pointedEvent == point.events[right])
        #expect(driven.text.contains("Server → Client: SYN,ACK"))
        driven.press(.enter)
        #expect(driven.quiz?.session.currentFeedback?.isRight == true)
        #expect(driven.effects.contains(.save))
    }

    @Test func `tells what is wrong with a wrong event, in the author's words or its own`() throws {
        func remark(_ moves: Int) throws -> Feedback.Remark {
            var driven = QuestionCourse.asking("where")
            for _ in 0..<moves { driven.press(.down) }
            driven.press(.enter)
            let feedback = try #require(driven.quiz?.session.currentFeedback)
            #expect(!feedback.isRight)
            return try #require(feedback.remarks.first)
        }
        guard case .point(let point)? = QuestionCourse.asking("where").quiz?.session.current?.form else { return }
        let syn = try #require(
            point.events.firstIndex { point.words(for: $0)(.english).hasPrefix("Client → Server: SYN seq=") })
        #expect(try remark(syn).because(.english) == "It only announces the number.")
        #expect(try remark(0).because(.english) == "What is asked for comes later.")
        #expect(try remark(99).because(.english) == "What is asked for comes sooner.")
    }

    @Test func `hides what is to be predicted until it is answered`() {
        var driven = QuestionCourse.asking("next")
        #expect(driven.text.contains("SYN") && !driven.text.contains("SYN,ACK  "))
        let before = driven.text
        driven.press(.tab)
        #expect(driven.text != before)
        #expect(driven.quiz?.session.currentFeedback?.show?.anchor == "syn-ack")
    }

    @Test(arguments: Look.all) func `shows the numbers that the answer follows from, at every size`(look: Look) throws {
        let driven = QuestionCourse.asking("next", look)
        let scene = try #require(driven.quiz?.session.current?.picture?.scene)
        let syn = try #require(scene.timeline.messages.first)
        let sequence = try #require(syn.fields.first { $0.name == "seq" })
        #expect(driven.text.contains("seq=\(sequence.value)"))
    }

    @Test func `has a ladder that the page keys move when the words are all in sight`() throws {
        var driven = QuestionCourse.asking("where")
        for _ in 0..<40 { driven.press(.down) }
        let end = driven.text
        driven.press(.pageUp)
        #expect(driven.text != end && driven.quiz?.lookBack ?? 0 > 0)
        for _ in 0..<9 { driven.press(.pageUp) }
        let start = driven.text
        driven.press(.pageUp)
        #expect(driven.text == start, "no further than the beginning")
        for _ in 0..<20 { driven.press(.pageDown) }
        #expect(driven.text == end)
    }

    @Test func `is solved in the simulator, and counts in the lesson too`() {
        var driven = QuestionCourse.asking("do-it")
        driven.press(.enter)
        #expect(driven.player?.asked != nil)
        driven.press(.escape)
        #expect(driven.player == nil && driven.quiz?.open != nil, "unsolved, the question stays open")
        driven.press(.enter)
        // The SYN is the third event to stop at; lost twice, it is sent three times.
        driven.lose("SYN", times: 2)
        #expect(driven.quiz?.session.currentFeedback?.isRight == true)
        #expect(driven.text.contains("Esc goes back to the quiz"))
        #expect(driven.program.progress.fewestFaults(for: "three-syns", of: "hello-tcp") == 2)
        driven.press(.escape)
        #expect(driven.player == nil && driven.text.contains("Solved: drop #"))
    }

    @Test func `of the quiz's own is nothing that the lesson has`() {
        var driven = QuestionCourse.asking("own")
        driven.press(.enter)
        driven.lose("SYN,ACK", times: 1)
        #expect(driven.quiz?.session.currentFeedback?.isRight == true)
        #expect(driven.program.progress.fewestFaults(for: "own", of: "hello-tcp") == nil)
    }

    @Test func `is given up by looking at the solution`() {
        var driven = QuestionCourse.asking("do-it")
        driven.press(.enter, .character("C"), .character("s"))
        #expect(driven.quiz?.session.currentFeedback?.isRight == false)
        driven.press(.escape)
        #expect(driven.text.contains("drop the first SYN"))
        driven.press(.character("s"))
        #expect(driven.player?.sawSolution == true && driven.player?.changes.items.count == 2)
        driven.press(.escape)
        #expect(driven.player == nil)
    }

    @Test func `shows hints one by one, and the session counts them and the time`() throws {
        var driven = QuestionCourse.asking("where")
        driven.press(.character("h"))
        #expect(driven.text.contains("Hint 1: Look at the") && !driven.text.contains("Hint 2"))
        driven.press(.character("h"), .character("h"))
        #expect(driven.text.contains("It comes from the server."))
        #expect(driven.program.keys.action(for: .character("h")) == nil, "there is none left")
        driven.send(.key(.enter), after: 5000)
        let feedback = try #require(driven.quiz?.session.currentFeedback)
        #expect(feedback.hintsTaken == 2 && feedback.milliseconds == 5020)
    }

    @Test func `that is said aloud is ticked point by point`() throws {
        var driven = QuestionCourse.asking("aloud")
        #expect(!driven.text.contains("Both sides choose"))
        driven.press(.enter)
        #expect(driven.text.contains("Both sides choose"))
        driven.press(.character("1"), .character("3"), .enter)
        let feedback = try #require(driven.quiz?.session.currentFeedback)
        #expect(feedback.isRight && feedback.credit == Score(right: 2, of: 3))
        #expect(feedback.remarks.map { $0.because(.english) } == ["With two, one of them is not."])
        #expect(driven.text.contains("You named 2 of 3 points."))
        var silent = QuestionCourse.asking("aloud")
        silent.press(.enter, .enter)
        #expect(silent.quiz?.session.currentFeedback?.isRight == false)
    }

    @Test(arguments: Language.allCases) func `can be answered in lines of text`(language: Language) throws {
        let quiz = try #require(QuestionCourse.catalog.quiz("doing"))
        let session = QuizSession(quiz, seed: 3, in: QuestionCourse.catalog)
        var talk = PlainQuiz(session, appearance: Appearance(language: language))
        #expect(talk.session.questions.count == 5)
        #expect(talk.answer("?").lines[0].contains(language == .chinese ? "看看ack字段。" : "Look at the ack fields."))
        #expect(talk.question.contains { $0.contains("?") })
        while let posed = talk.session.current {
            if posed.id == "aloud" {
                let (said, isSettled) = talk.answer("")
                #expect(!isSettled && said.count == 4)
            }
            let (said, isSettled) = talk.answer(posed.typedSolution)
            #expect(isSettled && talk.session.currentFeedback?.isRight == true, "\(posed.id): \(said)")
            _ = talk.next()
        }
        #expect(talk.session.score == Score(right: 5, of: 5))
    }
}

extension Driven {
    /// Puts the cursor on the first message of a label that still arrives, and drops it, so many times.
    fileprivate mutating func lose(_ label: String, times: Int) {
        for _ in 0..<times {
            guard var player else { return }
            let timeline = player.timeline
            let message = timeline.messages.indices.first {
                timeline.messages[$0].label(.english) == label && !timeline.messages[$0].isLost
            }
            player.cursor = message.flatMap { timeline.departures[$0] }
            player.question = nil
            program.screens[program.screens.count - 1] = .player(player)
            press(.character("x"))
        }
    }
}
