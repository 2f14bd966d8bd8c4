import Courseware
import Localization
import Study
import Testing
import Timelines

@Suite struct ProgressTests {
    static let nothing = Timeline(participants: [], messages: [], timers: [], events: [])

    /// A lesson whose main scene has so many steps, with one variant.
    static func lesson(_ id: String = "handshake", steps: Int = 3, quiz: String? = "tcp") -> Lesson {
        let says = (0..<steps).map { Step(event: $0, say: "step", citations: [], ask: nil) }
        let main = Scene(id: "main", title: "Main", about: nil, timeline: nothing, steps: says)
        let variant = Scene(id: "lost", title: "Lost", about: nil, timeline: nothing, steps: says)
        return Lesson(
            id: id, track: "tcp", order: 1, minutes: 5, title: "Handshake", question: nil, summary: "",
            scenes: [main, variant], myths: [], answer: nil, quiz: quiz)
    }

    @Test func `a lesson is new, then in progress, then done for ever`() {
        var progress = Progress()
        let lesson = Self.lesson()
        #expect(progress.status(of: lesson) == .new)
        #expect(progress.lastVisited("handshake") == nil)
        progress.reached(step: 0, of: 3, scene: "main", lesson: "handshake", at: 10)
        #expect(progress.status(of: lesson) == .inProgress(done: 1, of: 3))
        progress.reached(step: 1, of: 3, scene: "main", lesson: "handshake", at: 20)
        progress.reached(step: 0, of: 3, scene: "main", lesson: "handshake", at: 30)
        #expect(progress.status(of: lesson) == .inProgress(done: 2, of: 3))
        progress.reached(step: 2, of: 3, scene: "main", lesson: "handshake", at: 40)
        progress.reached(step: 0, of: 3, scene: "main", lesson: "handshake", at: 50)
        #expect(progress.status(of: lesson) == .done)
        #expect(progress.status(of: Self.lesson(steps: 9)) == .done)
        let scene = progress.lessons["handshake"]?["main"]
        #expect(scene?.completed == 40)
        #expect(scene?.seen == 3)
        #expect(scene?.visit.value.step == 0)
        #expect(progress.lastVisited("handshake") == 50)
    }

    @Test func `a variant alone begins a lesson but does not finish it`() {
        var progress = Progress()
        progress.reached(step: 2, of: 3, scene: "lost", lesson: "handshake", at: 10)
        #expect(progress.status(of: Self.lesson()) == .inProgress(done: 0, of: 3))
    }

    @Test func `a lesson that lost steps is never further than its end`() {
        var progress = Progress()
        progress.reached(step: 6, of: 9, scene: "main", lesson: "handshake", at: 10)
        #expect(progress.status(of: Self.lesson(steps: 3)) == .inProgress(done: 3, of: 3))
    }

    @Test func `the learner resumes where they were last, even after the clock went back`() {
        var progress = Progress()
        #expect(progress.resume == nil)
        progress.reached(step: 4, of: 9, scene: "main", lesson: "dns", at: 1000)
        progress.reached(step: 1, of: 3, scene: "lost", lesson: "handshake", at: 500)
        #expect(progress.resume?.value.lesson == "handshake")
        #expect(progress.resume?.value.scene == "lost")
        #expect(progress.resume?.value.step == 1)
        #expect(progress.resume?.at == 1001)
    }

    @Test func `the best attempt is kept, partial ones do not count`() throws {
        var progress = Progress()
        #expect(progress.best("tcp") == nil)
        progress.finished(quiz: "tcp", seed: 1, score: Score(right: 5, of: 8), at: 1)
        progress.finished(quiz: "tcp", seed: 2, score: Score(right: 7, of: 8), at: 2)
        progress.finished(quiz: "tcp", seed: 3, score: Score(right: 6, of: 8), at: 3)
        progress.finished(quiz: "dns", seed: 4, score: Score(right: 8, of: 8), at: 4)
        #expect(progress.best("tcp") == Score(right: 7, of: 8))

        var session = QuizSession(Fixtures.quiz, seed: 1)
        progress.finished(session, at: 5)
        #expect(progress.attempts.count == 4)
        while !session.isFinished { QuizSessionTests.go(&session, right: session.position != 0) }
        progress.finished(session, at: 6)
        #expect(progress.attempts.last?.score == Score(right: 5, of: 6))
        var again = try #require(session.retryingWrong(seed: 2))
        while !again.isFinished { QuizSessionTests.go(&again, right: true) }
        progress.finished(again, at: 7)
        #expect(progress.attempts.count == 5)
    }

