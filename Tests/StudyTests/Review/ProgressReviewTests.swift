import Courseware
import Localization
import Testing
import Timelines

@testable import Study

@Suite struct ProgressReviewTests {
    private let catalog = Catalog(
        lessons: [
            Lesson(
                id: "handshake", track: "tcp", title: "T", summary: "S",
                scenes: [Scene(title: "T", timeline: Timeline(participants: [], messages: [], timers: [], events: []))])
        ], quizzes: [Fixtures.quiz])
    private let ids = Fixtures.quiz.questions.map { CardID(quiz: "tcp", question: $0.id) }

    private func queue(_ progress: Progress, days: Int64 = 0) -> ReviewQueue {
        progress.reviewQueue(of: catalog, at: Reviews.noon + days * Reviews.day, offset: 0)
    }

    /// Progress of somebody who saw the lesson to its end.
    private var begun: Progress {
        var progress = Progress()
        progress.reached(step: 2, of: 3, scene: Scene.mainID, lesson: "handshake", at: Reviews.noon - Reviews.day)
        return progress
    }

    @Test func `questions are offered once their lesson is completed, and are due again after days`() {
        #expect(queue(Progress()).cards.isEmpty)
        var progress = begun
        #expect(queue(progress).cards.map(\.id) == ids)
        for id in ids { progress.record(Reviews.record(.easy), of: id) }
        #expect(queue(progress).cards.isEmpty)
        #expect(queue(progress).next.map { $0 > Reviews.noon } == true)
        #expect(Set(queue(progress, days: 10).cards.map(\.id)) == Set(ids))
    }

    @Test func `what was asked first in a review uses up the new questions of that day only`() {
        var progress = begun
        progress.record(Reviews.record(), of: ids[0])
        progress.record(Reviews.record(setting: .quiz), of: ids[1])
        progress.record(Reviews.record(at: Reviews.noon - Reviews.day), of: ids[2])
        progress.record(Reviews.record(), of: ids[2])
        let new = { (days: Int64) in
            progress.reviewQueue(
                of: catalog, at: Reviews.noon + days * Reviews.day, offset: 0, doses: .init(known: 0, new: 2)
            ).cards.map(\.id)
        }
        #expect(new(0) == [ids[3]])
        #expect(new(1) == [ids[3], ids[4]])
    }

    @Test func `a session and the progress it is written to agree, also when an answer is taken back`() throws {
        var progress = begun
        var session = ReviewSession(queue(progress), scheduler: Progress.scheduler)
        var instant = Reviews.noon
        for grade in [Grade.good, .again, .hard, .easy, .again] {
            let card = try #require(session.current)
            instant += 10_000
            let kept = progress.record(Reviews.record(grade, at: instant), of: card.id)
            let memory = session.answer(kept)
            #expect(progress.memory(of: card.id) == memory)
        }
        let last = session.undo()
        let undone = try #require(last)
        let isWithdrawn = progress.withdraw(undone.record, of: undone.card.id)
        #expect(isWithdrawn)
        #expect(progress.memory(of: undone.card.id) == undone.card.memory)
        #expect(session.current == undone.card)
    }

    @Test func `the report tells everything at once`() {
        var progress = begun
        for back in [9, 2, 1] as [Int64] {
            progress.record(Reviews.record(at: Reviews.noon - back * Reviews.day), of: ids[0])
        }
        progress.practised(on: Reviews.today)
        let report = StudyReport(progress, in: catalog, at: Reviews.noon, offset: 0, weeks: 2)
        #expect(report.today == Reviews.today)
        #expect(report.mastery.tracks.map(\.id) == ["tcp"])
        #expect(report.mastery.overall == Mastery(of: progress.reviewCards(of: catalog, offset: 0), at: Reviews.noon))
        #expect((report.mastery.overall.seen, report.mastery.overall.of) == (1, 6))
        #expect(report.retention.weeks.map(\.recalled.of) == [0, 2])
        #expect(report.activity.days.count == 3)
        #expect((report.streak.inARow, report.streak.includesToday) == (3, true))
        #expect(report.forecast.days.count == 14)
        #expect(report.queue == queue(progress))
    }
}
