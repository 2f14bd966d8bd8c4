import Localization
import Testing

@testable import Courseware

@Suite struct `Two wordings of a text` {
    private func odd(_ en: String, _ zh: String) -> [String] {
        Translation(LocalizedText(en: en, zh: zh))?.disagreements.map {
            "\($0.having.rawValue): \($0.pieces.joined(separator: " "))"
        } ?? []
    }

    @Test(arguments: [
        ("A server.", "服务器。"), ("It sends `seq=1001`.", "它发送`seq=1001`。"), ("It sends `seq=1001`.", "它的`seq`为1001。"),
        ("Three packets in 1.5 s.", "1.5秒内有3个报文段。"), ("half a second", "0.5秒"), ("13 servers", "十三台服务器"),
        ("thirteen servers", "13台服务器"), ("10,000 hosts", "10000台主机"), ("50,000 hosts", "5万台主机"),
        ("Neither answers.", "两者都不回答。"), ("by IPv4 and SHA-256", "用IPv4和SHA-256"), ("31 May", "5月31日"),
        ("The part after `#fragment`", "`#片段`之后的部分"), ("*Why* so late?", "*为什么*这么晚？"), ("{isn} plus one", "{isn}加1"),
        ("a * b", "a乘b"), ("an open ` mark", "一个反引号"), ("the first of its kind", "第1个"),
    ])
    func `agree when all that can be compared is in both`(en: String, zh: String) {
        #expect(odd(en, zh) == [])
    }

    @Test(arguments: [
        ("It sends `seq=1001`.", "它发送`seq=1000`。", ["en: `seq=1001`", "zh: `seq=1000`"]),
        ("after 3 s", "之后", ["en: 3"]), ("It waits.", "等待200毫秒。", ["zh: 200"]),
        ("It calls `close()`.", "它关闭。", ["en: `close()`"]), ("*Why* so late?", "为什么这么晚？", ["en: *Why*"]),
        ("{isn} plus one", "初始序列号加1", ["en: {isn}"]), ("1,000 hosts", "100台主机", ["en: 1000", "zh: 100"]),
        ("`a` and `b` and `c1`", "`a`", ["en: `b` `c1`"]), ("version 1.2", "1.3版", ["en: 1.2", "zh: 1.3"]),
    ])
    func `disagree when one has what the other lacks`(en: String, zh: String, expected: [String]) {
        #expect(odd(en, zh) == expected)
    }

    @Test func `are two only when both are written`() {
        #expect(Translation("SYN 1") == nil)
        #expect(Translation(LocalizedText([.english: "SYN 1"])) == nil)
    }
}
