import CellGrid
import Courseware
import Localization
import Study
import Testing

@testable import Tutor

extension Driven {
    /// Answers the question on the screen right.
    mutating func solve() {
        guard case .quiz(var quiz) = program.screens.last, let posed = quiz.open?.posed else { return }
        switch posed.grade(nil).solution {
        case .choice(let place): quiz.open?.row = place
        case .several(let places): quiz.open?.marked = places
        case .order(let places): quiz.open?.order = places
        case .number(let number): quiz.open?.typed = String(number)
        case .text(let text): quiz.open?.typed = text
        case .match(let places): quiz.open?.matches = places
        case .point, .challenge, .recall: break
        }
        program.screens[program.screens.count - 1] = .quiz(quiz)
        press(.enter)
    }
}

@Suite struct `A review on the screen` {
    @Test func `asks what is due, tells when it comes again, and ends`() throws {
        var driven = Driven(progress: .ofFinisher)
        driven.send(.resize(Size(columns: 80, rows: 24)))
        #expect(driven.text.contains("6 to review"))
        #expect(driven.text.contains("6 due today"))
        driven.press(.character("r"))
        #expect(driven.text.contains("1 / 6"))
        var asked = 0
        while let quiz = driven.quiz, !quiz.session.isFinished {
            asked += 1
            driven.solve()
            #expect(driven.effects.last == .save)
            #expect(driven.text.contains("This question comes again"))
            driven.press(.enter)
        }
        #expect(asked == 6)
        #expect(driven.text.contains("6 for today, done. You remembered 6 at once."))
        #expect(driven.program.progress.answerCount == 6)
        driven.press(.escape)
        #expect(!driven.text.contains("to review"))
        driven.press(.character("r"))
        #expect(driven.quiz == nil)
        #expect(driven.text.contains("Nothing to review now. The next question comes"))
    }

    @Test func `the catalogue sleeps until more is due, and then says so`() throws {
        var driven = Driven(progress: .ofFinisher)
        driven.press(.character("r"))
        while driven.quiz?.session.isFinished == false {
            driven.solve()
            driven.press(.enter)
        }
        driven.press(.escape)
        let wait = try #require(driven.program.wake)
        #expect(wait > 60_000)
        driven.wait(wait - 1)
        #expect(!driven.text.contains("to review"))
        for _ in 0..<4 where !driven.text.contains("to review") { driven.wait(driven.program.wake ?? 0) }
        #expect(driven.text.contains("to review"))
    }

    @Test(arguments: [0, 1, 20, 21, 45]) func `Enter is offered at the end only if more waits`(more: Int) {
        let offered = more > 20
        let cards = (0..<more).map { place in
            ReviewCard(
                id: CardID(quiz: "q", question: "\(place)"),
                memory: Memory(
                    stage: .review, stability: 1, difficulty: 5, due: 0, lastReview: 0, reviews: 1))
        }
        let queue = ReviewQueue(cards, completed: [], at: 100_000_000, offset: 0)
        var screen = QuizScreen(.review(queue, seed: 1, in: SmallCourse.catalog))
        screen.hasMore = queue.hasMore
        #expect(screen.session.isFinished)
        #expect(screen.keys.bindings.contains { $0.action == .retryWrong } == offered)
    }

    @Test func `u takes the last answer back, from the feedback and from the end`() throws {
        var driven = Driven(progress: .ofFinisher)
        driven.press(.character("r"))
        let first = try #require(driven.quiz?.open?.posed)
        driven.press(.tab)
        #expect(driven.program.progress.answerCount == 1)
        driven.press(.character("u"))
        #expect(driven.program.progress.answerCount == 0)
        #expect(driven.quiz?.open?.posed == first)
        #expect(driven.text.contains("taken back"))
        driven.solve()
        driven.press(.enter)
        while driven.quiz?.session.isFinished == false {
            driven.solve()
            driven.press(.enter)
        }
        #expect(driven.program.progress.answerCount == 6)
        driven.press(.character("u"))
        #expect(driven.program.progress.answerCount == 5)
        #expect(driven.quiz?.open != nil)
    }

    @Test func `shows the moment in the lesson and comes back`() throws {
        var driven = Driven(progress: .ofFinisher)
        driven.press(.character("r"))
        while let quiz = driven.quiz, quiz.session.current?.show == nil { driven.press(.tab, .enter) }
        driven.press(.tab)
        let before = driven.text
        driven.press(.character("s"))
        guard case .player(let player) = driven.program.screens.last else { throw NotThere() }
        #expect(player.lesson.id == "hello")
        driven.press(.escape)
        #expect(driven.text == before)
    }

