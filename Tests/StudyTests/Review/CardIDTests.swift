import Testing

@testable import Study

@Suite struct CardIDTests {
    @Test func `an id reads as it is written`() {
        let id = CardID(quiz: "tcp-handshake", question: "why-three")
        #expect(id.text == "tcp-handshake/why-three")
        #expect(CardID(id.text) == id)
        #expect(CardID("a/b/c") == CardID(quiz: "a", question: "b/c"))
    }

    @Test(arguments: ["", "tcp", "/", "tcp/", "/why"]) func `half an id is none`(text: String) {
        #expect(CardID(text) == nil)
    }
}
