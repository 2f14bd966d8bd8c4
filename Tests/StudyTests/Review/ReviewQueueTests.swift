import Courseware
import Localization
import Testing
import Timelines

@testable import Study

@Suite struct ReviewQueueTests {
    private func queue(
        _ cards: [ReviewCard], completed: Set<String> = [], introduced: Int = 0, at instant: Int64 = Reviews.noon,
        offset: Int64 = 0, doses: ReviewQueue.Doses = .init()
    ) -> ReviewQueue {
        ReviewQueue(cards, completed: completed, introduced: introduced, at: instant, offset: offset, doses: doses)
    }

    private func names(_ queue: ReviewQueue) -> [String] { queue.cards.map(\.id.question) }

    @Test func `a card is due from four in the morning of its day`() {
        let card = Reviews.card("isn", dueIn: 0)
        let four = Reviews.noon - 8 * Reviews.hour
        #expect(card.dueDate(offset: 0) == four)
        // In Shanghai it is due at 20:00, and that day began at 20:00 UTC of the day before.
        #expect(card.dueDate(offset: 8 * Reviews.hour) == four - 8 * Reviews.hour)
        #expect(Reviews.new("isn").dueDate(offset: 0) == nil)
        for (instant, isAsked) in [(four - 1, false), (four, true)] {
            let queue = queue([card], at: instant)
            #expect(queue.cards.isEmpty != isAsked)
            #expect(queue.next == (isAsked ? nil : four))
        }
    }

    @Test func `a card that is being learnt is due when its minutes are over`() {
        var card = Reviews.card("isn", dueIn: 0)
        for stage in [Memory.Stage.learning(step: 1), .relearning(step: 0)] {
            card.memory?.stage = stage
            #expect(queue([card], at: Reviews.noon - 1).cards.isEmpty)
            #expect(queue([card], at: Reviews.noon).cards == [card])
        }
    }

    @Test func `a backlog comes in doses, most forgotten first, and its size is not told`() {
        let cards = (0..<300).map { Reviews.card("q\($0)", of: "l\($0 % 7)", dueIn: -Int64($0)) }
        let queue = queue(cards)
        #expect(Set(names(queue)) == Set((280..<300).map { "q\($0)" }))
        #expect(queue.hasMore)
        let few = self.queue(Array(cards.prefix(20)))
        #expect(few.cards.count == 20 && !few.hasMore)
    }

    @Test(arguments: [(0, false), (19, false), (20, true), (45, true)])
    func `a dose a day is enough`(reviewed: Int, isEnough: Bool) {
        let cards = (0..<60).map { Reviews.card("q\($0)", dueIn: -3) }
        let queue = ReviewQueue(cards, completed: [], reviewed: reviewed, at: Reviews.noon, offset: 0)
        #expect(queue.isEnoughForToday == isEnough)
        #expect(queue.cards.count == 20, "who wants more gets it")
    }

    @Test func `when nothing is due, the next due date is told`() {
        let cards = [5, 2, 9].map { Reviews.card("q\($0)", dueIn: $0) } + [Reviews.new("n")]
        let queue = queue(cards)
        #expect(queue.cards.isEmpty && !queue.hasMore)
        #expect(queue.next == Reviews.noon + 2 * Reviews.day - 8 * Reviews.hour)
        #expect(self.queue([Reviews.new("n")]).next == nil)
    }

    @Test func `what is too new for today begins tomorrow at four`() {
        let cards = (0..<12).map { Reviews.new("q\($0)") }
        let four = Reviews.noon + 16 * Reviews.hour
        for (introduced, count, next) in [(0, 10, four), (4, 6, four), (10, 0, four)] {
            let queue = queue(cards, completed: ["tcp"], introduced: introduced)
            #expect(queue.cards.count == count)
            #expect(queue.next == next)
        }
        #expect(queue(Array(cards.prefix(10)), completed: ["tcp"]).next == nil)
        #expect(queue(cards).next == nil)
    }

    @Test func `a due date at the end of time is not before it`() {
        for due in [Int64.min, .max] {
            var card = Reviews.card("q", dueIn: 0)
            card.memory?.due = due
            for offset in [Int64.min, 0, .max] {
                #expect(queue([card], at: .max, offset: offset).cards == [card])
            }
        }
    }

    @Test func `of cards equally long overdue the less stable one comes first`() {
        let cards = [("firm", 80.0), ("weak", 2), ("fair", 15)].map {
            Reviews.card($0.0, of: $0.0, dueIn: -3, stability: $0.1)
        }
        #expect(names(queue(cards)) == ["weak", "fair", "firm"])
    }

