import Timelines

/// How Ethernet addresses are found.
extension Rule {
    static let asksForNeighbour = Rule(
        "arp-asks", "RFC 826 (Packet Generation)",
        en:
            "On an Ethernet a packet needs the hardware address of its next hop, and that is not known yet. The host asks everybody on the link who has the IP address.",
        zh: "在以太网上发包，必须知道下一跳的MAC地址，现在还不知道。于是向链路上所有人询问：谁有这个IP地址？")

    static let asksAgain = Rule(
        "arp-asks-again", "RFC 1122 §2.3.2.1", "arp(7)",
        en: "Nobody has answered for a second, so the host asks again. It does not ask more often than that.",
        zh: "过了一秒没有人应答，再问一次。询问不会比这更频繁。")

    static let waitsForReply = Rule(
        "arp-waits", "RFC 1122 §2.3.2.1", "RFC 1122 §2.3.2.2",
        en: "The packet is kept until the answer comes. When none comes in a second, the host asks again.",
        zh: "包先留着，等应答到来。一秒之内没有应答，就再问一次。")

    static let neighbourIsSilent = Rule(
        "arp-gives-up", "arp(7)",
        en:
            "All requests went unanswered. The host is off, or it is not on this link. What was kept for it is dropped.",
        zh: "几次询问都没有应答：那台主机没开机，或者根本不在这条链路上。为它留着的包全部丢弃。")

    static let answersARP = Rule(
        "arp-answers", "RFC 826 (Packet Reception)",
        en:
            "Somebody asks for this host's IP address. The answer with its hardware address goes to the asker alone, no longer to everybody.",
        zh: "有人在找本机的IP地址。带着MAC地址的应答只发给询问者，不再广播。")

    static let learnsFromReply = Rule(
        "arp-learns-from-reply", "RFC 826 (Packet Reception)",
        en:
            "The answer tells which hardware address belongs to the IP address. It is remembered for a while, and nobody checks whether it is true.",
        zh: "应答说明了这个IP地址对应哪个MAC地址。主机会记住一段时间，至于真假，谁也没有核实。")

    static let learnsFromRequest = Rule(
        "arp-learns-from-request", "RFC 826 (Packet Reception)",
        en:
            "Whoever asks for this host will probably want to talk to it, so the asker's addresses are remembered even before the answer leaves.",
        zh: "来询问的人多半接着就要通信，所以在应答之前，先记下询问者的地址。")

    static let neighbourMoved = Rule(
        "arp-replaces", "RFC 826 (Packet Reception)", "RFC 826 (Related issue)",
        en:
            "The IP address was known with another hardware address. The newer one counts, whoever sent it. ARP spoofing lives on this.",
        zh: "这个IP地址原来对应另一个MAC地址，以新的为准，不管是谁发来的。ARP欺骗正是钻了这个空子。")

    static let neighbourIsOutdated = Rule(
        "arp-outdated", "RFC 1122 §2.3.2.1", "arp(7)",
        en:
            "Nothing has been heard from this neighbour for a while, and it may have another hardware address by now. The entry is dropped and the host asks anew.",
        zh: "这个邻居很久没有音讯，MAC地址也许已经变了。删掉这一条，重新询问。")

    static let sendsWhatWaited = Rule(
        "arp-sends-what-waited", "RFC 1122 §2.3.2.2",
        en: "The packet had been waiting for the hardware address of its next hop. Now that it is known, it leaves.",
        zh: "这个包一直在等下一跳的MAC地址。现在知道了，立即发出。")

    static let neighbourIsFound = Rule(
        "arp-is-answered", "RFC 826 (Packet Reception)",
        en: "The neighbour's hardware address is known now, so nobody needs to be asked again.",
        zh: "已经知道邻居的MAC地址，不必再问。")

    static let tooManyWait = Rule(
        "arp-queue-full", "RFC 1122 §2.3.2.2", "arp(7)",
        en: "Only a few packets are kept while an address is sought. The oldest one makes room for the newest.",
        zh: "查询地址期间只留少数几个包，最早的一个要让位给最新的。")

    static let tooManySearches = Rule(
        "arp-too-many-searches", "RFC 1122 §2.3.2.1",
        en: "The host is already asking for too many addresses at once, so this packet is dropped.",
        zh: "同时查询的地址已经太多，这个包只好丢弃。")

    static let neighbourMakesRoom = Rule(
        "arp-table-full", "RFC 1122 §2.3.2.1",
        en: "The table is full. The neighbour that was silent for the longest time makes room.",
        zh: "表已经满了，最久没有音讯的邻居让出位置。")

    static let arpIsForAnother = Rule(
        "arp-not-for-us", "RFC 826 (Packet Reception)",
        en: "The request was broadcast, so everybody hears it, but only the host with that IP address answers.",
        zh: "询问是广播的，人人都听得见，但只有拥有这个IP地址的主机才应答。")

    static let nobodyAsked = Rule(
        "arp-unsolicited", "Linux arp_accept",
        en:
            "Nobody here asked for this address and nothing was known of it. Linux makes no new entry from such a reply.",
        zh: "本机没有问过这个地址，表里也没有它。对这种不请自来的应答，Linux不会新建条目。")

    static let addressIsTaken = Rule(
        "arp-conflict", "RFC 5227 §2.4",
        en: "Another interface claims this host's own IP address. Two hosts with one address cannot both be reached.",
        zh: "另一个接口声称拥有本机的IP地址。两台主机共用一个地址，就没法都正常通信。")

    static let arpIsMalformed = Rule(
        "arp-malformed", "RFC 826 (Packet Reception)",
        en: "The bytes are no ARP packet for IPv4 on Ethernet, or its sender is not a single interface.",
        zh: "这些字节不是以太网上IPv4的ARP包，或者发送方不是单个接口。")
}
