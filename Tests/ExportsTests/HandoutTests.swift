import Courseware
import Exports
import Localization
import LocatedJSON
import TestSupport
import Testing

@Suite struct HandoutTests {
    private static let course = Catalog.load(
        (SourceTree.files(in: "lessons") + SourceTree.files(in: "quizzes")).map { SourceFile($0.name, $0.bytes) }
    ).catalog

    private func catalog(_ lesson: String, quiz: String? = nil) throws -> Catalog {
        let files = [SourceFile("l.json", text: lesson)] + (quiz.map { [SourceFile("q.json", text: $0)] } ?? [])
        let (catalog, diagnostics) = Catalog.load(files)
        #expect(diagnostics.map(\.description) == [])
        return catalog
    }

    @Test func `a lesson on paper`() throws {
        let catalog = try catalog(
            """
            { "format": 1, "id": "l", "track": "tcp", "minutes": 1, "title": "A *title*", "question": "Why?\\nHow?",
              "summary": "# not a heading",
              "participants": [ { "id": "a", "name": "A" }, { "id": "b", "name": "B" } ],
              "timeline": [
                { "send": "SYN", "from": "a", "to": "b", "say": "Says `a``b` and *this*. <b>\\n1. second", "cite": ["RFC 9293 §3.5",
                  "https://example.org/a_b"] } ],
              "myths": [ { "claim": "c|d_e", "truth": "no", "cite": "listen(2)" } ],
              "answer": "- so", "quiz": "q" }
            """,
            quiz: """
                { "format": 1, "id": "q", "title": "Q", "lesson": "l", "questions": [
                  { "id": "one", "kind": "choice", "ask": "Which?", "because": "As it is.", "cite": "RFC 1035 §3.1",
                    "choices": [ { "text": "[x]", "right": true }, { "text": "y", "because": "no" } ] },
                  { "id": "two", "kind": "number", "ask": "How many?", "answer": 7, "unit": "bytes", "because": "Count.",
                    "cite": "RFC 1035 §3.1" } ] }
                """)
        let lesson = try #require(catalog.lessons.first)
        #expect(
            Handout(of: lesson, in: catalog, language: .english, columns: 20).text == ##"""
                # A *title*

                *tcp, 1 minute*

                > Why?
                >
                > How?

                \# not a heading

                ## What happens

                ```text
                  A              B
                  │              │
                  │     SYN      │
                  │─────────────▶│
                  ┊              ┊
                  ┊              ┊
                ```

                1. **0.000 s** Says `ab` and *this*. \<b\>

                   1\. second (RFC 9293 §3.5; <https://example.org/a_b>)

                ## Often heard

                - **Often heard:** c\|d\_e

                  **In truth:** no (listen(2))

                ## In an interview you could say

                \- so

                ## Quiz

                1. Which?

                   - [ ] y
                   - [ ] \[x\]

                2. How many?

                   (A whole number, bytes.)

                ## Answers

                1. **\[x\]**

                   As it is. (RFC 1035 §3.1)

                2. **7 bytes**

                   Count. (RFC 1035 §3.1)

                """##)
    }

    @Test(arguments: Language.allCases) func `every lesson has a handout without a stray control`(language: Language) {
        #expect(Self.course.lessons.count >= 5)
        for lesson in Self.course.lessons {
            for ladders in [Handout.Ladders.once, .everyStep] {
                let text = Handout(of: lesson, in: Self.course, language: language, ladders: ladders).text
                #expect(text.hasPrefix("# "))
                #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
                #expect(!text.contains("\n\n\n"))
                let fences = text.split(separator: "\n").filter { $0.contains("```") }.count
                #expect(fences > 0 && fences.isMultiple(of: 2))
            }
        }
    }

    @Test func `one scene alone is told when it is named`() throws {
        let lesson = try #require(Self.course.lesson("three-way-handshake"))
        let all = Handout(of: lesson, in: Self.course, language: .english).text
        let one = Handout(of: lesson, in: Self.course, language: .english, scene: 1).text
        #expect(all.contains("## What happens") && !one.contains("## What happens"))
        #expect(one.contains("## " + lesson.scenes[1].title(.english)))
        #expect(!one.contains("## " + lesson.scenes[2].title(.english)))
    }

    @Test func `ladders under every step show only what has happened`() throws {
        let lesson = try #require(Self.course.lesson("three-way-handshake"))
        let text = Handout(of: lesson, in: Self.course, language: .chinese, ladders: .everyStep, scene: 0).text
        let lines = text.split(separator: "\n")
        let second = try #require(lines.firstIndex { $0.hasPrefix("2. **") })
        let block = lines[..<second].joined(separator: "\n")
        #expect(block.contains("客户端") && block.contains("LISTEN") && !block.contains("SYN-SENT"))
    }
}
