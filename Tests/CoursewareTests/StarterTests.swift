import Courseware
import Localization
import LocatedJSON
import Testing

private func load(_ files: SourceFile...) -> (catalog: Catalog, diagnostics: [Diagnostic]) { Catalog.load(files) }

@Suite struct `A file to start from` {
    @Test(arguments: [Starter.Kind.scripted, .simulated]) func `is a lesson without faults and warnings`(
        kind: Starter.Kind
    ) throws {
        let text = Starter.lesson("my-lesson", kind, track: "drafts")
        let (catalog, diagnostics) = load(SourceFile("lessons/my-lesson.json", text: text))
        for diagnostic in diagnostics { Issue.record("\(diagnostic.excerpt(of: Array(text.utf8)))") }
        let lesson = try #require(catalog.lesson("my-lesson"))
        #expect(lesson.scenes.count == 2)
        #expect(lesson.scenes.allSatisfy { $0.steps.count > 1 })
        #expect(lesson.title(.english) == "My lesson")
        #expect(lesson.track == "drafts")
        #expect(text.hasSuffix("}\n") && !text.contains("\n\n"))
    }

    @Test func `uses every verb of a script but those for more than one thing at once`() {
        let text = Starter.lesson("a", track: "drafts")
        for key in ["send", "state", "timer", "table", "does", "note", "phase", "variants", "myths", "answer", "ask"] {
            #expect(text.contains("\"\(key)\": "), "\(key)")
        }
    }

    @Test func `is a quiz with every kind of question that fits the lesson`() throws {
        for kind in [Starter.Kind.scripted, .simulated] {
            let lessonFile = SourceFile("lessons/a.json", text: Starter.lesson("a", kind, track: "drafts"))
            let lesson = try #require(load(lessonFile).catalog.lesson("a"))
            let quizFile = SourceFile("quizzes/q.json", text: Starter.quiz("q", lesson: lesson))
            let named = try #require(Starter.naming(quiz: "q", in: lessonFile))
            let (catalog, diagnostics) = load(named, quizFile)
            #expect(diagnostics == [])
            let quiz = try #require(catalog.quiz("q"))
            #expect(quiz.lesson == "a")
            let kinds = quiz.questions.map { question in String(describing: question.kind).prefix { $0 != "(" } }
            #expect(Set(kinds).count == (kind == .simulated ? 10 : 9) && kinds.count == Set(kinds).count)
            #expect(quiz.questions.contains { !$0.hints.isEmpty })
            #expect(quiz.questions.contains { $0.show != nil } && quiz.questions.contains { $0.picture != nil })
            #expect(catalog.lesson("a")?.quiz == "q")
        }
    }

    @Test func `is a quiz that stands alone, too`() throws {
        let (catalog, diagnostics) = load(SourceFile("quizzes/q.json", text: Starter.quiz("q")))
        #expect(diagnostics == [])
        #expect(catalog.quiz("q")?.lesson == nil)
    }

    @Test func `has the title that was asked for, whatever is in it`() throws {
        let title = "A \"quoted\" \\ title"
        let text = Starter.lesson("a", title: title, track: "drafts")
        #expect(
            try #require(load(SourceFile("lessons/a.json", text: text)).catalog.lesson("a")).title(.chinese) == title)
        #expect(
            Starter.lesson(String(repeating: "ab-", count: 40), track: "x").contains(
                "\"Ab ab ab ab ab ab ab ab ab ab ab ab\""))
    }

    @Test func `gets its quiz named at its end, and nothing else changes`() throws {
        let file = SourceFile("lessons/a.json", text: "{ \"id\": \"a\",\r\n\t\"x\": [1,  2] }\n")
        let named = try #require(Starter.naming(quiz: "q", in: file))
        #expect(
            String(decoding: named.bytes, as: UTF8.self)
                == "{ \"id\": \"a\",\r\n\t\"x\": [1,  2],\n  \"quiz\": \"q\" }\n")
        #expect(Starter.naming(quiz: "q", in: named) == nil)
        #expect(Starter.naming(quiz: "q", in: SourceFile("a.json", text: "{ \"id\": ")) == nil)
        #expect(Starter.naming(quiz: "q", in: SourceFile("a.json", text: "[1]")) == nil)
        #expect(Starter.naming(quiz: "q", in: SourceFile("a.json", text: "{}")) == nil)
    }
}

@Test(arguments: [
    ("tcp", true, "tcp"), ("tls-1-3", true, "tls-1-3"), ("My Lesson", false, "my-lesson"), ("a/b", false, "a-b"),
    ("../x", false, "x"), ("", false, nil), ("三次握手", false, nil), ("TCP三次握手", false, "tcp"),
]) func `an id is lower-case letters, digits and hyphens, and others have one near them`(
    text: String, isID: Bool, suggestion: String?
) {
    #expect(Starter.isID(text) == isID)
    #expect(Starter.id(from: text) == suggestion)
}
