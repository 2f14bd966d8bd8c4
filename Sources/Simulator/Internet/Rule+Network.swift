import Timelines

/// What happens to packets between the hosts.
extension Rule {
    /// A fault that somebody put in.
    static let droppedByFault = Rule(
        "fault-drop", "RFC 9293 §2.2",
        en: "This loss was put in. IP promises nothing, so a packet may vanish and neither end is told.",
        zh: "这个包是人为丢掉的。IP不作任何保证，包可能就此消失，两端都不会得到通知。")

    /// A fault that somebody put in.
    static let duplicatedByFault = Rule(
        "fault-duplicate", "RFC 9293 §2.2",
        en: "This copy was put in. A network may deliver the same packet twice, and TCP has to recognise that.",
        zh: "这个副本是人为加上的。网络可能把同一个包送到两次，TCP必须认得出来。")

    /// Nothing gets over a link that is down.
    static let linkDown = Rule(
        "link-down", "RFC 9293 §2.2",
        en: "The link is down. Whatever is on it is lost, and the sender learns nothing.",
        zh: "链路断开，上面的包全部丢失，发送方毫不知情。")

    /// The queue before a link has no room left.
    static let queueOverflow = Rule(
        "queue-overflow", "RFC 5681 §3",
        en: "The queue in front of the link is full, so the packet is dropped. This is what congestion looks like.",
        zh: "链路前的队列已满，包被丢弃。所谓拥塞，就是这个样子。")

    /// The host does not exist for the network any more.
    static let hostIsDown = Rule(
        "host-down", "RFC 9293 §3.5.1",
        en: "The host is down. Nobody takes the packet in, and nobody says so.",
        zh: "这台主机已经停机，没有人接收这个包，也没有人告知对方。")

    /// A firewall keeps silent.
    static let filtered = Rule(
        "filtered", "RFC 9293 §3.8.3",
        en: "A firewall drops the packet and reports nothing. For the sender this looks like a loss.",
        zh: "防火墙把包丢掉，什么也不说。在发送方看来，这和丢包没有两样。")

    /// Somebody pulls the plug.
    static let crash = Rule(
        "crash", "RFC 9293 §3.5.1",
        en:
            "The host stops without closing anything. Its peers learn nothing of it: their connections are half-open now.",
        zh: "主机突然停机，什么都没来得及关闭。对端毫不知情，它们的连接从此成了半开连接。")

    /// It starts anew.
    static let reboot = Rule(
        "reboot", "RFC 9293 §3.5.1",
        en: "The host is up again and remembers nothing. A segment of an old connection means nothing to it now.",
        zh: "主机重新启动，过去的一切都不记得了。旧连接的报文段对它已经毫无意义。")

    /// A made-up sender.
    static let spoofed = Rule(
        "spoofed", "RFC 4987 §2.2",
        en: "The source address is made up. The answer goes to somebody else or to nobody, so no ACK will ever come.",
        zh: "源地址是伪造的。应答会发给别人，或者根本没人收，所以永远等不到ACK。")

    /// Somebody pretends to be an end of the connection.
    static let forgedSegment = Rule(
        "forged-segment", "RFC 5961 §1",
        en:
            "The attacker made this segment up, with the address and port of another host as its source. IP carries it like any other; only the numbers in it can show that it is wrong.",
        zh: "这个报文段是攻击者伪造的，源地址和端口都冒用了别的主机。IP照样转发，只有里面的序号能让它露馅。")

    /// The network had it for a long time.
    static let oldDuplicate = Rule(
        "old-duplicate", "RFC 9293 §3.4.1", "RFC 9293 §3.4.2",
        en:
            "Nobody sends this now: it is a duplicate of earlier that was under way for a long time. A network may deliver such a copy up to one MSL late.",
        zh: "这个报文段不是现在发的，而是很久以前的副本，一直滞留在网络里。网络最多可能在一个MSL之后才把它送到。")

    /// It comes from outside the simulation.
    static let fromOutside = Rule(
        "from-outside",
        en: "This packet came from a real program outside the simulation.",
        zh: "这个包来自模拟之外的真实程序。")
}
