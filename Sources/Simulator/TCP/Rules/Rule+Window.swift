import Timelines

/// The window and its probes.
extension Rule {
    static let windowOpens = Rule(
        "window-opens", "RFC 9293 §3.8.6.2.2",
        en: "The program has read enough that the window can be opened by a worthwhile step, and the peer is told.",
        zh: "程序读走了足够多的数据，窗口可以张开不小的一步，于是告诉对方。")

    static let windowIsShut = Rule(
        "window-is-shut", "RFC 9293 §3.8.6", "RFC 9293 §3.10.7.4",
        en: "There is no room for this data: the window is shut. The acknowledgment repeats so.",
        zh: "没有地方放这些数据，窗口已经关闭。用确认再说一遍。")

    static let persistStarts = Rule(
        "persist-starts", "RFC 9293 §3.8.6.1",
        en:
            "Data waits and the peer's window is shut. Should the segment that opens it be lost, both sides would wait for ever, so a timer makes sure of a probe.",
        zh: "有数据在等，而对方的窗口关着。万一打开窗口的报文段丢了，双方会永远等下去，所以用定时器保证发出探测。")

    static let persistBacksOff = Rule(
        "persist-backs-off", "RFC 9293 §3.8.6.1",
        en: "The next probe waits twice as long. As long as probes are answered, the connection stays.",
        zh: "下一次探测等两倍的时间。只要探测有人应答，连接就一直保留。")

    static let persistSendsPart = Rule(
        "persist-sends-part", "RFC 9293 §3.8.6.2.1",
        en: "The window has been too small for a full segment for a while, so what fits is sent.",
        zh: "窗口已有一阵子容不下完整的报文段，于是能发多少发多少。")

    static let probesWindow = Rule(
        "probes-window", "RFC 9293 §3.8.6.1",
        en: "The window is shut. A probe asks whether it still is: the answer carries the window.",
        zh: "窗口关着。发一个探测去问现在是否打开，应答会带上窗口值。")

    static let windowIsOpen = Rule(
        "window-is-open", "RFC 9293 §3.8.6.1",
        en: "The peer's window is open again, so there is nothing to probe.",
        zh: "对方的窗口又打开了，不必再探测。")

    static let probesAreUsedUp = Rule(
        "probes-used-up", "RFC 9293 §3.8.6.1", "RFC 9293 §3.8.3",
        en:
            "The window stays shut, and the probes have been sent as often as this host allows: either nobody answers, or no program is left here that would wait.",
        zh: "窗口一直关着，探测也已达到次数上限：要么没有人应答，要么这边已经没有程序在等。连接被放弃。")
}
