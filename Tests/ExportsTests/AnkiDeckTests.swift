import Courseware
import Localization
import LocatedJSON
import Testing

@testable import Exports

@Suite struct AnkiDeckTests {
    @Test func `a deck is lines of fields between tabs that tell Anki how to read them`() {
        let deck = AnkiDeck.text([
            .init(
                front: "What is TIME-WAIT for?", back: "Old segments die out.\nThe last ACK can be sent again.",
                tags: ["tcp"]),
            .init(front: "#1 \"SYN\"?", back: "tab\there", tags: ["three way", "TCP"]),
            .init(front: "为什么？", back: "因为。", tags: []),
        ])
        #expect(
            deck == """
                #separator:tab
                #html:false
                #columns:Front\tBack\tTags
                #tags column:3
                What is TIME-WAIT for?\t"Old segments die out.
                The last ACK can be sent again."\ttcp
                "#1 ""SYN""?"\t"tab\there"\tthree-way TCP
                为什么？\t因为。\t

                """)
    }

    @Test(arguments: Language.allCases)
    func `a question that is answered aloud is a card with its points and a model answer`(language: Language) throws {
        let text = """
            { "format": 1, "id": "why", "title": { "en": "Why", "zh": "为什么" }, "questions": [
              { "id": "three", "kind": "recall", "ask": { "en": "Why *three*?", "zh": "为什么是*三*次？" },
                "points": [ { "text": { "en": "both `ISN`s", "zh": "双方的`ISN`" } }, { "text": { "en": "old SYNs", "zh": "旧的SYN" } } ],
                "model": { "en": "Each side confirms.", "zh": "双方互相确认。" }, "cite": "RFC 9293 §3.5" },
              { "id": "sum", "kind": "number", "ask": { "en": "1 + 1?", "zh": "1 + 1？" }, "answer": 2,
                "because": { "en": "So it is.", "zh": "就是这样。" }, "cite": "RFC 9293 §3.4" } ] }
            """
        let loaded = Catalog.load([SourceFile("quizzes/why.json", text: text)])
        #expect(loaded.diagnostics.isEmpty)
        let quiz = try #require(loaded.catalog.quiz("why"))
        let back = [
            Language.english: "- both ISNs\n- old SYNs\n\nEach side confirms.",
            .chinese: "- 双方的ISN\n- 旧的SYN\n\n双方互相确认。",
        ]
        let front = [Language.english: "Why three?", .chinese: "为什么是三次？"]
        let card = AnkiDeck.Card(
            front: front[language] ?? "", back: back[language] ?? "", tags: ["netarium", "why"])
        #expect(AnkiDeck.cards(of: quiz, in: language) == [card])
    }

    @Test func `a deck without cards is only its head`() {
        #expect(AnkiDeck.text([]).split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    }
}
