import Timelines

/// Resets and challenge ACKs.
extension Rule {
    static let resetFromClosed = Rule(
        "reset-from-closed", "RFC 9293 §3.10.7.1",
        en: "There is no connection and no listener for this segment, so it is answered with a reset.",
        zh: "这个报文段既没有对应的连接，也没有对应的监听端口，因此用RST回应。")

    static let refusedByReset = Rule(
        "refused-by-reset", "RFC 9293 §3.10.7.3",
        en: "A reset arrived that acknowledges our SYN: the peer is there and says no.",
        zh: "收到一个确认了我们SYN的RST：对方在线，但是拒绝了。")

    static let resetMustMatchSYN = Rule(
        "reset-must-match-syn", "RFC 9293 §3.10.7.3",
        en: "In SYN-SENT a reset counts only if it acknowledges our SYN. This one does not, so it is dropped.",
        zh: "在SYN-SENT状态，只有确认了我们SYN的RST才算数。这一个没有，丢弃。")

    static let resetOutsideWindow = Rule(
        "reset-outside-window", "RFC 9293 §3.5.3", "RFC 5961 §3.2",
        en: "The reset's sequence number lies outside the window, so it is not believed.",
        zh: "RST的序列号落在窗口之外，不予采信。")

    static let resetEndsConnection = Rule(
        "reset-ends-connection", "RFC 9293 §3.10.7.4", "RFC 5961 §3.2",
        en:
            "The reset carries exactly the sequence number that was expected next, so it is believed and ends the connection at once.",
        zh: "RST的序列号正好是期待的下一个，因此采信，连接立即终止。")

    static let timeWaitIgnoresReset = Rule(
        "time-wait-ignores-reset", "RFC 1337 §3", "Linux tcp_rfc1337",
        en:
            "In TIME-WAIT this host ignores resets. An old duplicate may have provoked this one, and it would end the wait too early.",
        zh: "这台主机在TIME-WAIT中不理会RST：它可能是旧副本引来的，若采信，等待就会提前结束。")

    static let challengesReset = Rule(
        "challenges-reset", "RFC 5961 §3.2",
        en:
            "The reset lies in the window but is not the number expected next. An attacker could have guessed it, so the peer is asked with a challenge ACK.",
        zh: "RST在窗口之内，却不是期待的下一个序列号，可能是攻击者猜的，因此先用challenge ACK询问对方。")

    static let challengesSYN = Rule(
        "challenges-syn", "RFC 5961 §4.2",
        en:
            "A SYN on a connection that exists: the peer has restarted, an old copy arrived late, or somebody pretends to be the peer. A challenge ACK finds out.",
        zh: "已有的连接上来了一个SYN：可能是对方重启了，可能是旧的副本迟到了，也可能有人冒充。用challenge ACK来查清。")

    static let challengesACK = Rule(
        "challenges-ack", "RFC 5961 §5.2",
        en:
            "The acknowledgment is for something that was never sent, or lies too far back. The segment is not taken; a challenge ACK says what is expected.",
        zh: "确认号对应的内容从未发送过，或者太旧。报文段不予接受，用challenge ACK说明期待什么。")

    static let challengeLimit = Rule(
        "challenge-limit", "RFC 5961 §7",
        en: "This second has had enough challenge ACKs; more of them would only help an attacker.",
        zh: "这一秒内的challenge ACK已经够多，再发只会帮了攻击者。")

    static let halfOpenIsReset = Rule(
        "half-open-is-reset", "RFC 9293 §3.10.7.4", "RFC 9293 §3.5",
        en:
            "The peer knows nothing of the SYN that was answered, an old copy perhaps. The half-open connection is forgotten, and the port goes on listening.",
        zh: "对方并不认得先前的SYN，那可能是一个旧的副本。半开连接就此删除，端口继续监听。")

    static let halfOpenGetsSYN = Rule(
        "half-open-gets-syn", "RFC 9293 §3.10.7.4",
        en:
            "Another SYN arrived within the window of a half-open connection, so the first one means nothing any more. The port goes back to listening.",
        zh: "半开连接的窗口内又来了一个SYN，说明先前那个已经作废。端口回到监听状态。")
}