    @Test func `the language changes in the middle`() {
        var driven = Driven(progress: .ofFinisher)
        driven.press(.character("r"))
        while driven.quiz?.open?.isTyped == true { driven.press(.tab, .enter) }
        driven.press(.character("l"))
        #expect(driven.text.contains("复习"))
        driven.solve()
        #expect(driven.text.contains("再次出现"))
    }

    @Test func `a learner in another part of the world has another day`() {
        let hour: Int64 = 3_600_000
        for (offset, isToday) in [(Int64(0), false), (8 * hour, true)] {
            var driven = Driven(progress: .ofFinisher)
            driven.program = Program(
                catalog: SmallCourse.catalog, progress: .ofFinisher, appearance: Appearance(),
                size: Size(columns: 80, rows: 24), seed: 7, utcOffset: offset)
            driven.press(.character("r"), .tab)
            // It is 22:13 in Greenwich; eight hours further east it is the next morning.
            let day = StudyDay(of: driven.now.milliseconds, offset: offset)
            #expect(driven.program.progress.days == [day])
            #expect((day > StudyDay(of: driven.now.milliseconds, offset: 0)) == isToday)
        }
    }
}

private struct NotThere: Error {}

@Suite struct `An interview on the screen` {
    @Test func `says nothing about answers, gives no hints, and runs out`() throws {
        var driven = Driven()
        driven.press(.character("i"), .enter)
        #expect(driven.text.contains("time left 15:00"))
        #expect(!driven.text.contains("hint"))
        driven.solve()
        #expect(driven.quiz?.open != nil)
        #expect(!driven.text.contains("Right:"))
        #expect(driven.effects.last == .save)
        driven.wait(1000)
        driven.press(.tab)
        #expect(driven.text.contains("time left 14:5"))
        driven.wait(16 * 60_000)
        #expect(driven.quiz?.session.isFinished == true)
        #expect(driven.program.wake == nil)
        #expect(driven.text.contains("1 of 2 right"))
        #expect(driven.text.contains("The time was up before the last 4."))
        let record = try #require(driven.program.progress.latestAnswer?.record)
        #expect(record.setting == .interview)
        #expect(!record.isRight)
    }

    @Test func `is ended by Esc only when one means it, and then has a report`() throws {
        var driven = Driven()
        driven.press(.character("i"), .enter, .escape)
        #expect(driven.quiz == nil, "nothing was answered, so there is nothing to report")
        driven.press(.character("i"), .enter, .tab, .escape)
        #expect(driven.text.contains("Esc again ends the interview"))
        driven.press(.tab, .escape)
        #expect(driven.quiz?.session.isFinished == false, "another key came in between")
        driven.press(.escape)
        #expect(driven.quiz?.session.isFinished == true)
        #expect(driven.text.contains("0 of 2 right"))
        #expect(driven.text.contains("You ended it before the last 4."))
        driven.press(.escape)
        #expect(driven.quiz == nil)
    }

    @Test func `the report leads to the lesson and back`() throws {
        var driven = Driven()
        driven.press(.character("i"), .enter)
        for _ in 0..<6 { driven.press(.tab) }
        #expect(driven.text.contains("0 of 6 right"))
        driven.press(.down, .enter)
        guard case .player = driven.program.screens.last else { throw NotThere() }
        driven.press(.escape)
        #expect(driven.quiz?.mistake == 1)
    }

    @Test func `is agreed on first`() throws {
        var driven = Driven()
        driven.press(.character("i"), .left, .down, .right, .right)
        guard case .briefing(let screen) = driven.program.screens.last else { throw NotThere() }
        #expect((screen.terms.questions, screen.terms.minutes) == (5, 25))
        driven.press(.down, .character(" "))
        guard case .briefing(let same) = driven.program.screens.last else { throw NotThere() }
        // The only topic stays.
        #expect(same.asks(about: "tcp"))
        driven.press(.enter)
        #expect(driven.text.contains("1 / 5"))
        #expect(driven.text.contains("time left 25:00"))
    }
}

@Suite struct `The diagnostic on the screen` {
    @Test func `is offered to a newcomer once, and never again when declined`() {
        var driven = Driven()
        #expect(driven.text.contains("New here?"))
        driven.press(.character("x"))
        #expect(driven.effects == [.save])
        driven.press(.down)
        #expect(!driven.text.contains("New here?"))
        var later = Driven(progress: driven.program.progress)
        #expect(!later.text.contains("New here?"))
        later.press(.character("x"))
        #expect(later.effects.isEmpty)
    }

