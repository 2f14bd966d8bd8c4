import Timelines

/// What a router does that looks at more than the destination.
extension Rule {
    static let sourceComesTheWrongWay = Rule(
        "ip-source-filtered", "RFC 1812 §5.3.8", "RFC 3704 §2.2", "RFC 4987 §3.1",
        en:
            "The router would not send a packet for this source address back the way this one came. So the address is not at home there, and the router drops the packet without a word.",
        zh: "如果要发给这个源地址，路由器不会走这个包进来的接口。可见这个地址不属于那一边，路由器不声不响地丢掉它。")

    static let remembersConnection = Rule(
        "firewall-remembers", "RFC 5382 §5",
        en: "The SYN opens a connection, and the box on the way takes it down. It lets through what belongs to it.",
        zh: "SYN要打开一条连接，路上的设备把它记下来，此后放行属于它的包。")

    static let countsSilence = Rule(
        "firewall-counts-silence", "RFC 5382 §5",
        en: "Each packet of the connection shows that it is in use, so its idle time starts over.",
        zh: "这条连接每过一个包，就说明它还在用，空闲时间重新计起。")

    static let forgetsConnection = Rule(
        "firewall-forgets", "RFC 5382 §5",
        en:
            "Nothing has passed for too long, so the box gives the entry up. It tells neither end, and both still take the connection for alive.",
        zh: "太久没有包经过，设备删掉了这条记录。它不通知任何一端，两端都还以为连接好好的。")

    static let belongsToNone = Rule(
        "firewall-unknown", "RFC 5382 §5",
        en:
            "The box knows no connection that this belongs to, and only a SYN may begin one. It drops the segment; what happens then is left open by the RFC: silence or a RST.",
        zh: "设备不知道这个报文段属于哪条连接，而只有SYN才能开始一条新的，于是丢弃。至于是沉默还是回RST，RFC没有规定。")

    static let resetsUnknown = Rule(
        "firewall-resets", "RFC 5382 §5",
        en: "The box answers in the name of the other end with a RST, so that the sender need not find out by itself.",
        zh: "设备以对端的名义回一个RST，免得发送方自己慢慢去发现。")
}
