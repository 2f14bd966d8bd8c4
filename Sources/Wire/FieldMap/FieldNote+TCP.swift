extension FieldNote {
    static let tcp = FieldNote(
        "TCP", "RFC 9293 §3.1",
        en: "A piece of a byte stream between two programs, which TCP delivers completely and in order.",
        zh: "两个程序之间字节流的一段，TCP保证它完整、按序送达。")
    static let tcpSourcePort = FieldNote(
        "Source Port", "RFC 9293 §3.1",
        en: "The sender's end of the connection; with both addresses and the other port it names the connection.",
        zh: "连接在发送方一侧的端口；它与两端地址和另一个端口一起唯一标识这条连接。")
    static let tcpDestinationPort = FieldNote(
        "Destination Port", "RFC 9293 §3.1",
        en: "The receiver's end of the connection; servers wait at well-known ones such as 80 and 443.",
        zh: "连接在接收方一侧的端口；服务器在80、443等熟知端口上等待。")
    static let tcpSequence = FieldNote(
        "Sequence Number", "RFC 9293 §3.1",
        en:
            "Numbers the first data byte of the segment; in a SYN it is the initial sequence number that counting starts from.",
        zh: "本报文段第一个数据字节的编号；在SYN中是计数的起点，即初始序列号。")
    static let tcpAcknowledgment = FieldNote(
        "Acknowledgment Number", "RFC 9293 §3.1",
        en: "With ACK set: the next byte that the sender of this segment expects, so everything before it has arrived.",
        zh: "ACK置位时，表示本方期待收到的下一个字节的编号，也就是说在它之前的都已收到。")
    static let tcpDataOffset = FieldNote(
        "Data Offset", "RFC 9293 §3.1",
        en: "The length of the header in words of 4 bytes: where the data begins.", zh: "首部长度，以4字节为单位，即数据从哪里开始。")
    static let tcpReserved = FieldNote(
        "Reserved", "RFC 9293 §3.1", en: "Kept for future use: sent as zero and ignored by the receiver.",
        zh: "留待将来使用，发送时置0，接收方忽略。")
    static let tcpFlags = FieldNote(
        "Flags", "RFC 9293 §3.1", en: "The control bits: what this segment does to the connection.",
        zh: "控制位，说明这个报文段对连接起什么作用。")
    static let tcpWindow = FieldNote(
        "Window", "RFC 9293 §3.1",
        en:
            "How many more bytes the sender of this segment can take now; outside a SYN it is multiplied by the window scale.",
        zh: "本方现在还能接收多少字节；除SYN以外，要乘以窗口扩大因子。")
    static let tcpChecksum = FieldNote(
        "Checksum", "RFC 9293 §3.1",
        en: "Reveals damage to header, data or IP addresses; a segment with a wrong one is dropped without a word.",
        zh: "用来发现首部、数据或IP地址的损坏；校验和不对的报文段会被悄悄丢弃。")
    static let tcpUrgentPointer = FieldNote(
        "Urgent Pointer", "RFC 9293 §3.1",
        en: "With URG set: how far urgent data reaches; new programs should not use it.",
        zh: "URG置位时，指出紧急数据到哪里为止；新程序不应再使用。")
    static let tcpData = FieldNote(
        "Data", "RFC 9293 §3.1", en: "The bytes of the stream that this segment carries.", zh: "本报文段运送的那部分字节流。")

    /// The control bits from the highest to the lowest.
    static let tcpFlagNotes = [
        FieldNote(
            "CWR", "RFC 3168 §6.1",
            en: "Congestion Window Reduced: the sender has slowed down after the other side's ECE.",
            zh: "拥塞窗口已减小：发送方收到对方的ECE后已经放慢。"),
        FieldNote(
            "ECE", "RFC 3168 §6.1",
            en: "ECN-Echo: a packet arrived with a congestion mark; in a SYN it offers to use ECN.",
            zh: "ECN回显：收到了带拥塞标记的数据包；在SYN中表示愿意使用ECN。"),
        FieldNote(
            "URG", "RFC 9293 §3.1", en: "The urgent pointer counts.", zh: "紧急指针有效。"),
        FieldNote(
            "ACK", "RFC 9293 §3.1",
            en: "The acknowledgment number counts; set in every segment but the first SYN, and some resets.",
            zh: "确认号有效；除了第一个SYN和部分RST，所有报文段都置位。"),
        FieldNote(
            "PSH", "RFC 9293 §3.1",
            en: "Push: the receiver should hand the data to its program now rather than wait for more.",
            zh: "推送：接收方应立即把数据交给程序，不必等待更多数据。"),
        FieldNote(
            "RST", "RFC 9293 §3.1",
            en: "Reset: the connection ends at once, because the other side does not know it or gives it up.",
            zh: "复位：连接立即终止，因为对方不认得它或放弃了它。"),
        FieldNote(
            "SYN", "RFC 9293 §3.1",
            en:
                "Synchronize: opens a connection and announces the initial sequence number, taking up one number itself.",
            zh: "同步：打开连接并告知初始序列号，自身占用一个序列号。"),
        FieldNote(
            "FIN", "RFC 9293 §3.1",
            en: "Finish: the sender has no more data; it can still receive, and the FIN takes up one sequence number.",
            zh: "结束：发送方没有更多数据，但仍可接收；FIN占用一个序列号。"),
    ]
}
