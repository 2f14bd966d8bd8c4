import Courseware
import Localization
import Testing

@testable import Study

private let day: Int64 = StudyDay.length
/// 2026-11-21, noon UTC.
private let noon: Int64 = 1_795_262_400_000

/// Reviews what is due until the end.
///
/// `knows` says whether a question is answered right. Gives the number of answers.
private func review(
    _ progress: inout Progress, at instant: Int64, seed: UInt64 = 1, knows: (CardID) -> Bool = { _ in true }
) -> Int {
    let outlook = ReviewOutlook(
        catalog: PracticeCourse.catalog, progress: progress, at: instant, offset: 0)
    var session = QuizSession.review(outlook.queue, seed: seed, in: PracticeCourse.catalog)
    var now = instant
    while let question = session.current, let card = session.currentCard {
        session.show(at: now)
        now += 9000
        session.answer(knows(card) ? question.grade(nil).solution : nil, at: now)
        progress.recordCurrentAnswer(of: &session, in: .english, at: now)
        session.next()
    }
    return session.records.count
}

private func due(_ progress: Progress, at instant: Int64) -> Int {
    ReviewOutlook(catalog: PracticeCourse.catalog, progress: progress, at: instant, offset: 0).count
}

/// When the last of all answered questions comes again.
private func latestDue(_ progress: Progress) -> Int64? {
    progress.reviewCards(of: PracticeCourse.catalog, offset: 0).compactMap { $0.memory?.due }.max()
}

@Suite struct `A review session` {
    @Test func `asks new questions of finished lessons only, and comes to an end for the day`() {
        var progress = PracticeCourse.progress(completing: "tcp-1", "dns-1", at: noon)
        #expect(due(progress, at: noon) == 6)
        let answers = review(&progress, at: noon)
        #expect(answers == 6)
        #expect(due(progress, at: noon + 3_600_000) == 0)
        #expect(progress.days == [StudyDay(of: noon, offset: 0)])
    }

