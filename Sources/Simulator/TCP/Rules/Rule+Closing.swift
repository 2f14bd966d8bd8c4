import Timelines

/// How a connection ends.
extension Rule {
    static let closesFirst = Rule(
        "closes-first", "RFC 9293 §3.6", "RFC 9293 §3.10.4",
        en:
            "The program on this side closes first. A FIN will tell the peer that no more data comes from here; data may still come from there.",
        zh: "这一端的程序先关闭。FIN会告诉对方这边不再发数据，但对方仍然可以继续发。")

    static let closesSecond = Rule(
        "closes-second", "RFC 9293 §3.10.4",
        en: "The peer has closed already, and now this side does. After its FIN only one acknowledgment is missing.",
        zh: "对方早已关闭，现在轮到这一端。FIN发出之后，就只差最后一个确认了。")

    static let sendsFIN = Rule(
        "sends-fin", "RFC 9293 §3.10.4",
        en:
            "The program has closed, so a FIN follows the last byte that it wrote, alone or in the same segment. It takes up one sequence number and is acknowledged like a byte.",
        zh: "程序已经关闭，FIN紧跟在最后一个字节之后，单独发出或者与它同在一个报文段。FIN占用一个序列号，像字节一样需要确认。")

    static let finArrived = Rule(
        "fin-arrived", "RFC 9293 §3.10.7.4",
        en:
            "The peer's FIN arrived with everything before it. It will send no more. This side may go on sending until its own program closes.",
        zh: "对方的FIN已到，之前的数据也都齐了，对方不会再发。这一端还可以继续发送，直到自己的程序关闭。")

    static let finsCross = Rule(
        "fins-cross", "RFC 9293 §3.6", "RFC 9293 §3.10.7.4",
        en:
            "The peer's FIN arrived, but it does not acknowledge ours: the two crossed on the way. Both sides have closed at the same time.",
        zh: "对方的FIN到了，却没有确认我们的FIN，两个FIN在途中交错。也就是说，双方同时关闭。")

    static let finArrivedLast = Rule(
        "fin-arrived-last", "RFC 9293 §3.10.7.4",
        en:
            "Both FINs have arrived now. This side closed first, so it stays for a while, in case its last ACK is lost.",
        zh: "两个FIN都已到达。这一端是先关闭的，所以要再停留一段时间，以防最后的ACK丢失。")

    static let acknowledgesFIN = Rule(
        "acknowledges-fin", "RFC 9293 §3.10.7.4",
        en: "A FIN takes up one sequence number and has to be acknowledged, otherwise the peer would send it again.",
        zh: "FIN占用一个序列号，必须得到确认，否则对方会重发。")

    static let finIsAcknowledged = Rule(
        "fin-is-acknowledged", "RFC 9293 §3.10.7.4",
        en: "The acknowledgment covers our FIN: the peer has received everything that this side sent.",
        zh: "确认号覆盖了我们的FIN：这一端发出的一切，对方都收到了。")

    static let lastACKArrived = Rule(
        "last-ack-arrived", "RFC 9293 §3.10.7.4",
        en:
            "The last acknowledgment arrived. Both directions are closed and both ends know it, so nothing needs to be kept.",
        zh: "最后一个确认到了。两个方向都已关闭，双方也都知道，什么都不必再保留。")

    static let repeatsLastACK = Rule(
        "repeats-last-ack", "RFC 9293 §3.10.7.4",
        en: "In TIME-WAIT only a repeated FIN is expected. It means that our last ACK was lost, so it is sent again.",
        zh: "在TIME-WAIT状态，能等来的只有重传的FIN。它说明我们最后的ACK丢了，于是再发一次。")

    static let timeWaitStarts = Rule(
        "time-wait-starts", "RFC 9293 §3.6.1",
        en:
            "TIME-WAIT lasts twice the maximum segment lifetime: long enough to repeat a lost ACK, and for old segments to die out.",
        zh: "TIME-WAIT持续两个MSL：足以补发丢失的ACK，也足以让旧报文段在网络中消失。")

    static let timeWaitStartsOver = Rule(
        "time-wait-starts-over", "RFC 9293 §3.10.7.4",
        en: "The peer's FIN came again and was acknowledged again, so the 2MSL wait starts from the beginning.",
        zh: "对方的FIN又来了一次，也再次得到确认，因此2MSL重新计时。")

    static let timeWaitIsOver = Rule(
        "time-wait-is-over", "RFC 9293 §3.10.8",
        en:
            "Two maximum segment lifetimes have passed since the last FIN. No segment of this connection can still be under way.",
        zh: "距最后一个FIN已过两个MSL，网络里不可能再有这条连接的报文段。")

    static let finWait2Limit = Rule(
        "fin-wait-2-limit", "Linux tcp_fin_timeout",
        en: "No program can read from this connection any more, so Linux does not wait for ever for the peer's FIN.",
        zh: "已经没有程序会读这条连接，所以Linux不会无限期等待对方的FIN。")

    static let finWait2IsOver = Rule(
        "fin-wait-2-is-over", "Linux tcp_fin_timeout",
        en:
            "The peer's FIN did not come in time and nobody here waits for it. Linux drops the connection; the RFC knows no such limit.",
        zh: "对方的FIN迟迟不来，这边也没有人在等，Linux便放弃了连接。RFC里没有这个时限。")

    static let connectionIsOver = Rule(
        "connection-is-over", "RFC 9293 §3.10.7.4",
        en: "Both directions are closed, so the other timers of the connection have nothing left to watch.",
        zh: "两个方向都已关闭，其他定时器没有什么可等的了。")

    static let unreadDataAtClose = Rule(
        "unread-data-at-close", "RFC 9293 §3.6.1",
        en:
            "The program closed although data that had arrived was still unread. A reset tells the peer that this data was lost.",
        zh: "程序关闭时，还有已到达的数据没有读。用RST告诉对方：这些数据丢了。")

    static let dataAfterClose = Rule(
        "data-after-close", "RFC 9293 §3.6.1",
        en: "Data arrived although the program has closed and nobody will read it. A reset tells the peer so.",
        zh: "程序已经关闭，数据却还在到来，没有人会读。用RST告知对方。")

    static let abortSendsReset = Rule(
        "abort-sends-reset", "RFC 9293 §3.10.5",
        en: "The program aborted the connection. A reset tells the peer at once; what was under way is thrown away.",
        zh: "程序中止了连接。RST立即通知对方，途中的数据一概作废。")

    static let abortForgets = Rule(
        "abort-forgets", "RFC 9293 §3.10.5",
        en: "The program aborted the connection, and there is nobody to whom a reset would say anything new.",
        zh: "程序中止了连接，而此时发RST已没有意义。")
}
