extension FieldNote {
    static let icmp = FieldNote(
        "ICMP", "RFC 792",
        en: "How IP hosts and routers report errors and test whether somebody can be reached.",
        zh: "IP主机和路由器用来报告差错、测试对方是否可达的报文。")
    static let icmpType = FieldNote(
        "Type", "RFC 792", en: "What kind of message this is; the rest of the layout follows from it.",
        zh: "报文的种类，后面的格式由它决定。")
    static let icmpCode = FieldNote(
        "Code", "RFC 792", en: "The reason within the type, such as which thing could not be reached.",
        zh: "同一类型下的具体原因，例如究竟是什么不可达。")
    static let icmpChecksum = FieldNote(
        "Checksum", "RFC 792", en: "Reveals damage to any bit of the ICMP message.", zh: "用来发现ICMP报文中任何一位的损坏。")
    static let icmpIdentifier = FieldNote(
        "Identifier", "RFC 792",
        en: "Chosen by the asker and copied into the reply, so that two pings at once are not mixed up.",
        zh: "由提问方选定并在应答中原样带回，使同时运行的两个ping不会混淆。")
    static let icmpSequence = FieldNote(
        "Sequence Number", "RFC 792", en: "Counts the questions, so that each reply finds its own.",
        zh: "给每次提问编号，使应答能对应到各自的请求。")
    static let icmpEchoData = FieldNote(
        "Data", "RFC 792", en: "Any bytes; the reply must return exactly the same.", zh: "任意字节，应答必须原样返回。")
    static let icmpUnused = FieldNote("Unused", "RFC 792", en: "Has no meaning here and is zero.", zh: "这里没有用到，为0。")
    static let icmpNextHopMTU = FieldNote(
        "Next-Hop MTU", "RFC 1191 §4",
        en: "If fragmentation was needed: the largest packet that the next link takes; the sender makes smaller ones.",
        zh: "需要分片时，说明下一段链路能承载的最大数据包，发送方据此改发更小的包。")
    static let icmpRest = FieldNote(
        "Rest of Header", "RFC 792", en: "Four bytes whose meaning depends on the type.", zh: "含义随类型而定的4个字节。")
    static let icmpOriginal = FieldNote(
        "Original Packet", "RFC 792",
        en: "The beginning of the packet that caused the error; from its ports the sender knows which program to tell.",
        zh: "引起差错的数据包的开头部分，发送方凭其中的端口知道该通知哪个程序。")
}