    @Test func `comes back another day, later each time that all is known`() throws {
        var progress = PracticeCourse.progress(completing: "tcp-1", at: noon)
        let answers = review(&progress, at: noon)
        #expect(answers == 3)
        let first = try #require(
            ReviewOutlook(
                catalog: PracticeCourse.catalog, progress: progress, at: noon, offset: 0
            ).queue.next)
        #expect(first > noon + day / 2)
        var gaps: [Int64] = [], now = noon
        for _ in 0..<3 {
            let next = try #require(latestDue(progress))
            gaps.append(next - now)
            now = next
            let again = review(&progress, at: now)
            #expect(again > 0)
        }
        #expect(gaps == gaps.sorted())
    }

    @Test func `asks again in the same session what was not known, drawn afresh`() {
        var progress = PracticeCourse.progress(completing: "tcp-1", at: noon)
        var misses = 0
        let answers = review(&progress, at: noon) { card in
            guard card.question == "hard", misses == 0 else { return true }
            misses += 1
            return false
        }
        #expect(answers == 4)
        let hard = progress.history(of: CardID(quiz: "tcp-1", question: "hard"))
        #expect(hard.map(\.isRight) == [false, true])
        #expect(Set(hard.map(\.seed)).count == 2)
        #expect(due(progress, at: noon + 3_600_000) == 0)
    }

    @Test func `a month away is no punishment: one dose, no more`() {
        var progress = PracticeCourse.progress(
            completing: "tcp-1", "tcp-2", "tcp-3", "dns-1", "dns-2", "dns-3", "tls-1", "tls-2", "tls-3", at: noon)
        for passed in 0..<3 { _ = review(&progress, at: noon + day * Int64(passed)) }
        let later = noon + 40 * day
        let outlook = ReviewOutlook(catalog: PracticeCourse.catalog, progress: progress, at: later, offset: 0)
        #expect(outlook.queue.hasMore)
        #expect(outlook.count == ReviewQueue.Doses().known)
    }

    @Test func `one track alone can be reviewed`() {
        let progress = PracticeCourse.progress(completing: "tcp-1", "dns-1", at: noon)
        let outlook = ReviewOutlook(
            catalog: PracticeCourse.catalog, progress: progress, track: "dns", at: noon, offset: 0)
        #expect(outlook.queue.cards.allSatisfy { $0.track == "dns" })
        #expect(outlook.dueOfLesson == ["dns-1": 3])
    }

    @Test func `an answer taken back is withdrawn, and its question is open again`() throws {
        var progress = PracticeCourse.progress(completing: "tcp-1", at: noon)
        let outlook = ReviewOutlook(catalog: PracticeCourse.catalog, progress: progress, at: noon, offset: 0)
        var session = QuizSession.review(outlook.queue, seed: 1, in: PracticeCourse.catalog)
        let fresh = session
        let isTakenTooEarly = progress.takeBackLastAnswer(of: &session)
        #expect(!isTakenTooEarly)

        let asked = try #require(session.current), card = try #require(session.currentCard)
        session.answer(nil)
        progress.recordCurrentAnswer(of: &session, in: .english, at: noon)
        session.next()
        #expect(session.current != asked)
        let isTaken1 = progress.takeBackLastAnswer(of: &session)
        #expect(isTaken1)
        #expect(session == fresh)
        #expect(progress.history(of: card) == [])

        // Also from the feedback, and from the end.
        session.answer(nil)
        progress.recordCurrentAnswer(of: &session, in: .english, at: noon + 1000)
        let isTaken2 = progress.takeBackLastAnswer(of: &session)
        #expect(isTaken2)
        #expect(session == fresh)
        while let question = session.current {
            session.answer(question.grade(nil).solution)
            progress.recordCurrentAnswer(of: &session, in: .english, at: noon + 5000)
            session.next()
        }
        #expect(session.isFinished)
        let isTaken3 = progress.takeBackLastAnswer(of: &session)
        #expect(isTaken3)
        #expect(session.current != nil && session.currentFeedback == nil)
        #expect(session.position == 2)
    }

    @Test func `a quiz, an interview and a diagnostic take nothing back`() {
        let cards = PracticeCourse.catalog.practiceCards
        for practice in [
            Practice.diagnostic(PlacementTest(cards, seed: 1)),
            .interview(Interview(InterviewTerms(), from: cards, seed: 1, at: noon)),
        ] {
            var session = QuizSession(practice, seed: 1, in: PracticeCourse.catalog)
            session.answer(nil)
            _ = session.keep(isSeen: false, in: .english, at: noon)
            let taken = session.takeBack()
            #expect(taken == nil)
        }
    }

    @Test func `the day begins at four by the learner's clock`() {
        let catalog = PracticeCourse.catalog
        var progress = PracticeCourse.progress(completing: "tcp-1", at: noon)
        _ = review(&progress, at: noon)
        let due = progress.reviewCards(of: catalog, offset: 0).compactMap { $0.memory?.due }.min() ?? 0
        let start = StudyDay(of: due, offset: 0).start(offset: 0)
        #expect(ReviewOutlook(catalog: catalog, progress: progress, at: start - 1, offset: 0).count == 0)
        #expect(ReviewOutlook(catalog: catalog, progress: progress, at: start, offset: 0).count > 0)
        // Eight hours further east the day has begun eight hours before.
        let east: Int64 = 8 * 3_600_000
        #expect(ReviewOutlook(catalog: catalog, progress: progress, at: start - east, offset: east).count > 0)
    }
}

@Suite struct `A grade` {
    @Test func `follows from the answer: time, hints and whether it was seen before`() throws {
        let course = PracticeCourse.catalog
        let quiz = try #require(course.quiz("tcp-1"))
        func grade(after milliseconds: Int64, isSeen: Bool, isRight: Bool = true) throws -> Grade {
            var session = QuizSession(quiz, seed: 1, in: course)
            session.show(at: 0)
            let right = try #require(session.current).grade(nil).solution
            session.answer(isRight ? right : nil, at: milliseconds)
            let kept = session.keep(isSeen: isSeen, in: .english, at: milliseconds)
            return try #require(kept).record.grade
        }
        #expect(try grade(after: 2000, isSeen: true) == .easy)
        #expect(try grade(after: 2000, isSeen: false) == .good)
        #expect(try grade(after: 200_000, isSeen: true) == .hard)
        #expect(try grade(after: 2000, isSeen: true, isRight: false) == .again)
    }

    @Test func `is kept once`() throws {
        var session = QuizSession(try #require(PracticeCourse.catalog.quiz("tcp-1")), seed: 1)
        let early = session.keep(isSeen: false, in: .english, at: 0)
        session.answer(nil)
        let kept = session.keep(isSeen: false, in: .english, at: 0)
        let again = session.keep(isSeen: false, in: .english, at: 0)
        #expect(early == nil)
        #expect(kept?.card == CardID(quiz: "tcp-1", question: "easy"))
        #expect(again == nil)
    }
}
