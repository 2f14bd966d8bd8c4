import CellGrid
import Courseware
import Localization
import LocatedJSON
import Study
import TestSupport
import Testing
import Timelines

@testable import Tutor

/// The small course's lesson without its quiz, changed in one place.
private func lesson(_ old: String = "", _ new: String = "") -> String { SmallCourse.lesson(changing: old, to: new) }

@Suite struct `A preview keeps its place` {
    @Test func `at a step whose text was changed`() throws {
        var writing = Writing()
        writing.save(lesson())
        writing.press(.right, .right, .right, .right)
        let before = try writing.player
        writing.save(lesson("The server remembers the question", "The server keeps the question"))
        #expect(try writing.player.page == before.page)
        #expect(try writing.player.moment == before.moment)
        #expect(writing.text.contains("The server keeps"))
    }

    @Test func `at a step before which another was written, or taken away`() throws {
        var writing = Writing()
        let inserted = lesson(
            #"{ "does": "connect()", "at": "client" }"#,
            #"{ "does": "connect()", "at": "client", "say": { "en": "New.", "zh": "新。" }, "cite": "RFC 9293 §3.5" }"#)
        writing.save(lesson())
        writing.press(.end, .left)
        #expect(writing.text.contains("The answer confirms"))
        writing.save(inserted)
        #expect(try writing.player.page == 4)
        #expect(writing.text.contains("The answer confirms"))
        writing.save(lesson())
        #expect(try writing.player.page == 3)
        #expect(writing.text.contains("The answer confirms"))
    }

    @Test func `at the nearest moment when the step itself was taken away`() throws {
        var writing = Writing()
        writing.save(lesson())
        writing.press(.right, .right, .right, .right)
        let before = try writing.player.moment.instant
        writing.save(
            lesson(
                #""say": { "en": "The server remembers the question in its queue.", "zh": "服务器把这个请求记入队列。" }, "cite": "RFC 9293 §3.10.7.2""#,
                #""id": "queued""#))
        #expect(writing.preview.course.isCurrent)
        #expect(try writing.player.page == 1)
        #expect(try writing.player.moment.instant == before)
    }

    @Test func `in the middle of a flight, which goes on`() throws {
        var writing = Writing()
        writing.save(lesson())
        writing.press(.right)
        writing.wait(500)
        let before = try writing.player
        #expect(before.isAnimating)
        writing.save(lesson("and *waits* for an answer", "and *waits*"))
        #expect(try writing.player.show == before.show + 10)  // what has gone by meanwhile
        #expect(try writing.player.isAnimating)
        writing.wait(3000)
        #expect(try !writing.player.isAnimating)
    }

    @Test func `at the same instant although the timeline is another`() throws {
        var writing = Writing()
        writing.save(lesson())
        writing.press(.right)
        writing.wait(600)
        let before = try writing.player.moment.instant
        writing.save(lesson("{ \"phase\": { \"en\": \"Asking\", \"zh\": \"发问\" } },", ""))
        let after = try writing.player.moment.instant
        #expect(abs((after - before).nanoseconds) < 1_000_000)
        #expect(before > .zero)
    }

    @Test func `in a variant, with the layout and the speed`() throws {
        var writing = Writing()
        writing.save(lesson())
        writing.press(.tab, .right, .right, .character("t"), .character("+"))
        writing.save(lesson("It disappears on the way.", "It is lost."))
        let player = try writing.player
        #expect(player.scene.id == "lost")
        #expect(player.page == 1)
        #expect(player.isTrueTime)
        #expect(player.speed == PlayerScreen.normalSpeed + 1)
        #expect(writing.text.contains("It is lost."))
        writing.save(lesson(#""id": "lost""#, #""id": "gone""#))
        #expect(try writing.player.scene.id == Scene.mainID)
    }

    @Test func `at its opening and at its closing`() throws {
        var writing = Writing()
        writing.save(lesson())
        writing.save(lesson("A short hello", "Hello"))
        #expect(try writing.player.page == 0)
        writing.press(.end)
        writing.save(lesson())
        #expect(try writing.player.page == writing.player.lastPage)
    }

    @Test func `with the cursor, what is open, and what is asked`() throws {
        var writing = Writing()
        writing.save(lesson())
        writing.press(.right, .right, .up, .enter)
        let before = try writing.player
        writing.save(lesson("and *waits* for an answer", "and *waits*"))
        #expect(try writing.player.cursor == before.cursor)
        #expect(try writing.player.showsDetails)
        writing.press(.escape, .escape, .end, .left, .left, .character("p"), .right, .down)
        writing.save(lesson("What does the server send?", "What comes back?"))
        let question = try writing.player.question
        #expect(question != nil)
        #expect(question?.row == 1)
    }

    @Test func `with the changes that were made to a simulated scene`() throws {
        var writing = Writing("lessons/sim.json")
        writing.save(Starter.lesson("sim", .simulated, track: "drafts"), as: "lessons/sim.json")
        #expect(writing.preview.course.diagnostics.isEmpty)
        while try writing.player.page < 2 { writing.press(.right) }
        writing.press(.character("x"), .right)
        let before = try writing.player
        #expect(!before.changes.isEmpty)
        writing.save(
            Starter.lesson("sim", .simulated, track: "drafts").replacing("Write the question here", with: "Ask here"),
            as: "lessons/sim.json")
        #expect(try writing.player.changes == before.changes)
        #expect(try writing.player.timeline == before.timeline)
        #expect(try writing.player.lesson != before.lesson)
    }
}
