import Timelines

/// What a listening host does with SYNs, and its queues with connections.
extension Rule {
    static let synQueueEntry = Rule(
        "syn-queue-entry", "RFC 4987 §2.2", "tcp(7)",
        en: "The host remembers the half-open connection, so that it can resend the SYN-ACK and recognise the ACK.",
        zh: "主机把半开连接记下来，这样才能重传SYN-ACK，也才认得出随后的ACK。")

    static let acceptQueueEntry = Rule(
        "accept-queue-entry", "listen(2)",
        en: "The handshake is complete. The connection waits in the accept queue until the program takes it.",
        zh: "握手完成，连接进入全连接队列，等程序来取。")

    static let accepted = Rule(
        "accepted", "accept(2)",
        en: "The program called accept(), and the kernel hands it the connection that has waited longest.",
        zh: "程序调用accept()，内核把排在最前面的连接交给它。")

    static let acceptQueueFull = Rule(
        "accept-queue-full", "listen(2)",
        en: "The accept queue is full. Linux drops the SYN without a word; the client will try again.",
        zh: "全连接队列已满，Linux直接丢弃SYN，不作回应；客户端过一会儿会再试。")

    static let acceptQueueIgnoresACK = Rule(
        "accept-queue-ignores-ack", "Linux tcp_abort_on_overflow",
        en:
            "The accept queue is full, so the ACK is ignored and the connection stays half-open. The SYN-ACK will be sent again, and by then there may be room.",
        zh: "全连接队列已满，这个ACK被忽略，连接仍是半开状态。之后会重传SYN-ACK，那时也许就有空位了。")

    static let acceptQueueResets = Rule(
        "accept-queue-resets", "Linux tcp_abort_on_overflow",
        en: "The accept queue is full, and this host is set to refuse at once: it answers the ACK with a reset.",
        zh: "全连接队列已满，而这台主机设置为立即拒绝，于是用RST回应这个ACK。")

    static let synQueueFull = Rule(
        "syn-queue-full", "RFC 4987 §2.2",
        en: "The host already remembers as many half-open connections as it may, so the SYN is dropped.",
        zh: "半开连接已经记满，这个SYN只好丢弃。")

    static let synCookieSent = Rule(
        "syn-cookie-sent", "RFC 4987 §3.6",
        en:
            "There is no room left to remember this SYN, so what matters of it is hidden in the SYN-ACK's sequence number: a SYN cookie.",
        zh: "已经没有地方记录这个SYN，于是把关键信息藏进SYN-ACK的序列号里，这就是SYN cookie。")

    static let resetFromListen = Rule(
        "reset-from-listen", "RFC 9293 §3.10.7.2",
        en:
            "An ACK came for a port that only listens. It belongs to no connection here, so it is answered with a reset.",
        zh: "一个ACK发给了只在监听的端口，它不属于这里的任何连接，于是用RST回应。")

    static let listenIgnores = Rule(
        "listen-ignores", "RFC 9293 §3.10.7.2",
        en: "A segment without SYN, ACK or RST means nothing to a listening port, and is dropped.",
        zh: "不带SYN、ACK或RST的报文段对监听端口毫无意义，直接丢弃。")

    static let resetIsNotAnswered = Rule(
        "reset-not-answered", "RFC 9293 §3.10.7.1",
        en: "A reset is never answered, otherwise two hosts could send resets to each other for ever.",
        zh: "收到RST从不回应，否则两台主机可能没完没了地互发RST。")

    static let badTransportChecksum = Rule(
        "bad-checksum", "RFC 9293 §3.1",
        en:
            "The checksum does not fit the bytes: the segment was damaged on the way. It is dropped without a word, as if it had been lost.",
        zh: "校验和与内容不符，说明报文段在途中损坏。它被悄悄丢弃，就像丢失了一样。")

    static let connectionIsGone = Rule(
        "connection-gone", "RFC 9293 §3.3.2",
        en: "The connection is CLOSED: nothing of it is kept, and none of its timers runs on.",
        zh: "连接已经CLOSED，什么都不再保留，定时器也全部停止。")

    static let timeWaitReopened = Rule(
        "time-wait-reopened", "RFC 9293 §3.6.1",
        en:
            "A SYN with a higher sequence number than anything seen on the old connection may open a new one although the old one is still in TIME-WAIT.",
        zh: "新SYN的序列号比旧连接用过的都大，因此旧连接虽然还在TIME-WAIT，也可以直接建立新连接。")

    static let timeWaitReopenedByTimestamp = Rule(
        "time-wait-reopened-by-timestamp", "RFC 6191 §2", "RFC 9293 §3.6.1",
        en:
            "The SYN's timestamp is newer than the last one of the old connection, so it is no old duplicate. It may open a new connection although the old one is still in TIME-WAIT.",
        zh: "新SYN的时间戳比旧连接最后的时间戳更新，不可能是旧的副本。旧连接虽然还在TIME-WAIT，也可以直接建立新连接。")

    static let timeWaitTakenOver = Rule(
        "time-wait-taken-over", "Linux tcp_tw_reuse", "RFC 7323 §B.2",
        en:
            "This host may reuse a pair in TIME-WAIT for a new connection: more than a second has passed, so every segment of the new one has a newer timestamp than any of the old one, and cannot be mistaken for it.",
        zh: "这台主机允许把处于TIME-WAIT的这一对用于新连接：已经过了1秒以上，新连接的每个报文段，时间戳都比旧连接的新，两者不会混淆。")
}
