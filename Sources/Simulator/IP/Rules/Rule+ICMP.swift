import Timelines

/// What hosts and routers say about packets.
extension Rule {
    static let answersEcho = Rule(
        "icmp-echo-reply", "RFC 792 (Echo or Echo Reply Message)", "RFC 1122 §3.2.2.6",
        en: "Every host answers an echo request with the same data. No program has to run for that.",
        zh: "每台主机收到回显请求，都要把数据原样送回。这不需要运行任何程序。")

    static let echoIsAnswered = Rule(
        "icmp-echo-answered", "RFC 792 (Echo or Echo Reply Message)",
        en: "An echo reply came back with the identifier and sequence number of the request that it answers.",
        zh: "回显应答到了，其中的标识符和序号与请求相同，据此知道它在应答哪一个。")

    static let echoForMany = Rule(
        "icmp-echo-broadcast", "RFC 1122 §3.2.2.6",
        en:
            "The echo request was for everybody. If everybody answered, the sender would drown, so this host keeps silent.",
        zh: "这个回显请求是广播的。要是人人应答，发送方会被淹没，所以这台主机保持沉默。")

    // MARK: Errors that are sent

    static let reportsTTL = Rule(
        "icmp-time-exceeded", "RFC 1812 §5.3.1", "RFC 1812 §5.2.7.3",
        en:
            "A router that drops a packet because of its TTL says so to the sender. The message comes from the router's own address, which is how traceroute finds it.",
        zh: "路由器因TTL用尽而丢包时，要告诉发送方。这个报文的源地址是路由器自己的，traceroute就是这样找到它的。")

    static let reportsNoRoute = Rule(
        "icmp-network-unreachable", "RFC 1812 §4.3.3.1",
        en: "The router has no route for the packet, so it tells the sender that the network cannot be reached.",
        zh: "路由器没有可用的路由，于是告诉发送方：网络不可达。")

    static let reportsSilentHost = Rule(
        "icmp-host-unreachable", "RFC 1812 §4.3.3.1",
        en:
            "The packet got as far as its network, but the host there does not answer ARP. The last router tells the sender that the host cannot be reached.",
        zh: "包已经到了目的网络，可目的主机不应答ARP。最后一台路由器告诉发送方：主机不可达。")

    static let reportsUnknownProtocol = Rule(
        "icmp-protocol-unreachable", "RFC 1122 §3.2.2.1",
        en: "The packet arrived, but its protocol field names a protocol that this host does not have.",
        zh: "包是到了，但协议字段指明的协议，这台主机并没有。")

    static let reportsClosedPort = Rule(
        "icmp-port-unreachable", "RFC 1122 §3.2.2.1", "RFC 1122 §4.1.3.1",
        en:
            "No program listens on this UDP port. UDP has no reset as TCP has, so ICMP tells the sender.",
        zh: "这个UDP端口没有程序在监听。UDP没有TCP那样的RST，只能由ICMP告知发送方。")

    static let reportsTooBig = Rule(
        "icmp-fragmentation-needed", "RFC 1191 §4",
        en:
            "The router could not forward the packet whole and was not allowed to cut it up. It tells the sender how large a packet may be.",
        zh: "包太大，路由器既不能整个转发，又不许分片，便告诉发送方：最多可以多大。")

    static let reportsMissingFragments = Rule(
        "icmp-reassembly-time-exceeded", "RFC 1122 §3.3.2",
        en:
            "The packet could not be put together in time. The sender is told, because the first fragment arrived and shows who that is.",
        zh: "分片没能按时凑齐。第一个分片到过，知道是谁发的，于是告知发送方。")

    // MARK: Errors that arrive

    static let networkIsUnreachable = Rule(
        "icmp-says-network-unreachable", "RFC 1122 §3.2.2.1",
        en:
            "A router says that it has no route to the network. That may change in a moment, so it is a hint and no proof.",
        zh: "某台路由器说没有通往该网络的路由。情况可能很快改变，所以只当作提示，不作定论。")

    static let hostIsUnreachable = Rule(
        "icmp-says-host-unreachable", "RFC 1122 §3.2.2.1",
        en: "A router says that the host does not answer on its own link. That is a hint and no proof.",
        zh: "某台路由器说那台主机在本地链路上没有应答。这只是提示，不作定论。")

    static let protocolIsUnreachable = Rule(
        "icmp-says-protocol-unreachable", "RFC 1122 §3.2.2.1",
        en: "The host itself says that it does not have the protocol of the packet.",
        zh: "对方主机亲口说：没有这种协议。")

    static let portIsUnreachable = Rule(
        "icmp-says-port-unreachable", "RFC 1122 §3.2.2.1",
        en: "The host itself says that nobody listens on the port.",
        zh: "对方主机亲口说：这个端口没有人监听。")

    static let destinationIsUnreachable = Rule(
        "icmp-says-unreachable", "RFC 1122 §3.2.2.1", "RFC 1812 §5.2.7.1",
        en: "Somebody on the way says that the packet could not be delivered.",
        zh: "途中有人说：包无法送达。")

    static let hostIsSilentHere = Rule(
        "ip-neighbour-silent", "arp(7)",
        en: "Nobody on the link answered for the next hop, so the packet cannot even leave this host.",
        zh: "链路上没有人认领下一跳的地址，包连本机都出不去。")

    static let ttlRanOutOnTheWay = Rule(
        "icmp-says-time-exceeded", "RFC 1122 §3.2.2.4",
        en: "A router on the way had to drop the packet: its TTL was too small for the number of routers it crossed.",
        zh: "途中的路由器丢弃了这个包：TTL太小，不够走完全程。")

    static let reassemblyFailedThere = Rule(
        "icmp-says-reassembly-failed", "RFC 1122 §3.2.2.4",
        en: "The other host could not put the fragments together in time, so the packet is lost.",
        zh: "对方没能按时凑齐分片，这个包就此丢失。")

    static let learnsPathMTU = Rule(
        "path-mtu-lowered", "RFC 1191 §3",
        en:
            "A router refused a packet and said how large it may be. The host remembers this size for the destination and sends smaller packets from now on.",
        zh: "路由器退回了包，并说明最多可以多大。主机记住这个数，今后发往该目的地的包都不超过它。")

    static let pathMTUStays = Rule(
        "path-mtu-stays", "RFC 1191 §3",
        en: "The message says nothing new: a path MTU is only ever lowered by such a message, never raised.",
        zh: "这个报文没有新内容：路径MTU只会因此降低，绝不会升高。")

    static let icmpChecksumIsWrong = Rule(
        "icmp-bad-checksum", "RFC 792 (Message Formats)",
        en: "The checksum of the ICMP message does not match. Something changed on the way, so it is dropped.",
        zh: "ICMP报文的校验和不符，途中出了差错，丢弃。")

    static let icmpIsUnknown = Rule(
        "icmp-unknown", "RFC 1122 §3.2.2",
        en: "This host knows no such ICMP message, and unknown ones are dropped without a word.",
        zh: "这台主机不认识这种ICMP报文，按规定不声不响地丢弃。")

    static let icmpIsAboutAnother = Rule(
        "icmp-not-about-us", "RFC 1122 §3.2.2",
        en:
            "An ICMP error quotes the packet that it is about. This host did not send that packet, so the message means nothing to it.",
        zh: "ICMP差错报文会引用出问题的包。引用的包不是本机发的，这个报文便与本机无关。")
}
