extension FieldNote {
    static let ethernet = FieldNote(
        "Ethernet", "RFC 894",
        en: "The frame that carries the packet over one link, from one interface to a neighbour.",
        zh: "在一段链路上把数据包从一个接口送到相邻接口的帧。")
    static let ethernetDestination = FieldNote(
        "Destination", "RFC 894",
        en: "The interface on this link that should take the frame; ff:ff:ff:ff:ff:ff means all of them.",
        zh: "这段链路上应接收此帧的接口；ff:ff:ff:ff:ff:ff表示所有接口。")
    static let ethernetSource = FieldNote(
        "Source", "RFC 894",
        en: "The interface that put the frame on this link; a switch learns from it who is behind which port.",
        zh: "把帧发到这段链路上的接口，交换机据此学习哪个端口后面是谁。")
    static let etherType = FieldNote(
        "EtherType", "RFC 894",
        en: "Tells the receiver which protocol the payload belongs to.", zh: "告诉接收方载荷属于哪种协议。")

    static let arp = FieldNote(
        "ARP", "RFC 826",
        en: "Finds out which interface on the link has an IPv4 address.", zh: "查出链路上哪个接口拥有某个IPv4地址。")
    static let arpHardwareType = FieldNote(
        "Hardware Type", "RFC 826",
        en: "Which kind of link the hardware addresses belong to; 1 is Ethernet.", zh: "硬件地址属于哪种链路，1表示以太网。")
    static let arpProtocolType = FieldNote(
        "Protocol Type", "RFC 826",
        en: "Which kind of address is to be found, in the numbers of the EtherType.",
        zh: "要解析哪种协议地址，编号与EtherType相同。")
    static let arpHardwareLength = FieldNote(
        "Hardware Length", "RFC 826", en: "How many bytes a hardware address takes: 6 on Ethernet.",
        zh: "硬件地址的字节数，以太网为6。")
    static let arpProtocolLength = FieldNote(
        "Protocol Length", "RFC 826", en: "How many bytes a protocol address takes: 4 for IPv4.",
        zh: "协议地址的字节数，IPv4为4。")
    static let arpOperation = FieldNote(
        "Operation", "RFC 826", en: "Whether this is the question (1) or the answer (2).", zh: "是提问（1）还是回答（2）。")
    static let arpSenderMAC = FieldNote(
        "Sender MAC", "RFC 826",
        en: "The sender's interface; in a reply this is the answer that was asked for.",
        zh: "发送方的接口地址；在应答中，这正是对方要问的答案。")
    static let arpSenderIP = FieldNote(
        "Sender IP", "RFC 826",
        en: "The sender's address; receivers may remember it together with the sender's interface.",
        zh: "发送方的IP地址，接收方可以把它和发送方的接口地址一起记下来。")
    static let arpTargetMAC = FieldNote(
        "Target MAC", "RFC 826",
        en: "The interface sought; a request leaves it empty, because that is the question.",
        zh: "要找的接口地址；请求中留空，因为这正是要问的。")
    static let arpTargetIP = FieldNote(
        "Target IP", "RFC 826",
        en: "The address asked about; only the host that has it answers.", zh: "被询问的IP地址，只有拥有它的主机才应答。")
}
