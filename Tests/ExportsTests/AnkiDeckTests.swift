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

    @Test func `a deck without cards is only its head`() {
        #expect(AnkiDeck.text([]).split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    }
}
