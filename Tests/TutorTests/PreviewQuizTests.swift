import CellGrid
import Courseware
import Localization
import LocatedJSON
import Study
import TestSupport
import Testing
import Timelines

@testable import Tutor

@Suite struct `The quiz beside a lesson` {
    private static let quizPath = "quizzes/hello.json"

    private static func both() -> Writing {
        var writing = Writing()
        writing.save(SmallCourse.lesson)
        writing.save(SmallCourse.quiz, as: quizPath)
        return writing
    }

    @Test func `is watched, opens with q, and changes while it is open`() throws {
        var writing = Self.both()
        #expect(writing.effects == [.watch([Writing.path]), .watch([Writing.path, Self.quizPath])])
        #expect(writing.preview.course.diagnostics.isEmpty)
        writing.press(.character("q"))
        #expect(writing.text.contains("Who speaks first?"))
        writing.save(SmallCourse.quiz.replacing("Who speaks first?", with: "Who begins?"), as: Self.quizPath)
        #expect(writing.text.contains("Who begins?"))
        writing.press(.escape)
        #expect(writing.lines[0].contains("A short hello"))
    }

    @Test func `is missed while it is not there, and its faults are listed under its name`() {
        var writing = Self.both()
        writing.remove(Self.quizPath)
        #expect(writing.text.contains("error: there is no quiz 'hello'"))
        #expect(!writing.rule.contains("last good version"))
        writing.save("{", as: Self.quizPath)
        #expect(writing.text.contains("quizzes/hello.json:1:"))
        writing.press(.character("e"))
        #expect(writing.effects.last == .edit(path: Self.quizPath, line: 1))
        writing.save(SmallCourse.quiz, as: Self.quizPath)
        #expect(writing.rule.contains("no faults"))
    }

    @Test func `is previewed question by question`() throws {
        var writing = Writing(Self.quizPath)
        writing.save(SmallCourse.quiz, as: Self.quizPath)
        #expect(writing.effects == [.watch([Self.quizPath]), .watch([Self.quizPath, Writing.path])])
        writing.save(SmallCourse.lesson)
        #expect(writing.preview.course.diagnostics.isEmpty)
        writing.press(.right, .right, .right)
        #expect(try writing.quiz.session.current?.id == "number")
        writing.press(.left)
        #expect(try writing.quiz.session.current?.id == "order")
        writing.press(.right, .right)
        #expect(try writing.quiz.session.current?.id == "text")
        for _ in 0..<9 { writing.press(.right) }
        #expect(try writing.quiz.session.isFinished)
        writing.press(.left)
        #expect(try writing.quiz.session.current?.id == "match")
    }

    @Test func `keeps the question, the values drawn and what was typed`() throws {
        var writing = Writing(Self.quizPath)
        writing.save(SmallCourse.quiz, as: Self.quizPath)
        writing.save(SmallCourse.lesson)
        writing.press(.right, .right, .right)
        let values = try writing.quiz.session.current?.values
        // Letters that are keys elsewhere go into an answer.
        writing.press(.character("4"), .character("e"), .character("n"), .character("p"))
        writing.save(SmallCourse.quiz.replacing("Which ack?", with: "Which `ack`?"), as: Self.quizPath)
        #expect(try writing.quiz.session.current?.values == values)
        #expect(try writing.quiz.open?.typed == "4enp")
        writing.press(.control("e"))
        let questions = SmallCourse.quiz.replacing("Which ack?", with: "Which `ack`?")
        let line = questions.split(separator: "\n").firstIndex { $0.contains("seq={isn}. Which") }.map { $0 + 1 }
        #expect(writing.effects.last == .edit(path: Self.quizPath, line: line ?? 0))
    }

    @Test func `keeps an answer and what is said about it, unless the question is another`() throws {
        var writing = Writing(Self.quizPath)
        writing.save(SmallCourse.quiz, as: Self.quizPath)
        writing.save(SmallCourse.lesson)
        let right = try #require(
            writing.quiz.open.flatMap { open -> Int? in
                guard case .choice(let choices) = open.posed.form else { return nil }
                return choices.firstIndex(where: \.isRight)
            })
        writing.press(.character(Character("\(right + 1)")), .enter)
        #expect(try writing.quiz.session.score.right == 1)
        writing.save(SmallCourse.quiz.replacing("actively", with: "first"), as: Self.quizPath)
        #expect(writing.text.contains("The client opens first."))
        #expect(try writing.quiz.session.score.right == 1)
        writing.save(SmallCourse.quiz.replacing("the server\"", with: "the listener\""), as: Self.quizPath)
        #expect(try writing.quiz.session.score.right == 0)
        // A question that is no more gives way to the one after it.
        writing.save(SmallCourse.quiz.replacing(#""id": "who""#, with: #""id": "whom""#), as: Self.quizPath)
        #expect(try writing.quiz.session.current?.id == "flags")
    }
}
