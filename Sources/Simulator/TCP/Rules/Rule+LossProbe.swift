import Timelines

/// Tail loss probes.
extension Rule {
    static let probeTimerStarts = Rule(
        "tlp-timer-starts", "RFC 8985 §7.2",
        en:
            "An ACK usually takes one round trip, so after two it is overdue. A timer of that length, the PTO, runs in place of the RTO, and never longer than it.",
        zh: "ACK通常一个往返就到，过了两个往返还没来，就该着急了。于是先用这么长的定时器PTO代替RTO，它不会比RTO更长。")

    static let probeTimerAllowsForDelay = Rule(
        "tlp-timer-allows-delay", "RFC 8985 §7.2",
        en:
            "Only one segment is under way, and the peer may delay its ACK. So the PTO is two round trips and 200 ms more, but never longer than the RTO.",
        zh: "在途的只有一个报文段，对端可能推迟确认。所以PTO是两个往返再加200毫秒，但不会比RTO更长。")

    static let probeSendsNew = Rule(
        "tlp-sends-new", "RFC 8985 §7.3",
        en:
            "The ACK is overdue, so the sender provokes one: it sends new data, one segment more than the congestion window allows.",
        zh: "ACK迟迟不来，发送方就引它出来：发一个新的报文段，哪怕超出拥塞窗口一个。")

    static let probeRepeatsLast = Rule(
        "tlp-repeats-last", "RFC 8985 §7.3",
        en:
            "The ACK is overdue, and there is nothing new to send. So the last segment goes out once more: its arrival must be answered, and the answer tells what is missing.",
        zh: "ACK迟迟不来，又没有新数据可发，就把最后一个报文段再发一次：对方收到必须回应，从回应就能看出缺了什么。")

    static let probeHandsOver = Rule(
        "tlp-hands-over", "RFC 8985 §7.3",
        en:
            "There is only one probe at a time. Should it be lost too, the ordinary retransmission timer is the last resort.",
        zh: "探测一次只有一个。万一它也丢了，还有普通的重传定时器兜底。")

    static let probeShowsLoss = Rule(
        "tlp-shows-loss", "RFC 8985 §7.4.1",
        en:
            "The peer has the probe and says that something before it is missing. That was sent long before, so it is lost, and fast recovery begins without two more duplicates.",
        zh: "对端收到了探测，却说它前面还缺东西。那些早就发出去了，可见是丢了，不必再等两个重复ACK，立即进入快恢复。")

    static let recoveryNeedsNoProbe = Rule(
        "tlp-not-in-recovery", "RFC 8985 §7.2",
        en:
            "The loss is known and being repaired, so there is nothing to probe for. The retransmission timer runs instead.",
        zh: "丢失已经发现，正在修复，用不着再探测，改由重传定时器计时。")
}
