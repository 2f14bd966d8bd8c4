import Courseware
import Localization
import Testing

@testable import Study

@Suite struct ReviewRecordTests {
    private let recall = Question(
        id: "recall", ask: "Why three segments?",
        kind: .recall(
            points: ["both numbers", "both confirmed", "old duplicates"].map { RecallPoint($0) }, model: "…"),
        because: "Because.")

    /// The record of `answer`, after so many hints and milliseconds.
    private func record(
        _ answer: Answer?, to question: PosedQuestion, hints: Int = 0, took: Int64? = nil, isSeen: Bool = false
    ) -> ReviewRecord {
        var feedback = question.grade(answer)
        feedback.hintsTaken = hints
        feedback.milliseconds = took
        return ReviewRecord(
            feedback, to: question, seed: 7, setting: .quiz, isSeen: isSeen, in: .english, at: Reviews.noon)
    }

    @Test func `a settled answer becomes a record with its grade`() throws {
        let question = try Fixtures.posed(Fixtures.choice)
        let right = Answer.choice(question.place("client")), wrong = Answer.choice(question.place("server"))
        let needed = Int64(try #require(question.usualTime(in: .english)))
        let records = [
            record(right, to: question), record(right, to: question, took: needed),
            record(right, to: question, took: needed, isSeen: true), record(right, to: question, took: needed * 3 + 3),
            record(right, to: question, hints: 1, took: needed, isSeen: true), record(right, to: question, hints: 2),
            record(wrong, to: question, took: 1, isSeen: true), record(nil, to: question),
        ]
        #expect(records.map(\.grade) == [.good, .good, .easy, .hard, .hard, .again, .again, .again])
        #expect(records.map(\.isRight) == [true, true, true, true, true, true, false, false])
        #expect(
            records[4]
                == ReviewRecord(
                    at: Reviews.noon, grade: .hard, isRight: true, hints: 1, took: Int(needed), seed: 7, setting: .quiz)
        )
    }

    @Test func `an answer said aloud is graded by its points, whatever time it took`() throws {
        let question = try Fixtures.posed(recall)
        let grades = (0...3).map { record(.recall(Set(0..<$0)), to: question, took: 800_000).grade }
        #expect(grades == [.again, .again, .hard, .good])
        #expect(record(.recall([0, 1, 2]), to: question, took: 800_000, isSeen: true).grade == .easy)
        #expect(record(nil, to: question).grade == .again)
    }

    @Test func `a right answer and the grade agree, unless hints gave it away`() throws {
        for question in [Fixtures.choice, Fixtures.several, Fixtures.order, Fixtures.number, Fixtures.text, recall] {
            let posed = try Fixtures.posed(question)
            let record = record(posed.grade(nil).solution, to: posed)
            #expect(record.isRight && record.grade == .good, "\(question.id)")
        }
    }

    @Test func `times and hints that make no sense are taken for unknown`() throws {
        let question = try Fixtures.posed(Fixtures.choice)
        let right = Answer.choice(question.place("client"))
        let strange = record(right, to: question, hints: -3, took: .min)
        #expect((strange.hints, strange.took, strange.grade) == (0, 0, .good))
        #expect(record(right, to: question, took: .max, isSeen: true).grade == .good)
    }
}
