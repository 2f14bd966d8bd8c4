import Timelines

/// The retransmission timer.
extension Rule {
    static let timerStartsWithSegment = Rule(
        "rto-starts", "RFC 6298 §5.1",
        en:
            "A segment that must be acknowledged has been sent and no retransmission timer is running, so one is started.",
        zh: "发出了需要确认的报文段，而重传定时器没有在走，于是启动它。")

    static let timerStopsWhenAcknowledged = Rule(
        "rto-stops", "RFC 6298 §5.2",
        en: "Everything that was sent has been acknowledged, so there is nothing left to send again.",
        zh: "发出去的都已得到确认，没有什么需要重传了。")

    static let timerRestartsOnACK = Rule(
        "rto-restarts", "RFC 6298 §5.3",
        en: "New data was acknowledged and more is under way, so the timer starts again from now.",
        zh: "有新的数据得到确认，途中还有其他数据，因此定时器从现在起重新计时。")

    static let timerDoubles = Rule(
        "rto-doubles", "RFC 6298 §5.5", "RFC 6298 §5.6",
        en: "After each timeout the wait is doubled. If the network is overloaded, patience is what helps it.",
        zh: "每超时一次，等待时间加倍。如果网络已经过载，耐心才是帮忙。")

    static let timerStaysLinear = Rule(
        "rto-stays-linear", "Linux tcp_syn_linear_timeouts",
        en:
            "Linux 6.5 and later sends the first few SYNs again without doubling the wait, to get over a short outage quickly.",
        zh: "Linux 6.5及以后的版本，前几次重发SYN时不加倍等待，以便尽快渡过短暂的中断。")

    static let timeoutSendsAgain = Rule(
        "rto-expired", "RFC 6298 §5.4",
        en:
            "The retransmission timer ran out before the acknowledgment came, so the oldest unacknowledged segment is sent again.",
        zh: "重传定时器到期，确认还没有来，于是重传最早的未确认报文段。")

    static let timeoutSendsSYNAgain = Rule(
        "syn-rto-expired", "RFC 6298 §5.4", "RFC 9293 §3.8.3",
        en:
            "The retransmission timer ran out and the SYN has not been acknowledged, so it is sent again, with the same sequence number.",
        zh: "重传定时器到期，SYN仍未得到确认，于是用同样的序列号再发一次。")

    static let sendsAgainAfterTimeout = Rule(
        "resends-after-timeout", "RFC 5681 §3.1",
        en:
            "After a timeout everything that was under way is taken for lost. It is sent again as the congestion window grows.",
        zh: "超时之后，途中的数据都视为丢失，随着拥塞窗口增大逐步重发。")

    static let retriesAreUsedUp = Rule(
        "retries-used-up", "RFC 9293 §3.8.3",
        en:
            "The segment has been sent again as often as this host allows. The peer is taken for unreachable and the connection is given up.",
        zh: "报文段的重传次数已达上限。主机认定对方不可达，放弃连接。")

    static let synRetriesAreUsedUp = Rule(
        "syn-retries-used-up", "RFC 9293 §3.8.3", "Linux tcp_syn_retries",
        en: "The SYN has been sent as often as this host allows and nothing came back, so the attempt fails.",
        zh: "SYN的发送次数已达上限，没有任何回音，这次尝试失败。")

    static let synAckRetriesAreUsedUp = Rule(
        "syn-ack-retries-used-up", "Linux tcp_synack_retries",
        en:
            "The SYN-ACK has been sent as often as this host allows without an answer, so the half-open connection is removed.",
        zh: "SYN-ACK的发送次数已达上限，没有人应答，半开连接被清除。")

    static let userTimeoutStarts = Rule(
        "user-timeout-starts", "RFC 9293 §3.8.3",
        en: "The program has limited how long its data may go unacknowledged.",
        zh: "程序限定了数据最长可以多久得不到确认。")

    static let userTimeoutIsOver = Rule(
        "user-timeout-is-over", "RFC 9293 §3.10.8",
        en: "Data has gone unacknowledged for as long as the program allows, so the connection is given up.",
        zh: "数据未得到确认的时间已达程序设定的上限，连接被放弃。")

    static let timerStartsOver = Rule(
        "rto-starts-over", "measured: Linux 6.18", "RFC 6298 §5.1",
        en:
            "The SYN came again and was answered again, so Linux lets the timer of the SYN-ACK start over. By the RFC a timer that runs would run on.",
        zh: "SYN又来了一次，SYN-ACK也就重发了一次，Linux让它的定时器重新计时。按RFC，已经在走的定时器会继续走。")

    static let userTimeoutChanges = Rule(
        "user-timeout-changes", "RFC 9293 §3.9.1",
        en: "The program has changed how long its data may go unacknowledged.",
        zh: "程序改变了数据可以多久得不到确认的限度。")
}
