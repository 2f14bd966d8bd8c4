import Timelines

/// Why a packet or a frame is not taken in.
extension Rule {
    static let frameIsTooShort = Rule(
        "ethernet-too-short", "RFC 894 (Frame Format)",
        en: "There are not even enough bytes for an Ethernet header.",
        zh: "字节太少，连以太网首部都凑不齐。")

    static let frameIsForAnother = Rule(
        "ethernet-not-for-us", "packet(7)",
        en:
            "The frame carries another interface's address. Every interface on the cable may see it, but only the one addressed takes it in.",
        zh: "帧里写的是别的接口的地址。同一链路上的接口都可能看到它，但只有地址相符的那个才会收下。")

    static let etherTypeIsUnknown = Rule(
        "ethernet-unknown-type", "RFC 894 (Frame Format)",
        en: "The type field of the frame names a protocol that this host does not speak.",
        zh: "帧的类型字段指明的协议，这台主机不认识。")

    static let versionIsNotFour = Rule(
        "ip-bad-version", "RFC 1122 §3.2.1.1",
        en: "The version field does not say 4, so this is no IPv4 packet. It is dropped without a word.",
        zh: "版本字段不是4，说明这不是IPv4包，不声不响地丢弃。")

    static let headerChecksumIsWrong = Rule(
        "ip-bad-checksum", "RFC 1122 §3.2.1.2",
        en:
            "The header checksum does not match, so some bit of the header has changed. Nothing in it can be trusted, not even the sender's address.",
        zh: "首部校验和不符，说明首部有某一位变了。里面的内容都不可信，连源地址也不例外，所以不声不响地丢弃。")

    static let lengthIsWrong = Rule(
        "ip-bad-length", "RFC 1812 §5.2.2",
        en: "The lengths in the header do not agree with the bytes that arrived, so the packet is dropped.",
        zh: "首部写明的长度与实际到达的字节对不上，包被丢弃。")

    static let sourceIsImpossible = Rule(
        "ip-impossible-source", "RFC 1122 §3.2.1.3", "RFC 1812 §5.3.7",
        en: "The source address belongs to no single host. Nobody could be answered, so the packet is dropped.",
        zh: "源地址不可能属于某一台主机，想回复也找不到人，于是丢弃。")

    static let destinationIsImpossible = Rule(
        "ip-impossible-destination", "RFC 1812 §5.3.7",
        en: "The destination address has no meaning outside a host, so no router passes the packet on.",
        zh: "这个目的地址出了主机就没有意义，路由器不会转发这样的包。")

    static let broadcastFrameForOne = Rule(
        "ip-unicast-in-broadcast", "RFC 1122 §3.3.6",
        en:
            "The frame was sent to everybody, but the packet inside is for one host only. Taking it in could start a storm of answers, so it is dropped.",
        zh: "帧是广播给大家的，里面的包却只写了一台主机。若人人都处理，可能引发应答风暴，所以丢弃。")

    static let broadcastStopsAtRouter = Rule(
        "ip-broadcast-stops", "RFC 1812 §5.3.5.1", "Linux bc_forwarding",
        en: "A broadcast is for one link only. Routers do not pass it on, so it ends here.",
        zh: "广播只在一条链路内有效，路由器不会转发，到此为止。")

    static let groupIsNotOurs = Rule(
        "ip-not-in-group", "RFC 1122 §3.2.1.3",
        en: "The packet is for a multicast group, and this host is in none.",
        zh: "这个包发给一个组播组，而这台主机没有加入任何组。")

    static let segmentForMany = Rule(
        "tcp-broadcast", "RFC 9293 §3.9.2.3",
        en: "A TCP connection has exactly two ends. A segment for a broadcast address is dropped without an answer.",
        zh: "TCP连接只有两端。发往广播地址的报文段一律丢弃，不作应答。")
}
