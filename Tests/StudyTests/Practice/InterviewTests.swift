import Courseware
import Localization
import Testing

@testable import Study

@Suite struct `An interview` {
    private let cards = PracticeCourse.catalog.practiceCards

    @Test(arguments: 0..<20 as Range<UInt64>) func `asks different questions, the tracks in turn`(seed: UInt64) {
        let drawn = InterviewTerms(minutes: 10, questions: 8).draw(from: cards, seed: seed)
        #expect(drawn.count == 8)
        #expect(Set(drawn.map(\.id)).count == 8)
        let counts = Dictionary(grouping: drawn, by: \.track).mapValues(\.count)
        #expect(counts == ["tcp": 2, "dns": 2, "tls": 2, "web": 2])
        #expect(drawn == InterviewTerms(minutes: 10, questions: 8).draw(from: cards, seed: seed))
    }

    @Test func `asks about the tracks that were agreed on, and no more than there is`() {
        let drawn = InterviewTerms(questions: 100, tracks: ["dns"]).draw(from: cards, seed: 1)
        #expect(drawn.count == 9)
        #expect(drawn.allSatisfy { $0.track == "dns" })
        #expect(InterviewTerms(tracks: ["nothing"]).draw(from: cards, seed: 1) == [])
    }

    @Test func `keeps its terms in range`() {
        var terms = InterviewTerms(minutes: 0, questions: 1000)
        #expect((terms.minutes, terms.questions) == (1, 100))
        terms.minutes = 500
        #expect(terms.minutes == 120)
    }

    @Test func `tells what is left, and never more than there was`() {
        let interview = Interview(InterviewTerms(minutes: 2), from: cards, seed: 1, at: 1000)
        #expect(interview.left(at: 1000) == 120_000)
        #expect(interview.left(at: 500) == 120_000)
        #expect(interview.left(at: 61_000) == 60_000)
        #expect(interview.left(at: 121_000) == 0)
        #expect(interview.left(at: .max) == 0)
    }

    @Test func `reports by topic, and tells of each mistake where to look again`() throws {
        let terms = InterviewTerms(questions: 6, tracks: ["tcp", "dns"])
        let interview = Interview(terms, from: cards, seed: 5, at: 0)
        var session = QuizSession(.interview(interview), seed: 5, in: PracticeCourse.catalog)
        for place in 0..<4 {
            let right = try #require(session.current).grade(nil).solution
            session.answer(place == 2 ? nil : right)
            let kept = session.keep(isSeen: false, in: .english, at: 1000)
            #expect(kept?.record.setting == .interview)
            session.next()
        }
        session.end()
        let report = try #require(InterviewReport(session))
        #expect(session.isFinished)
        #expect(report.score == Score(right: 3, of: 4))
        #expect(report.unreached == 2 && !report.isTimeUp)
        #expect(report.topics.map(\.score.of).reduce(0, +) == 4)
        let miss = try #require(report.misses.first)
        #expect(report.misses.count == 1)
        #expect(miss.card == interview.cards[2].id)
        let lesson = try #require(interview.cards[2].lesson).id
        let places: [InterviewReport.Place] = [
            .lesson(lesson), .moment(LessonMoment(lesson: lesson, anchor: "hello")),
        ]
        #expect(places.contains(try #require(miss.revisit)))
    }
}
