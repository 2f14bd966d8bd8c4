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

@Suite struct `A preview` {
    @Test func `asks what its file holds, waits for one that is not there, and plays it when it comes`() {
        var writing = Writing()
        #expect(writing.effects == [.watch([Writing.path])])
        writing.remove()
        #expect(writing.text.contains("lessons/hello.json does not exist yet."))
        #expect(writing.rule.contains("waiting for it"))
        writing.save(lesson())
        #expect(writing.lines[0].contains("A short hello"))
        #expect(writing.rule.contains("no faults"))
    }

    @Test func `shows the last good version and the fault while the file is broken, and no fault once it is mended`()
        throws
    {
        var writing = Writing()
        writing.save(lesson())
        writing.press(.right, .right)
        let good = try writing.player
        writing.save(lesson(#""to": "server", "fields""#, #""to": "servr", "fields""#))
        #expect(writing.rule.contains("1 error; last good version shown"))
        #expect(writing.text.contains("error: no participant is named 'servr'; did you mean 'server'?"))
        let source = try #require(writing.lines.firstIndex { $0.contains(#""to": "servr""#) })
        let caret = try #require(writing.lines[source + 1].firstIndex(of: "^"))
        let column = writing.lines[source + 1].distance(from: writing.lines[source + 1].startIndex, to: caret)
        #expect(writing.lines[source].dropFirst(column).hasPrefix(#""servr""#))
        #expect(try writing.player.page == good.page)
        writing.save(lesson("{ \"format\"", "{ \"format\" 1 } }"))
        #expect(writing.rule.contains("1 error; last good version shown"))
        #expect(try writing.player.lesson == good.lesson)
        writing.save(lesson())
        #expect(writing.rule.contains("no faults"))
        #expect(!writing.text.contains("error"))
    }

    @Test func `stays with the last good version when the file is gone`() {
        var writing = Writing()
        writing.save(lesson())
        writing.remove()
        #expect(writing.rule.contains("it is gone; last good version shown"))
        #expect(writing.lines[0].contains("A short hello"))
        writing.save(lesson("A short hello", "A long hello"))
        #expect(writing.lines[0].contains("A long hello"))
    }

    @Test func `lists warnings of a file that plays`() {
        var writing = Writing()
        writing.save(lesson("and *waits* for", "and *waits* `for"))
        #expect(writing.rule.contains("1 warning"))
        #expect(writing.text.contains("warning: a ` has no second one"))
        writing.press(.right, .right)
        #expect(writing.text.contains("waits `for"))
    }

    @Test func `says why a file cannot be read`() {
        var writing = Writing()
        let reason = LocalizedText(en: "hello.json: not a regular file", zh: "hello.json：不是普通文件")
        writing.send(.files([FileReading(path: Writing.path, content: .unreadable(reason))]))
        #expect(writing.text.contains("not a regular file"))
        #expect(writing.preview.course.shown == nil)
    }

    @Test func `saves no progress and never leaves for a catalogue`() {
        var writing = Writing()
        writing.save(lesson())
        writing.press(.right, .right, .character("l"), .character("l"), .escape, .escape)
        #expect(writing.text.contains("Q leaves the preview."))
        writing.press(.character("?"), .escape, .character("m"))
        #expect(writing.effects == [.watch([Writing.path])])
        writing.press(.character("Q"))
        #expect(writing.effects.last == .quit)
    }

    @Test func `says what it needs in a terminal that is too small`() {
        var writing = Writing(size: Size(columns: 60, rows: 22))
        writing.save(lesson())
        #expect(writing.text.hasPrefix("netarium needs at least 60x23; this terminal has 60x22."))
        writing.press(.right, .character("?"), .character("e"))
        #expect(writing.effects == [.watch([Writing.path])])
        writing.send(.resize(Size(columns: 60, rows: 23)))
        #expect(!writing.text.contains("any key closes"))
        writing.send(.resize(Size(columns: 60, rows: 22)))
        writing.press(.character("Q"))
        #expect(writing.effects.last == .quit)
        writing.send(.resize(Size(columns: 60, rows: 23)))
        writing.save(lesson("servr", "server").replacing("\"tcp\"", with: "\"TCP\""))
        #expect(writing.text.contains("^"))
    }

    @Test(arguments: 0..<30) func `no size is too small or too odd to draw`(step: Int) {
        var writing = Writing(size: Size(columns: step * 7, rows: step * 2))
        writing.save(lesson("servr", "server").replacing("server", with: "servr"))
        writing.press(.character("n"))
        writing.send(.mouse(Mouse(.click, column: 3, row: step * 2 - 2)))
        #expect(writing.preview.view().size == Size(columns: step * 7, rows: step * 2))
    }

    @Test func `lets nothing of a file steer the terminal`() {
        var writing = Writing("lessons/he\u{1B}[31mllo.json")
        writing.save("{ \"ti\u{202E}tle\": 1, \"\u{9B}31m\": \"\u{7}\" }", as: "lessons/he\u{1B}[31mllo.json")
        let unprintable = writing.text.unicodeScalars.filter { $0 != "\n" && !DisplayWidth.isPrintable($0) }
        #expect(unprintable.isEmpty)
    }
}

@Suite struct `The faults below a preview` {
    private static let broken = lesson().replacing(#""from": "client""#, with: #""from": "clint""#)

    @Test func `are gone through with n and p, round and round`() {
        var writing = Writing()
        writing.save(lesson())
        writing.save(Self.broken)
        let count = writing.preview.course.diagnostics.count
        #expect(count > 2)
        #expect(writing.rule.contains("1/\(count)"))
        writing.press(.character("n"))
        #expect(writing.rule.contains("2/\(count)"))
        writing.press(.character("p"), .character("p"))
        #expect(writing.rule.contains("\(count)/\(count)"))
        #expect(writing.text.contains("▸ \(writing.preview.course.diagnostics[count - 1].place.line):"))
        writing.press(.control("n"))
        #expect(writing.rule.contains("1/\(count)"))
    }

    @Test func `are chosen with the mouse, too`() {
        var writing = Writing()
        writing.save(Self.broken)
        let row = writing.lines.lastIndex { $0.contains("error: no participant") && !$0.contains("▸") } ?? 0
        writing.send(.mouse(Mouse(.click, column: 5, row: row)))
        let clicked = writing.preview.chosen
        #expect(clicked > 0)
        writing.send(.mouse(Mouse(.wheelUp, column: 5, row: writing.lines.count - 1)))
        #expect(writing.preview.chosen == clicked - 1)
    }

    @Test func `leave n and p to the player while there are none`() throws {
        var writing = Writing()
        writing.save(lesson())
        writing.press(.character("n"))
        #expect(try writing.player.page == 1)
        writing.press(.character("p"))
        #expect(try writing.player.predicts)
        writing.save(Self.broken)
        #expect(!writing.text.contains("p predict"))
        writing.press(.character("P"))
        #expect(try !writing.player.predicts)
    }

    @Test func `stay chosen when others before them are mended`() {
        var writing = Writing()
        writing.save(
            lesson().replacing("\"minutes\": 3", with: "\"minuts\": 3").replacing(
                "\"at\": \"client\", \"cancelled\"", with: "\"at\": \"clint\", \"cancelled\""))
        writing.press(.character("n"))
        #expect(writing.preview.chosen == 1)
        writing.save(lesson("\"at\": \"client\", \"cancelled\"", "\"at\": \"clint\", \"cancelled\""))
        #expect(writing.preview.chosen == 0)
        #expect(writing.text.contains("'clint'"))
    }

    @Test func `are opened in the editor at their line, and without any the step is`() throws {
        var writing = Writing()
        writing.save(Self.broken)
        writing.press(.character("e"))
        let line = try #require(writing.preview.course.diagnostics.first?.place.line)
        #expect(writing.effects.last == .edit(path: Writing.path, line: line))
        writing.save(lesson())
        writing.press(.right, .right, .right, .right, .character("e"))
        let steps = lesson().split(separator: "\n", omittingEmptySubsequences: false)
        let said = try #require(steps.firstIndex { $0.contains("The server remembers") })
        #expect(writing.effects.last == .edit(path: Writing.path, line: said + 1))
        writing.send(.edited(complaint: LocalizedText(en: "the editor 'x' could not be started", zh: "无法启动编辑器")))
        #expect(writing.text.contains("the editor 'x' could not be started"))
    }
}

@Test func `a preview, with faults, without, and before there is anything`() {
    let looks = [("en", Appearance()), ("zh", Appearance(language: .chinese)), ("ascii", Appearance(charset: .ascii))]
    for (name, appearance) in looks {
        for (columns, rows) in [(60, 23), (80, 24), (100, 30), (160, 50)] {
            let size = Size(columns: columns, rows: rows)
            var writing = Writing(size: size, appearance)
            writing.remove()
            expectGolden(writing.text, "preview-waiting-\(name)-\(columns)x\(rows)")
            writing.save(lesson())
            writing.press(.right, .right, .right, .right)
            expectGolden(writing.text, "preview-clean-\(name)-\(columns)x\(rows)")
            writing.save(
                lesson().replacing("\"minutes\": 3", with: "\"minuts\": 3")
                    .replacing("\"at\": \"client\", \"cancelled\"", with: "\"at\": \"clint\", \"cancelled\""))
            writing.press(.character("n"))
            expectGolden(writing.text, "preview-broken-\(name)-\(columns)x\(rows)")
        }
    }
}

@Test(arguments: [Starter.Kind.scripted, .simulated])
func `what authors start from passes the closest look, and its texts fit`(kind: Starter.Kind) throws {
    let file = SourceFile("lessons/a.json", text: Starter.lesson("a", kind, track: "drafts"))
    let lesson = try #require(Catalog.load([file]).catalog.lesson("a"))
    let quiz = SourceFile("quizzes/a.json", text: Starter.quiz("a", lesson: lesson))
    let named = try #require(Starter.naming(quiz: "a", in: file))
    #expect(Catalog.load([named, quiz], .ofAuthor(expectsSchema: true)).diagnostics == [])
}

@Test func `a preview in lines of text tells faults, or the lesson, or every question with its answer`() {
    func told(_ path: String, _ text: String) -> String {
        var course = PreviewedCourse(subject: path, known: SmallCourse.catalog)
        course.take([FileReading(path: path, content: .bytes(Array(text.utf8)))])
        return PlainPreview(course, appearance: Appearance()).lines.joined(separator: "\n")
    }
    #expect(told(Writing.path, lesson()).hasPrefix("== lessons/hello.json: no faults\n\nA short hello\n"))
    let broken = told(Writing.path, "{")
    #expect(broken.hasPrefix("== lessons/hello.json: 1 error\nlessons/hello.json:1:2: error: "))
    #expect(broken.contains("\n1 | {\n"))
    let quiz = told("quizzes/hello.json", SmallCourse.quiz)
    #expect(quiz.contains("1. Who speaks first?") && quiz.contains("The answer: the client"))
    #expect(quiz.contains("6. Match."))
}

@Test func `documents of a course lie in folders of their kind, or all in one`() {
    #expect(CoursePath(of: "lessons/a.json").quiz("b") == "quizzes/b.json")
    #expect(CoursePath(of: "/x/quizzes/a.json").lesson("b") == "/x/lessons/b.json")
    #expect(CoursePath(of: "../lessons/a.json").quiz("a") == "../quizzes/a.json")
    #expect(CoursePath(of: "a.json").quiz("b") == "b.json")
    #expect(CoursePath(of: "/tmp/a.json").lesson("b") == "/tmp/b.json")
}

@Test func `a text is found in the JSON that it was read from`() {
    let source = SourceSearch(Array("{\n \"a\": \"one\",\n \"b\": \"say \\\"hello world\\\" twice\"\n}".utf8))
    #expect(source.line(of: "one") == 2)
    #expect(source.line(of: "say \"hello world\" twice") == 3)
    #expect(source.line(of: "three") == nil)
    #expect(source.line(of: "") == nil)
    #expect(SourceSearch([]).line(of: "a") == nil)
}
