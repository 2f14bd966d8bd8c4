import Timelines

/// What losses say about the network.
extension Rule {
    static let thirdDuplicateACK = Rule(
        "third-duplicate-ack", "RFC 5681 §3.2",
        en:
            "Three duplicate acknowledgments say that later segments arrive and one is missing. It is sent again at once, without waiting for the timer.",
        zh: "三个重复确认说明后面的报文段到了，唯独缺一个。不等定时器，立即重传。")

    static let fillsHole = Rule(
        "fills-hole", "RFC 6675 §5", "RFC 2018 §5",
        en: "The SACK blocks show which bytes are missing, and just those are sent again.",
        zh: "SACK块指出缺的是哪些字节，于是只重传这些。")

    static let repetitionIsLost = Rule(
        "repetition-is-lost", "RFC 8985 §3.1",
        en:
            "Segments that left after it have arrived, so the segment that was sent again has been lost once more. It is sent again without waiting for the timer.",
        zh: "比它晚发出的报文段都到了，说明重传的这个又丢了一次。不等定时器，再次重传。")

    static let partialACK = Rule(
        "partial-ack", "RFC 6582 §3.2",
        en:
            "The acknowledgment covers only a part of what was under way when the loss was seen, so the next segment is missing too.",
        zh: "确认只覆盖了丢包时在途数据的一部分，说明下一个报文段也丢了。")

    static let limitedTransmit = Rule(
        "limited-transmit", "RFC 3042 §2",
        en: "A duplicate acknowledgment means that a segment has left the network, so a new one may enter.",
        zh: "一个重复确认意味着有一个报文段已离开网络，因此可以再放一个新的进去。")
}