    @Test func `new questions come only of lessons that were completed, so many a day`() {
        let cards =
            (0..<15).map { Reviews.new("t\($0)", of: "tcp") } + (0..<5).map { Reviews.new("d\($0)", of: "dns") }
            + [Reviews.new("loose", of: nil)]
        #expect(queue(cards).cards.isEmpty)
        #expect(names(queue(cards, completed: ["dns"])) == ["d0", "d1", "d2", "d3", "d4"])
        #expect(names(queue(cards, completed: ["tcp"])) == (0..<10).map { "t\($0)" })
        #expect(queue(cards, completed: ["tcp"], introduced: 7).cards.count == 3)
        #expect(queue(cards, completed: ["tcp"], introduced: .max).cards.isEmpty)
        #expect(!queue(cards, completed: ["tcp"]).hasMore)
    }

    @Test func `new questions are spread among the known ones`() {
        let known = (0..<6).map { Reviews.card("k\($0)", of: "k\($0)", dueIn: -Int64($0) - 1) }
        let new = (0..<3).map { Reviews.new("n\($0)", of: "n\($0)") }
        let asked = names(queue(known + new, completed: ["n0", "n1", "n2"]))
        #expect(asked == ["k5", "n0", "k4", "k3", "n1", "k2", "k1", "n2", "k0"])
    }

    @Test func `a week away leaves no more to do at once than a day away`() {
        let cards = (0..<40).map { Reviews.card("q\($0)", of: "l\($0 % 5)", dueIn: Int64($0 % 7)) }
        let nextWeek = queue(cards, at: Reviews.noon + 7 * Reviews.day)
        #expect(nextWeek.cards.count == 20)
        #expect(queue(cards, at: Reviews.noon + 60 * Reviews.day).cards.count == 20)
    }

    @Test func `negative doses ask nothing`() {
        let cards = [Reviews.card("due", dueIn: -1), Reviews.new("new")]
        let queue = queue(cards, completed: ["tcp"], doses: .init(known: -3, new: .min))
        #expect(queue.cards.isEmpty && queue.hasMore)
    }

    /// Every way in which up to seven cards belong to up to three lessons.
    @Test func `siblings stand apart whenever that can be`() {
        for count in 0...7 {
            for code in 0..<(0..<count).reduce(1, { total, _ in total * 3 }) {
                var rest = code
                let cards = (0..<count).map { number -> ReviewCard in
                    defer { rest /= 3 }
                    return Reviews.new("q\(number)", of: "l\(rest % 3)")
                }
                let placed = ReviewQueue.apart(cards)
                let largest = Dictionary(grouping: cards, by: \.family).values.map(\.count).max() ?? 0
                #expect(Reviews.hasSiblings(placed) == (largest > (count + 1) / 2))
                #expect(placed.map(\.id).sorted() == cards.map(\.id).sorted())
            }
        }
    }

    @Test func `cards that have no siblings beside them keep their order`() {
        let cards = ["a", "b", "a", "c", "b"].enumerated().map { Reviews.new("q\($0.offset)", of: $0.element) }
        #expect(ReviewQueue.apart(cards) == cards)
    }

    @Test func `only what was met first in a review of today counts as introduced`() {
        let first = Reviews.record(at: Reviews.noon), later = Reviews.record(at: Reviews.noon + 1)
        let histories = [
            [first], [first, later], [Reviews.record(setting: .quiz), later], [],
            [Reviews.record(at: Reviews.noon - Reviews.day), first],
        ]
        #expect(ReviewQueue.introduced(in: histories, on: Reviews.today, offset: 0) == 2)
        #expect(ReviewQueue.introduced(in: histories, on: Reviews.today.advanced(by: -1), offset: 0) == 1)
    }

    @Test func `every question of a course is a card, in the order of the course`() throws {
        let lessons = ["dns", "tcp"].map {
            Lesson(
                id: $0, track: "t-\($0)", title: "T", summary: "S",
                scenes: [Scene(title: "T", timeline: Timeline(participants: [], messages: [], timers: [], events: []))])
        }
        let quizzes = [
            Quiz(id: "tcp", title: "TCP", lesson: "tcp", questions: [Fixtures.choice, Fixtures.number]),
            Quiz(id: "dns", title: "DNS", lesson: "dns", questions: [Fixtures.text]),
            Quiz(id: "alone", title: "Alone", questions: [Fixtures.order]),
        ]
        let known = try #require(Reviews.card("x", dueIn: 3).memory)
        let memories = [CardID(quiz: "tcp", question: "number"): known, CardID(quiz: "gone", question: "q"): known]
        let cards = ReviewCard.all(of: Catalog(lessons: lessons, quizzes: quizzes)) { memories[$0] }
        #expect(cards.map(\.id.text) == ["dns/text", "tcp/choice", "tcp/number", "alone/order"])
        #expect(cards.map(\.track) == ["t-dns", "t-tcp", "t-tcp", nil])
        #expect(cards.map(\.memory) == [nil, nil, known, nil])
    }
}
