import Courseware
import Localization
import Testing

@testable import Study

/// Takes a whole diagnostic; `knows` says whether a question is answered right.
private func taken(seed: UInt64, knows: (PracticeCard) -> Bool) -> PlacementTest {
    var diagnostic = PlacementTest(PracticeCourse.catalog.practiceCards, seed: seed)
    while let card = diagnostic.next { diagnostic.note(card, isRight: knows(card)) }
    return diagnostic
}

@Suite struct `The diagnostic` {
    @Test(arguments: 0..<20 as Range<UInt64>) func `asks ten different questions, spread evenly over the tracks`(
        seed: UInt64
    ) {
        var random = SplitMix64(seed: seed)
        let outcomes = taken(seed: seed) { _ in random.next() % 2 == 0 }.outcomes
        #expect(outcomes.count == 10)
        #expect(Set(outcomes.map(\.card.id)).count == 10)
        let counts = Dictionary(grouping: outcomes, by: \.card.track).mapValues(\.count)
        #expect(counts.count == 4)
        #expect(counts.values.allSatisfy { (2...3).contains($0) })
    }

    @Test func `asks harder after right answers and easier after wrong ones`() {
        let right = taken(seed: 1) { _ in true }.outcomes.map(\.card.level)
        let wrong = taken(seed: 1) { _ in false }.outcomes.map(\.card.level)
        #expect(right.first == wrong.first)
        #expect(right.suffix(4).allSatisfy { $0 >= 80 })
        #expect(wrong.suffix(4).allSatisfy { $0 <= 30 })
    }

    @Test func `an answer taken back leaves it as it was`() throws {
        var diagnostic = PlacementTest(PracticeCourse.catalog.practiceCards, seed: 3)
        for isRight in [true, false, true] { diagnostic.note(try #require(diagnostic.next), isRight: isRight) }
        let level = diagnostic.level, next = diagnostic.next?.level
        diagnostic.note(try #require(diagnostic.next), isRight: true)
        diagnostic.takeBack()
        #expect(diagnostic.level == level)
        #expect(diagnostic.outcomes.count == 3)
        #expect(diagnostic.next?.level == next)
    }

    @Test func `with few questions it ends early, and with none at once`() {
        let few = Array(PracticeCourse.catalog.practiceCards.prefix(3))
        var diagnostic = PlacementTest(few, seed: 1)
        #expect(diagnostic.length == 3)
        while let card = diagnostic.next { diagnostic.note(card, isRight: true) }
        #expect(diagnostic.outcomes.count == 3)
        #expect(PlacementTest([], seed: 1).next == nil)
    }

    @Test func `of many tracks five are asked about, from the first to the late ones`() {
        let question = PracticeCourse.catalog.quizzes[0].questions[0]
        let cards = (0..<20).flatMap { track in
            (0..<3).map { number in
                PracticeCard(
                    question, of: "quiz-\(track)-\(number)",
                    lesson: LessonHead(
                        id: "\(track)-\(number)", track: "\(track)", order: 1, minutes: 1, title: "A lesson"))
            }
        }
        var diagnostic = PlacementTest(cards, seed: 1)
        while let card = diagnostic.next { diagnostic.note(card, isRight: true) }
        #expect(Set(diagnostic.outcomes.map(\.card.track)) == ["0", "4", "8", "12", "16"])
    }
}

@Suite struct `The placement` {
    private let heads = PracticeCourse.catalog.heads
    private let cards = PracticeCourse.catalog.practiceCards

    /// The easy question of a lesson, answered.
    private func outcome(_ lesson: String, _ isRight: Bool, _ question: String = "easy") throws -> PlacementTest.Outcome
    {
        let id = CardID(quiz: lesson, question: question)
        return PlacementTest.Outcome(card: try #require(cards.first { $0.id == id }), isRight: isRight)
    }

    @Test func `two right answers in a lesson let it and those before it be skipped`() throws {
        let outcomes = [try outcome("dns-2", true), try outcome("dns-2", true, "hard")]
        let placement = Placement(outcomes, lessons: heads)
        #expect(placement.skippable == ["dns-1", "dns-2"])
        #expect(placement.beginning == heads.first { $0.id != "dns-1" && $0.id != "dns-2" }?.id)
    }

    @Test func `one right answer is not enough`() throws {
        #expect(Placement([try outcome("tcp-3", true)], lessons: heads).skippable == [])
    }

    @Test func `a wrong answer keeps its lesson, not those before and after it`() throws {
        let outcomes = [
            try outcome("tcp-2", false), try outcome("tcp-3", true), try outcome("tcp-3", true, "hard"),
        ]
        #expect(Placement(outcomes, lessons: heads).skippable == ["tcp-1", "tcp-3"])
    }

    @Test func `who knows everything that was asked may skip most, and who knows nothing begins at the beginning`() {
        let all = Placement(taken(seed: 1) { _ in true }.outcomes, lessons: heads)
        #expect(all.skippable.count >= 8)
        #expect(all.tracks.allSatisfy { $0.score.right == $0.score.of })
        let none = Placement(taken(seed: 1) { _ in false }.outcomes, lessons: heads)
        #expect(none.skippable == [])
        #expect(none.beginning == heads.first?.id)
    }
}
