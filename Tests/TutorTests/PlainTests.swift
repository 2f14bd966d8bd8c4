import CellGrid
import Courseware
import Localization
import Simulator
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

@Test func `a changed lesson says what was changed, and why each thing happens`() throws {
    let lesson = try #require(SimulatedCourse.catalog.lesson("hello-tcp"))
    let faults = [Fault(.drop, .message(1)), Fault(.duplicate, .message(99))]
    let lines = PlainLesson(lesson, faults: faults, givesReasons: true, appearance: Appearance()).lines
    #expect(lines.contains("Changed: drop:1"))
    #expect(lines.contains("Changed: duplicate:99 (no packet fits)"))
    let resent = try #require(lines.firstIndex { $0.hasPrefix("1.000 s  Client to Server: SYN (resent)") })
    #expect(lines[resent + 1].hasPrefix("         why: The retransmission timer ran out"))
    #expect(lines[resent + 2] == "         [RFC 6298 §5.4; RFC 9293 §3.8.3; rule syn-rto-expired]")
    #expect(lines[resent + 3].hasPrefix("1.000 s"), "what is told is not said twice")
    #expect(!PlainLesson(lesson, faults: faults, appearance: Appearance()).lines.contains { $0.contains("why:") })
}

@Test func `a challenge is reported with its score, or with its hint`() throws {
    let lesson = try #require(SimulatedCourse.catalog.lesson("hello-tcp"))
    let challenge = lesson.challenges[0]
    func report(_ faults: [Fault], _ language: Language = .english) -> [String] {
        let grade = challenge.grade(faults, in: lesson.scenes[0])
        return ChallengeReport(challenge, grade, appearance: Appearance(language: language)).lines
    }
    #expect(
        report(challenge.solution) == [
            "Make the client send its SYN three times.", "Solved with 2 changes, par 2.",
            "Each time the timer fires, the SYN goes out again.", "[RFC 6298 §5.5]",
        ])
    #expect(report([]).dropFirst() == ["Not solved.", "Hint: What happens when nothing comes back?"])
    #expect(report(challenge.solution, .chinese)[1] == "完成！用了2处改动，标准2处。")
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
        let (said, isSettled) = talk.answer(posed.id == "text" ? "ｒｓｔ" : posed.typedSolution)
        #expect(isSettled && said[0].hasPrefix("Right"), "\(posed.id): \(said)")
        _ = talk.next()
    }
    #expect(talk.result == ["6 of 6 right."])
}
