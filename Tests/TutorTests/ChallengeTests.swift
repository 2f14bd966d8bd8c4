import CellGrid
import Courseware
import Simulator
import Study
import Testing
import Timelines

@testable import Tutor

@Suite struct `Challenges` {
    private let lesson = "hello-tcp"

    /// Drops the message with this place.
    private func drop(_ message: Int, _ driven: inout Driven) {
        driven.point(at: message)
        driven.press(.character("x"))
    }

    @Test func `choosing one opens its scene with nothing changed and says what is to be done`() throws {
        var driven = SimulatedCourse.opened()
        drop(0, &driven)
        driven.press(.escape, .character("C"), .down, .enter)
        let player = try #require(driven.player)
        #expect(player.scene.id == "lost" && player.changes.isEmpty && player.challenge == 1 && player.sheet == nil)
        #expect(driven.text.contains("Challenge: Lose the second SYN"))
    }

    @Test func `it is solved at once when the run reaches the goal, and noted down`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("C"), .enter)
        drop(0, &driven)
        #expect(driven.text.contains("Not yet."))
        #expect(driven.program.progress.challengesSolved(of: try #require(driven.player).lesson)?.right == 0)
        driven.press(.escape)
        drop(1, &driven)
        let player = try #require(driven.player)
        #expect(player.question == nil, "a solved challenge asks nothing")
        #expect(driven.text.contains("Solved with 2 changes, par 2."))
        #expect(driven.program.progress.fewestFaults(for: "three-syns", of: lesson) == 2)
        #expect(driven.program.progress.challengesSolved(of: player.lesson) == Score(right: 1, of: 2))
        #expect(driven.effects.last == .save)
    }

    @Test func `nothing is asked in between, and the same key again is about the same packet`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("C"), .enter)
        driven.point(at: 0)
        driven.press(.character("d"), .character("d"))
        let player = try #require(driven.player)
        #expect(player.question == nil)
        #expect(player.changes.faults == [Fault(.delay(.milliseconds(500)), .message(1))])
        driven.press(.character("x"))
        #expect(driven.player?.changes.faults == [Fault(.drop, .message(1))], "what disappears cannot be late")
    }

    @Test func `its explanation makes room for the steps`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("C"), .enter)
        drop(0, &driven)
        drop(1, &driven)
        #expect(driven.text.contains("Each time the timer fires"))
        let page = try #require(driven.player?.page)
        // First the rest of what is said there, then the next step.
        while driven.player?.page == page { driven.press(.right) }
        #expect(driven.text.contains("Solved with 2 changes"))
        #expect(!driven.text.contains("Each time the timer fires"))
    }

    @Test func `the keys that change packets come first, and in a quiz the way back`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("C"), .enter)
        let bar = driven.text.split(separator: "\n").last ?? ""
        #expect(bar.contains("x drop") && bar.contains("d delay"))
        var quiz = QuestionCourse.asking("do-it")
        quiz.press(.enter)
        #expect((quiz.text.split(separator: "\n").last ?? "").contains("Esc quiz"))
        let scene = try #require(quiz.player?.sceneIndex)
        quiz.press(.tab)
        #expect(quiz.player?.sceneIndex == scene)
        #expect(!quiz.text.contains("Tab:"), "nothing is offered that leads away")
    }

    @Test func `the fewest changes are kept, and taking one back can make it better`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("C"), .enter)
        driven.point(at: 3)
        driven.press(.character("d"), .escape)
        drop(0, &driven)
        driven.press(.escape)
        drop(1, &driven)
        #expect(driven.program.progress.fewestFaults(for: "three-syns", of: lesson) == 3)
        driven.press(.character("f"), .up, .up, .up, .enter)
        #expect(driven.program.progress.fewestFaults(for: "three-syns", of: lesson) == 2)
        driven.press(.escape)
        driven.point(at: 3)
        driven.press(.character("d"))
        #expect(driven.program.progress.fewestFaults(for: "three-syns", of: lesson) == 2)
    }

    @Test func `a solution that was shown does not count, also not with one change more`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("C"), .character("s"))
        let player = try #require(driven.player)
        #expect(player.sheet == nil && player.grade?.isMet == true && player.changes.items.count == 2)
        #expect(driven.text.contains("it does not count"))
        driven.point(at: 4)
        driven.press(.character("d"))
        #expect(driven.program.progress.challenges.isEmpty)
        // Begun anew it does.
        driven.press(.character("C"), .enter)
        drop(0, &driven)
        driven.press(.escape)
        drop(1, &driven)
        #expect(driven.program.progress.fewestFaults(for: "three-syns", of: lesson) == 2)
    }

    @Test func `the hint is for the one under the pointer, if it has one`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("C"), .character("h"))
        #expect(driven.text.contains("What happens when nothing comes back?"))
        driven.press(.down)
        #expect(!driven.text.contains("What happens when nothing comes back?"))
    }

    @Test func `a challenge can be left; what was changed stays`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("C"), .enter)
        drop(0, &driven)
        driven.press(.escape, .character("C"), .character("x"))
        let player = try #require(driven.player)
        #expect(player.challenge == nil && player.grade == nil && player.changes.items.count == 1)
        #expect(!driven.text.contains("Challenge:"))
    }

    @Test func `the catalogue counts them`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("C"), .down, .enter)
        drop(1, &driven)
        driven.press(.escape, .escape)
        #expect(driven.program.screens.isEmpty)
        #expect(driven.text.contains("Challenges: 1 of 2"))
    }

    @Test(arguments: Course.catalog.lessons.map(\.id))
    func `every solution of the built-in course is shown as one`(id: String) throws {
        let lesson = try #require(Course.catalog.lesson(id))
        for (place, challenge) in lesson.challenges.enumerated() {
            var player = PlayerScreen(lesson)
            player.showSolution(of: place)
            #expect(
                player.grade == .init(isMet: true, faultCount: challenge.par, par: challenge.par), "\(challenge.id)")
        }
    }
}
