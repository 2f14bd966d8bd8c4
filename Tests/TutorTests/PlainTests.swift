import CellGrid
import Courseware
import Localization
import Study
import Testing
import Timelines

@testable import Tutor

@Test func `a lesson is told line by line, one event a line`() throws {
    let lesson = try #require(SmallCourse.catalog.lesson("hello"))
    #expect(
        PlainLesson(lesson, scene: 1, appearance: Appearance()).lines.joined(separator: "\n") == """
            A short hello: The SYN is lost

            The first SYN does not arrive.

            Participant 1: Client, 192.0.2.10:50000, CLOSED
            Participant 2: Server, 198.51.100.20:443, LISTEN

            0.000 s  Client to Server: SYN  seq=1000
                     It disappears on the way.
                     [RFC 6298 §2]
            0.000 s  Client starts timer RTO, 1 s
            0.012 s  LOST: SYN from Client
            1.000 s  Client: timer RTO fires
                     After a second the timer fires.
                     [RFC 6298 §5]
            1.000 s  Client to Server: SYN (resent)  seq=1000
                     The same SYN again.
                     [RFC 6298 §5]
            1.020 s  Server receives SYN
            """)
}

@Test func `the whole course is told in both languages, every message and every step`() {
    for lesson in Course.catalog.lessons {
        for (index, scene) in lesson.scenes.enumerated() {
            for language in Language.allCases {
                let lines = PlainLesson(lesson, scene: index, appearance: Appearance(language: language)).lines
                let text = lines.joined(separator: "\n")
                #expect(lines.count > scene.timeline.events.count)
                for step in scene.steps { #expect(text.contains(RichText.plain(step.say(language)).prefix(12))) }
                #expect(!text.contains("\u{1B}"))
            }
        }
    }
}

@Test func `a quiz on standard input asks, explains and counts`() throws {
    let quiz = try #require(SmallCourse.catalog.quiz("hello"))
    var talk = PlainQuiz(QuizSession(quiz, seed: 3), appearance: Appearance())
    #expect(talk.opening.contains { $0.contains("Who speaks first?") })
    let (complaint, isSettled) = talk.answer("7")
    #expect(!isSettled && !complaint.isEmpty)
    while let posed = talk.session.current {
        let line: String
        switch posed.form {
        case .choice(let choices): line = "\((choices.firstIndex { $0.isRight } ?? 0) + 1)"
        case .several(let choices):
            line = choices.indices.filter { choices[$0].isRight }.map { "\($0 + 1)" }.joined(separator: " ")
        case .order(let shown, let right):
            line = right.map { "\((shown.firstIndex(of: $0) ?? 0) + 1)" }.joined(separator: " ")
        case .number(let right, _, _): line = "\(right)"
        case .text: line = "ｒｓｔ"
        case .match(_, let shown, let right):
            line = right.enumerated().map { index, text in
                "\(index + 1)" + ["a", "b", "c"][shown.firstIndex(of: text) ?? 0]
            }.joined(separator: " ")
        }
        let (said, isSettled) = talk.answer(line)
        #expect(isSettled && said[0].hasPrefix("Right"), "\(posed.id): \(said)")
        _ = talk.next()
    }
    #expect(talk.result == "6 of 6 right.")
}
