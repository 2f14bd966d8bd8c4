import Timelines

/// How packets find their way.
extension Rule {
    static let sendsDirectly = Rule(
        "ip-sends-directly", "RFC 1122 §3.3.1.1",
        en: "The destination is on a network that this host is joined to, so the packet goes to it without a router.",
        zh: "目的地址就在本机所连的网络里，不必经过路由器，直接发给对方。")

    static let sendsToGateway = Rule(
        "ip-sends-to-gateway", "RFC 1122 §3.3.1.1", "RFC 1122 §3.3.1.2",
        en:
            "The destination is on another network, so the packet goes to a router that knows the way. The destination address in it stays the same.",
        zh: "目的地址在别的网络里，所以先交给认得路的路由器。包里的目的地址不变。")

    static let sendsToAll = Rule(
        "ip-sends-to-all", "RFC 1122 §3.3.6",
        en: "The destination is the broadcast address, so every host on the link gets the packet.",
        zh: "目的地址是广播地址，链路上的每台主机都会收到这个包。")

    static let sendsToItself = Rule(
        "ip-sends-to-itself", "RFC 1122 §3.2.1.3",
        en: "The destination is this host itself, so the packet never touches a link.",
        zh: "目的地址就是本机，这个包不会上任何链路。")

    static let forwards = Rule(
        "ip-forwards", "RFC 1812 §5.2.1.2", "RFC 1812 §5.3.1",
        en:
            "The packet is for somebody else, and forwarding is a router's task. It takes one off the TTL and sends the packet along the route with the longest matching prefix.",
        zh: "这个包不是给路由器自己的，而转发正是它的职责：TTL减一，再按最长前缀匹配的路由送出去。")

    static let deliversToProtocol = Rule(
        "ip-delivers", "RFC 1122 §3.2.1.3",
        en: "The packet is addressed to this host. The protocol field in its header says who gets the contents.",
        zh: "这个包是发给本机的。首部的协议字段说明内容该交给谁。")

    static let cannotReachNetwork = Rule(
        "ip-no-route", "RFC 1812 §5.2.4.3",
        en: "No route matches the destination, not even a default route, so there is nowhere to send the packet.",
        zh: "没有一条路由与目的地址匹配，连默认路由也没有，包无处可发。")

    static let ttlRanOut = Rule(
        "ip-ttl-ran-out", "RFC 1812 §5.3.1",
        en:
            "Every router takes one off the TTL, and this one took the last. The packet is dropped here, so that it cannot go round in circles for ever.",
        zh: "每经过一台路由器TTL就减一，到这里减到了零。包在此丢弃，免得在网络里无休止地兜圈子。")

    static let packetIsForAnother = Rule(
        "ip-not-for-us", "RFC 1122 §3.2.1.3",
        en: "The packet is addressed to another host. This one is no router, so it drops the packet without a word.",
        zh: "这个包的目的地址是别的主机。本机不是路由器，便不声不响地丢掉它。")

    static let packetIsTooLong = Rule(
        "ip-too-long", "RFC 791 §3.1",
        en: "The length field of an IP packet has 16 bits. A packet longer than 65535 bytes cannot exist.",
        zh: "IP包的总长度字段只有16位，超过65535字节的包不可能存在。")
}
