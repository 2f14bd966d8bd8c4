import Courseware
import Testing

@Suite struct TextAnswerTests {
    @Test(arguments: [
        "syn ack", "SYN-ACK", "SYN,ACK", "SYN, ACK", "SYN/ACK", "SYN+ACK", "SYN_ACK", "SYN–ACK", "syn—ack",
        "  Syn   Ack ",
        "ＳＹＮ－ＡＣＫ", "ＳＹＮ　ＡＣＫ", "SYN，ACK", "SYN、ACK", "synack", "SYN-ACK.", "SYN-ACK。", "\u{3000}syn\tack\u{3000}",
    ]) func `these all say SYN-ACK`(text: String) {
        #expect(TextAnswer(text) == TextAnswer("SYN-ACK"))
    }

    @Test(arguments: [
        ("RST", "RTS"), ("1.1", "11"), ("10 20", "1020"), ("-1", "1"), ("C++", "C"), (".", ""), ("SYN", "SYN-ACK"),
        ("listen()", "listen"), ("www.example.com", "wwwexamplecom"),
    ]) func `these differ`(one: String, other: String) {
        #expect(TextAnswer(one) != TextAnswer(other))
    }

    @Test(arguments: [
        ("三次 握手", "三次握手"), ("www.example.com.", "WWW.example.com"), ("listen ()", "listen()"), ("－1", "−1"),
        ("10-20", "10 20"), ("2 MSL", "2msl"), ("。", "。"),
    ]) func `these agree`(one: String, other: String) {
        #expect(TextAnswer(one) == TextAnswer(other))
    }

    @Test func `white space says nothing`() {
        #expect(TextAnswer(" \u{3000}\t").isEmpty)
        #expect(!TextAnswer("?").isEmpty)
    }
}
