import Courseware
import Localization
import Testing

@testable import Study

@Suite struct AnswerTimeTests {
    @Test(arguments: [
        ("", 0, 0), ("The SYN has seq=1001, why?", 6, 0), ("TCP连接由谁发起？", 1, 6), ("— … ?!", 0, 0), ("第3个", 1, 2),
        ("naïve café", 2, 0),
    ]) func `words and Chinese characters are counted, marks are not`(text: String, words: Int, characters: Int) {
        #expect(
            ReadingTime.milliseconds(for: text) == words * ReadingTime.perWord + characters * ReadingTime.perCharacter)
    }

    @Test func `the same text takes about as long in both languages`() throws {
        let text = LocalizedText(
            en: "The client has sent FIN and received the ACK. Which state is it in while it waits for the other side?",
            zh: "客户端已经发送了FIN并收到了ACK。在等待对方关闭的这段时间里，它处于哪个状态？")
        let (english, chinese) = (
            ReadingTime.milliseconds(for: text(.english)), ReadingTime.milliseconds(for: text(.chinese))
        )
        #expect((0.6...1.7).contains(Double(english) / Double(chinese)))
    }

    @Test func `every kind of question has its time, and more to do takes longer`() throws {
        let questions = [
            Fixtures.choice, Fixtures.several, Fixtures.order, Fixtures.number, Fixtures.text, Fixtures.match,
        ]
        for question in questions {
            let posed = try Fixtures.posed(question)
            for language in Language.allCases {
                let needed = try #require(posed.usualTime(in: language))
                #expect((5000...60_000).contains(needed), "\(question.id): \(needed)")
            }
        }
        for work in [AnswerWork.choosing(of:), AnswerWork.judging, AnswerWork.ordering, AnswerWork.pairing] {
            let times = (0...6).compactMap { work($0).usualTime(reading: []) }
            #expect(times.count == 7 && times == times.sorted() && Set(times).count == 7)
            #expect(work(.max).usualTime(reading: []) == work(1000).usualTime(reading: []))
            #expect(work(-1).usualTime(reading: []) == work(0).usualTime(reading: []))
        }
        #expect(AnswerWork.untimed.usualTime(reading: ["a"]) == nil)
        #expect(AnswerWork.finding.usualTime(reading: ["a"]) == 12_000 + ReadingTime.perWord)
    }
}
