extension FieldNote {
    static let tcpOptions = FieldNote(
        "Options", "RFC 9293 §3.1", en: "What the two sides tell each other beyond the fixed header, at most 40 bytes.",
        zh: "固定首部之外双方互相告知的内容，最多40字节。")
    static let tcpNoOperation = FieldNote(
        "No-Operation", "RFC 9293 §3.2", en: "Fills one byte so that the next option starts at a convenient place.",
        zh: "占一个字节，让下一个选项从合适的位置开始。")
    static let tcpOptionEnd = FieldNote(
        "End of Options", "RFC 9293 §3.2",
        en: "A zero ends the list; more zeros fill the header up to a multiple of 4 bytes.",
        zh: "0表示选项结束，再用0把首部补齐到4字节的整数倍。")
    static let tcpOption = FieldNote(
        "Option", "RFC 9293 §3.2", en: "An option that this program does not know; whoever does not know it skips it.",
        zh: "本程序不认识的选项，不认识的一方会跳过它。")
    static let tcpOptionKind = FieldNote("Kind", "RFC 9293 §3.2", en: "Which option this is.", zh: "这是哪种选项。")
    static let tcpOptionLength = FieldNote(
        "Length", "RFC 9293 §3.2",
        en: "The bytes of the whole option, with kind and length, so that others can skip it.",
        zh: "整个选项的字节数，包括种类和长度两个字节，便于不认识的一方跳过。")
    static let tcpOptionData = FieldNote(
        "Option Data", "RFC 9293 §3.2", en: "What the option says.", zh: "选项的内容。")
    static let tcpMaximumSegmentSize = FieldNote(
        "MSS Value", "RFC 9293 §3.7.1", en: "The most data bytes that the other side should put into one segment.",
        zh: "对方在一个报文段中最多可以放多少字节数据。")
    static let tcpShiftCount = FieldNote(
        "Shift Count", "RFC 7323 §2.2",
        en: "The window is shifted left by so many bits, which doubles it that many times; 14 is the most.",
        zh: "窗口值左移的位数，每移一位就翻一倍，最多14位。")
    static let tcpTimestampValue = FieldNote(
        "TSval", "RFC 7323 §3.2", en: "The sender's clock when it sent this segment, in ticks of its own.",
        zh: "发送本报文段时发送方的时钟，单位由它自己定。")
    static let tcpTimestampEcho = FieldNote(
        "TSecr", "RFC 7323 §3.2",
        en: "The other side's timestamp sent back; its age when it returns is the round-trip time.",
        zh: "把对方的时间戳送回去；对方收到时，两者之差就是往返时间。")
    static let tcpSACKLeft = FieldNote(
        "Left Edge", "RFC 2018 §3", en: "The first byte of a block that has arrived beyond a gap.",
        zh: "缺口之后已收到的一块数据的第一个字节。")
    static let tcpSACKRight = FieldNote(
        "Right Edge", "RFC 2018 §3", en: "The byte after the last one of the block.", zh: "这块数据最后一个字节之后的编号。")

    static let tcpFastOpenCookie = FieldNote(
        "Cookie", "RFC 7413 §4.1.2",
        en: "What the server made of the client's address with a key of its own; to the client it means nothing.",
        zh: "服务器用自己的密钥由客户端地址算出来的；对客户端来说只是一串没有含义的字节。")

    /// The option of this kind as a whole.
    static func tcpOption(_ kind: UInt8) -> FieldNote {
        switch kind {
        case TCPOptionKind.maximumSegmentSize: tcpMSSOption
        case TCPOptionKind.windowScale: tcpWindowScaleOption
        case TCPOptionKind.sackPermitted: tcpSACKPermittedOption
        case TCPOptionKind.sack: tcpSACKOption
        case TCPOptionKind.timestamps: tcpTimestampsOption
        case TCPOptionKind.fastOpen: tcpFastOpenOption
        default: tcpOption
        }
    }

    private static let tcpMSSOption = FieldNote(
        "Maximum Segment Size", "RFC 9293 §3.7.1",
        en: "Only in a SYN: how large the segments may be that the sender of this SYN receives.",
        zh: "只出现在SYN中：发送方愿意接收多大的报文段。")
    private static let tcpWindowScaleOption = FieldNote(
        "Window Scale", "RFC 7323 §2",
        en:
            "Only in a SYN: a factor for the window field, which alone could not say more than 65535; both sides must offer it.",
        zh: "只出现在SYN中：窗口字段的放大倍数，因为窗口字段本身最大只有65535；双方都提出才生效。")
    private static let tcpSACKPermittedOption = FieldNote(
        "SACK Permitted", "RFC 2018 §2",
        en: "Only in a SYN: its sender understands selective acknowledgments.", zh: "只出现在SYN中：表示本方支持选择性确认。")
    private static let tcpSACKOption = FieldNote(
        "SACK", "RFC 2018 §3",
        en: "Blocks that have arrived beyond a gap, so that only what is missing needs to be sent again.",
        zh: "列出缺口之后已收到的数据块，这样只需重传缺失的部分。")
    private static let tcpTimestampsOption = FieldNote(
        "Timestamps", "RFC 7323 §3",
        en: "Two clock readings that measure the round-trip time and tell old duplicates from new segments.",
        zh: "两个时钟读数，用来测量往返时间，并把陈旧的重复报文段与新的区分开。")
    private static let tcpFastOpenOption = FieldNote(
        "TCP Fast Open", "RFC 7413 §4.1.1",
        en:
            "Only in a SYN: asks for a cookie when it is empty, and brings one otherwise, with which a SYN's data is taken at once.",
        zh: "只出现在SYN中：空的表示索要Cookie；带着Cookie的，可以让SYN里的数据立即被接收。")
}
