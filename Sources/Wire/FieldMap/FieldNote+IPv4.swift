extension FieldNote {
    static let ipv4 = FieldNote(
        "IPv4", "RFC 791 §3.1",
        en: "The packet that routers pass on, network by network, from the first host to the last.",
        zh: "由路由器一个网络接一个网络转发、从源主机送到目的主机的数据包。")
    static let ipv4Version = FieldNote(
        "Version", "RFC 791 §3.1",
        en: "Which version of the Internet Protocol this is; everything after it depends on that.",
        zh: "IP协议的版本，后面所有字段的格式都由它决定。")
    static let ipv4HeaderLength = FieldNote(
        "IHL", "RFC 791 §3.1",
        en: "The length of the header in words of 4 bytes; 5 means that there are no options.",
        zh: "首部长度，以4字节为单位；5表示没有选项。")
    static let ipv4TypeOfService = FieldNote(
        "Type of Service", "RFC 3168 §5",
        en: "How routers should treat the packet; today split into DSCP and ECN.",
        zh: "希望路由器怎样对待此数据包，如今分为DSCP和ECN两部分。")
    static let ipv4DSCP = FieldNote(
        "DSCP", "RFC 3168 §5",
        en: "The class of service that the packet asks for; 0 is the ordinary one.", zh: "数据包要求的服务类别，0是普通服务。")
    static let ipv4ECN = FieldNote(
        "ECN", "RFC 3168 §5",
        en: "A congested router can mark a packet here (CE) instead of dropping it, if both ends understand that.",
        zh: "如果两端都支持，拥塞的路由器可以在这里做标记（CE），而不必丢弃数据包。")
    static let ipv4TotalLength = FieldNote(
        "Total Length", "RFC 791 §3.1",
        en: "The length of header and payload together, in bytes; what follows is not part of the packet.",
        zh: "首部加载荷的总字节数，其后的字节不属于此数据包。")
    static let ipv4Identification = FieldNote(
        "Identification", "RFC 791 §3.2",
        en: "A number that all fragments of one packet share, so that the destination can put them together.",
        zh: "同一数据包的所有分片共用的编号，目的主机凭它把分片拼回去。")
    static let ipv4Flags = FieldNote(
        "Flags", "RFC 791 §3.1", en: "Whether the packet may be cut into fragments, and whether more of them follow.",
        zh: "数据包能否分片，以及后面是否还有分片。")
    static let ipv4ReservedFlag = FieldNote(
        "Reserved", "RFC 791 §3.1", en: "Has no meaning and must be zero.", zh: "没有含义，必须为0。")
    static let ipv4DontFragment = FieldNote(
        "DF", "RFC 791 §3.1",
        en: "Don't Fragment: a router for whose next link the packet is too large must drop it and say so, not cut it.",
        zh: "不要分片：如果数据包对下一段链路太大，路由器必须丢弃并报告，而不能切分。")
    static let ipv4MoreFragments = FieldNote(
        "MF", "RFC 791 §3.1",
        en: "More Fragments: this is not the last piece of its packet.", zh: "还有分片：这不是所属数据包的最后一片。")
    static let ipv4FragmentOffset = FieldNote(
        "Fragment Offset", "RFC 791 §3.1",
        en: "Where this piece belongs in the whole packet, in units of 8 bytes.",
        zh: "这一片在原数据包中的位置，以8字节为单位。")
    static let ipv4TimeToLive = FieldNote(
        "Time to Live", "RFC 791 §3.1",
        en: "How many more routers may pass the packet on; each takes one off, and at zero it is discarded.",
        zh: "还能经过多少个路由器；每经过一个减1，减到0就被丢弃。")
    static let ipv4Protocol = FieldNote(
        "Protocol", "RFC 791 §3.1",
        en: "Which protocol the payload belongs to: 1 is ICMP, 6 is TCP, 17 is UDP.",
        zh: "载荷属于哪种协议：1是ICMP，6是TCP，17是UDP。")
    static let ipv4Checksum = FieldNote(
        "Header Checksum", "RFC 791 §3.1",
        en: "Reveals damage to the header; every router computes it anew because the time to live changes.",
        zh: "用来发现首部的损坏；因为生存时间会变，每个路由器都要重新计算。")
    static let ipv4Source = FieldNote(
        "Source Address", "RFC 791 §3.1",
        en: "Who says to have sent the packet; answers go there, and nothing in IP proves that it is true.",
        zh: "自称的发送方，应答会发到这里；IP本身无法证明它是真的。")
    static let ipv4Destination = FieldNote(
        "Destination Address", "RFC 791 §3.1",
        en: "For whom the packet is; every router on the way looks only at this to choose the next hop.",
        zh: "数据包要送给谁；沿途每个路由器都凭它选择下一跳。")
    static let ipv4Options = FieldNote(
        "Options", "RFC 791 §3.1", en: "Rarely used extras for routers, such as recording the route.",
        zh: "很少使用的附加功能，例如记录路由。")
    static let ipv4Option = FieldNote(
        "Option", "RFC 791 §3.1",
        en: "One option: its type, its length and its data, or a single byte that only fills space.",
        zh: "一个选项：类型、长度和数据，或者只是占位的单个字节。")
    static let ipv4Padding = FieldNote(
        "Padding", "RFC 791 §3.1", en: "Zeros that make the header end on a multiple of 4 bytes.",
        zh: "用0把首部补齐到4字节的整数倍。")
}
