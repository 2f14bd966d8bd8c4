extension FieldNote {
    static let udp = FieldNote(
        "UDP", "RFC 768",
        en: "Carries one message from program to program, without a connection and without a promise that it arrives.",
        zh: "在程序之间传送一条消息，不建立连接，也不保证送达。")
    static let udpSourcePort = FieldNote(
        "Source Port", "RFC 768", en: "The program that sent the message; answers go to this port.",
        zh: "发送消息的程序所用的端口，应答会发回这里。")
    static let udpDestinationPort = FieldNote(
        "Destination Port", "RFC 768", en: "The program on the receiving host that the message is for.",
        zh: "接收主机上应收到这条消息的程序所用的端口。")
    static let udpLength = FieldNote(
        "Length", "RFC 768", en: "The length of header and data together, in bytes; 8 is the least.",
        zh: "首部加数据的总字节数，最小为8。")
    static let udpChecksum = FieldNote(
        "Checksum", "RFC 768",
        en: "Reveals damage to the datagram or to the IP addresses it was meant for; zero says that there is none.",
        zh: "用来发现数据报或两端IP地址的损坏；0表示发送方没有计算。")
}
