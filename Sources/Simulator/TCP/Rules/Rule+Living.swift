import Timelines

/// Connections that are silent, and what ICMP reports.
extension Rule {
    static let keepAliveWaits = Rule(
        "keep-alive-waits", "RFC 9293 §3.8.4",
        en: "Keep-alive is on: when nothing has been heard for so long, the peer is asked whether it is still there.",
        zh: "保活已开启：长时间没有音讯时，要问一问对方是否还在。")

    static let keepAliveProbes = Rule(
        "keep-alive-probes", "RFC 9293 §3.8.4",
        en: "Nothing has been heard for long. A segment with an old sequence number makes a living peer answer.",
        zh: "很久没有音讯了。发一个序列号过时的报文段，对方只要活着就会应答。")

    static let keepAliveIsOver = Rule(
        "keep-alive-is-over", "RFC 9293 §3.8.4", "tcp(7)",
        en: "None of the probes was answered, so the peer is taken for dead.",
        zh: "所有探测都没有应答，认定对方已经不在。")

    static let keepAliveOff = Rule(
        "keep-alive-off", "RFC 9293 §3.8.4",
        en: "The program has turned keep-alive off.",
        zh: "程序关闭了保活。")

    static let unreachableSoft = Rule(
        "unreachable-soft", "RFC 9293 §3.9.2.2",
        en:
            "ICMP reports that the network or host cannot be reached. That may pass, so an established connection goes on trying.",
        zh: "ICMP报告网络或主机不可达。这可能只是暂时的，已建立的连接会继续尝试。")

    static let unreachableHard = Rule(
        "unreachable-hard", "RFC 9293 §3.9.2.2",
        en:
            "ICMP reports that the protocol or port does not exist there, or that packets would have to be cut and may not be. The connection is given up.",
        zh: "ICMP报告对方没有这个协议或端口，或者包需要分片却不允许分片。连接被放弃。")

    static let unreachableWhileOpening = Rule(
        "unreachable-while-opening", "RFC 9293 §3.9.2.2",
        en:
            "ICMP reports that the peer cannot be reached. Nothing has been exchanged yet, so the attempt fails at once, as in most systems.",
        zh: "ICMP报告对方不可达。此时还没有交换过任何数据，因此和多数系统一样立即失败。")

    static let pathIsNarrow = Rule(
        "path-is-narrow", "RFC 1191 §6.4",
        en:
            "A router reports that the packet is too big for the next link and must not be cut. TCP sends the data again in smaller segments.",
        zh: "路由器报告这个包对下一段链路来说太大，又不允许分片。TCP改用更小的报文段重发数据。")

    static let answersProbe = Rule(
        "answers-probe", "RFC 9293 §3.8.4", "RFC 9293 §3.10.7.4",
        en:
            "An empty segment with the number just before the expected one is a probe: the peer asks for a sign of life, or for the window. The acknowledgment is both.",
        zh: "序列号比期待的恰好小1的空报文段是探测：对方想知道这边是否还在，或者窗口有多大。一个确认就都回答了。")
}
