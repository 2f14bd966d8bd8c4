import Timelines

/// How data flows.
extension Rule {
    static let sendsData = Rule(
        "sends-data", "RFC 9293 §3.10.2",
        en: "The program wrote data, and the peer's window and the congestion window leave room for it.",
        zh: "程序写入了数据，对方的窗口和拥塞窗口都还有余地，于是发出。")

    static let ackMakesRoom = Rule(
        "ack-makes-room", "RFC 9293 §3.8.6", "RFC 5681 §3",
        en: "What arrived made room in the window, so data that was waiting may leave.",
        zh: "刚收到的报文段腾出了窗口，等待中的数据可以发出了。")

    static let ackMayWait = Rule(
        "ack-may-wait", "RFC 9293 §3.8.6.3",
        en:
            "An acknowledgment may wait a little, so that it can ride on data or cover a second segment; never as long as half a second.",
        zh: "确认可以稍等一会儿，好搭上要发的数据，或与下一个报文段一并确认；但绝不能等到半秒。")

    static let ackRidesAlong = Rule(
        "ack-rides-along", "RFC 9293 §3.8.6.3",
        en: "A segment leaves anyway, and it carries the acknowledgment along.",
        zh: "正好有报文段要发，确认就搭车一起走。")

    static let delayIsOver = Rule(
        "delayed-ack-is-over", "RFC 9293 §3.8.6.3",
        en: "Nothing came along for the acknowledgment to ride on, so it is sent by itself.",
        zh: "没有数据可以搭车，确认只好单独发出。")

    static let quickACK = Rule(
        "quick-ack", "measured: Linux 6.18", "RFC 9293 §3.8.6.3",
        en:
            "Linux acknowledges the first segments of a connection at once, so that the sender's window grows quickly.",
        zh: "Linux对连接最初的报文段立即确认，好让发送方的窗口尽快增大。")

    static let everySecondSegment = Rule(
        "every-second-segment", "RFC 9293 §3.8.6.3", "RFC 5681 §4.2",
        en: "At least every second segment is acknowledged at once.",
        zh: "至少每收到两个报文段就要立即确认一次。")

    static let dataInOrder = Rule(
        "data-in-order", "RFC 9293 §3.10.7.4",
        en: "The data is what was expected next, so it goes to the program.",
        zh: "数据正是期待的下一段，交给程序。")

    static let dataIsAcknowledged = Rule(
        "data-is-acknowledged", "RFC 9293 §3.10.7.4",
        en: "The acknowledgment covers data that was sent, so its copy is no longer needed.",
        zh: "确认号覆盖了已发送的数据，备份不必再留。")

    static let outOfOrder = Rule(
        "out-of-order", "RFC 5681 §4.2", "RFC 9293 §3.10.7.4",
        en: "The data lies beyond a gap. It is kept, and the acknowledgment repeats which number is missing, at once.",
        zh: "数据前面有缺口。先存下来，并立即重复确认缺的是哪个序号。")

    static let gapIsFilled = Rule(
        "gap-is-filled", "RFC 5681 §4.2",
        en: "The segment fills a gap. The acknowledgment leaves at once and jumps over what had been kept.",
        zh: "这个报文段补上了缺口。确认立即发出，并跳过先前存下的数据。")

    static let oldSegment = Rule(
        "old-segment", "RFC 9293 §3.10.7.4",
        en:
            "There is nothing new in the segment: it has been received before. The acknowledgment says what is expected.",
        zh: "报文段里没有新内容，之前已经收到过。用确认说明期待的是什么。")

    static let segmentNeedsACK = Rule(
        "segment-needs-ack", "RFC 9293 §3.10.7.4",
        en: "After the SYN every segment carries an acknowledgment. This one does not and is dropped.",
        zh: "SYN之后的每个报文段都应带确认。这一个没有，丢弃。")

    static let oldTimestamp = Rule(
        "old-timestamp", "RFC 7323 §5.3",
        en:
            "The timestamp is older than one that has arrived before, so the segment is an old copy, whatever its sequence number. It is not taken.",
        zh: "时间戳比已收到的还旧，所以不管序列号是多少，这都是一个旧的副本，不予接收。")

    static let outsideWindow = Rule(
        "outside-window", "RFC 9293 §3.10.7.4",
        en:
            "The sequence number lies beyond the window: the peer may not send that far yet. The segment is dropped, and the acknowledgment says what is expected.",
        zh: "序列号超出了窗口，对方还不该发到那里。报文段被丢弃，并用确认说明期待的是什么。")
}