    @Test func `marks what may be skipped, and opens where to begin`() throws {
        var driven = Driven()
        driven.press(.character("d"))
        while driven.quiz?.session.isFinished == false {
            driven.solve()
            driven.press(.enter)
        }
        #expect(driven.text.contains("Begin with: Looking up a name"))
        #expect(driven.program.progress.skippable == ["hello"])
        driven.press(.enter)
        guard case .player(let player) = driven.program.screens.last else { throw NotThere() }
        #expect(player.lesson.id == "names")
        driven.press(.escape)
        #expect(driven.text.contains("✓ A short hello"))
    }
}

@Suite struct `Practice in lines of text` {
    private func talk(_ practice: Practice, at instant: Int64 = 0) -> PlainQuiz {
        PlainQuiz(QuizSession(practice, seed: 3, in: SmallCourse.catalog), appearance: Appearance())
    }

    private var interview: Practice {
        .interview(Interview(InterviewTerms(), from: SmallCourse.catalog.practiceCards, seed: 3, at: 0))
    }

    @Test func `a review asks, keeps and takes back`() {
        let outlook = ReviewOutlook(
            catalog: SmallCourse.catalog, progress: .ofFinisher, at: 1_700_000_000_000, offset: 0)
        var talk = PlainQuiz(
            .review(outlook.queue, seed: 3, in: SmallCourse.catalog), appearance: Appearance())
        var progress = Progress.ofFinisher
        #expect(talk.opening[0] == "Review")
        let first = talk.session.current
        _ = talk.answer("")
        talk.keep(in: &progress, language: .english, at: 1_700_000_000_000)
        _ = talk.next()
        #expect(progress.answerCount == 1)
        #expect(talk.takesBack(":u"))
        let said = talk.takeBack(from: &progress)
        #expect(said[0] == "The last answer is taken back.")
        #expect(progress.answerCount == 0)
        #expect(talk.session.current == first)
        let refused = talk.takeBack(from: &progress)
        #expect(refused == ["There is no answer to take back."])
    }

    @Test func `an interview says nothing until its report`() throws {
        var talk = talk(interview), progress = Progress()
        while talk.session.current != nil {
            let (said, isSettled) = talk.answer(" ", at: 1000)
            #expect(said == [] || said[0].contains("said"), "\(said)")
            if isSettled {
                talk.keep(in: &progress, language: .english, at: 1000)
                let next = talk.next()
                if talk.session.isFinished { #expect(next[1] == "0 of 6 right") }
            }
        }
        #expect(talk.result.contains { $0.contains("Look again: A short hello") })
    }

    @Test func `an interview ends with its time`() {
        var talk = talk(interview)
        let (said, isSettled) = talk.answer("1", at: 15 * 60_000)
        #expect(!isSettled)
        #expect(said[0] == "The time is up.")
        #expect(talk.session.isFinished)
    }

    @Test(arguments: [(Language.english, 40), (.english, 60), (.chinese, 40), (.chinese, 60)])
    func `the calendar leaves no month out between two others`(language: Language, columns: Int) {
        for day in 0..<366 as Range<Int64> {
            let today = 1_700_000_000_000 + day * 86_400_000
            let overview = ProgressOverview(SmallCourse.catalog, Progress(), at: today, offset: 0)
            let sections = ProgressSections(
                overview: overview, catalog: SmallCourse.catalog, appearance: Appearance(language: language),
                columns: columns)
            let line = sections.calendar[1].text
            let months =
                language == .chinese
                ? line.split(separator: "月").compactMap { Int($0.filter { $0 != " " }) }
                : line.split(separator: " ").compactMap { ProgressSections.months.firstIndex(of: String($0)) }
            #expect(months.count >= columns / 5 - 1, "\(line)")
            #expect(zip(months, months.dropFirst()).allSatisfy { $1 == $0 % 12 + 1 || $1 == ($0 + 1) % 12 }, "\(line)")
        }
    }

    @Test func `the progress is told in lines no wider than a small terminal`() {
        for language in Language.allCases {
            let overview = ProgressOverview(SmallCourse.catalog, .ofRegular, at: 1_700_000_000_000, offset: 0)
            let lines = PlainProgress(
                overview, in: SmallCourse.catalog, appearance: Appearance(language: language)
            ).lines
            #expect(lines.count > 20)
            #expect(lines.allSatisfy { $0.cellWidth <= 78 })
        }
    }
}