    @Test func `the questions wrong last time are those whose latest answer was wrong`() {
        var progress = Progress()
        #expect(progress.wrongLastTime(in: QuizHead(Fixtures.quiz)).isEmpty)
        let answers = [
            ("match", false), ("choice", false), ("text", true), ("choice", true), ("text", false), ("gone", false),
        ]
        for (index, (question, isRight)) in answers.enumerated() {
            progress.record(answerTo: question, in: "tcp", seed: 1, isRight: isRight, at: Int64(index) * 1000)
        }
        progress.record(answerTo: "order", in: "dns", seed: 1, isRight: false, at: 99)
        #expect(progress.wrongLastTime(in: QuizHead(Fixtures.quiz)) == ["text", "match"])
    }

    @Test func `an answer is recorded once it is settled, and once only`() {
        var progress = Progress()
        var session = QuizSession(Fixtures.quiz, seed: 9)
        progress.recordCurrentAnswer(of: &session, in: .english, at: 5)
        #expect(progress.answerCount == 0)
        session.answer(nil)
        progress.recordCurrentAnswer(of: &session, in: .english, at: 5)
        progress.recordCurrentAnswer(of: &session, in: .english, at: 5)
        #expect(progress.answerCount == 1)
        #expect(progress.latestAnswer?.card == CardID(quiz: "tcp", question: "choice"))
        #expect(progress.latestAnswer?.record.seed == 9)
        #expect(progress.latestAnswer?.record.isRight == false)
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `a log keeps its order, however records come`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let records = (0..<20).map { _ in
            AttemptFactory.attempt(at: Int64(random.int(0...9)), right: random.int(0...2))
        }
        var inserted = RecordLog<AttemptRecord>()
        for record in records { inserted.insert(record) }
        #expect(inserted == RecordLog(records))
        #expect(Array(inserted) == Set(records).sorted())
    }

    @Test func `preferences are what was chosen last`() {
        var progress = Progress()
        progress.prefer(language: .chinese, at: 10)
        progress.prefer(language: .english, at: 10)
        progress.prefer(reducedMotion: true, at: 3)
        #expect(progress.language?.value == .english)
        #expect(progress.reducedMotion?.value == true)
    }

    @Test func `numbers beyond reason are kept within reason`() throws {
        var progress = Progress()
        progress.reached(step: .max, of: .max, scene: "main", lesson: "a", at: .max)
        progress.reached(step: .min, of: .min, scene: "main", lesson: "a", at: .min)
        progress.finished(quiz: "q", seed: .max, score: Score(right: .max, of: .min), at: .min)
        for at in [Int64.min, 0, .max] {
            progress.record(
                ReviewRecord(
                    at: at, grade: .easy, isRight: false, hints: .max, took: .max, seed: .max, setting: .lesson),
                of: CardID(quiz: "q", question: "a/b"))
            progress.practised(on: StudyDay(number: at))
        }
        #expect(try progress == ProgressJSONTests.reread(progress))
    }

    @Test func `a report has a row for every lesson`() {
        var progress = Progress()
        progress.reached(step: 2, of: 3, scene: "main", lesson: "handshake", at: 40)
        progress.finished(quiz: "tcp", seed: 1, score: Score(right: 5, of: 8), at: 50)
        let report = ProgressReport([Self.lesson(), Self.lesson("dns", quiz: nil)], progress)
        #expect(report.rows.map(\.lesson) == ["handshake", "dns"])
        #expect(report.rows.map(\.status) == [.done, .new])
        #expect(report.rows.map(\.best) == [Score(right: 5, of: 8), nil])
        #expect(report.rows.map(\.lastVisited) == [40, nil])
        #expect(report.lessonsDone == Score(right: 1, of: 2))
        #expect(ProgressReport([], progress).rows.isEmpty)
    }
}
