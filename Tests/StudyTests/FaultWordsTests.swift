import Localization
import Simulator
import Study
import Testing
import Timelines

@Suite struct `What is done to packets` {
    private static let timeline: Timeline = {
        let client = Participant(id: "client", name: LocalizedText(en: "Client", zh: "客户端"))
        let server = Participant(id: "server", name: LocalizedText(en: "Server", zh: "服务器"))
        var builder = TimelineBuilder(participants: [client, server])
        builder.send(
            Message(from: 0, to: 1, label: "SYN", departure: .zero, fate: .arrives(.milliseconds(20))))
        return builder.build().timeline
    }()

    @Test(arguments: [
        ("drop:SYN", "drop the first SYN", "丢掉第1个SYN"),
        ("drop:ACK@client#2", "drop the second ACK from Client", "丢掉客户端发出的第2个ACK"),
        ("drop:ACK@client#9", "drop number 9 of the ACK from Client", "丢掉客户端发出的第9个ACK"),
        ("delay:SYN:500ms", "delay the first SYN by 500 ms", "让第1个SYN晚到500 ms"),
        ("duplicate:1", "deliver #1 SYN twice", "让#1 SYN送达两次"),
        ("overtake:7", "let the next one overtake #7", "让后一个包赶到#7前面"),
        ("corrupt:SYN@client#all", "damage every SYN from Client", "损坏客户端发出的每一个SYN"),
    ])
    func `is said in words`(fault: String, english: String, chinese: String) throws {
        let line = FaultWords(Self.timeline).line(try Fault(parsing: fault))
        #expect(line(.english) == english)
        #expect(line(.chinese) == chinese)
    }
}
