import Timelines

/// Datagrams.
extension Rule {
    static let bindsDatagramPort = Rule(
        "udp-binds", "RFC 768 (User Interface)", "bind(2)",
        en: "The program takes a UDP port. There is nothing to listen for and nothing to accept: datagrams just come.",
        zh: "程序占用一个UDP端口。没有监听，也没有accept，数据报来了就收。")

    static let datagramPortIsTaken = Rule(
        "udp-port-is-taken", "bind(2)", en: "Another program has this UDP port.", zh: "这个UDP端口已被别的程序占用。")

    static let sendsDatagram = Rule(
        "udp-sends", "RFC 768 (Introduction)",
        en:
            "UDP sends the data as one datagram and forgets it: no handshake before, no acknowledgment after, no timer for a resend.",
        zh: "UDP把数据作为一个数据报发出去，然后就不管了：事先不握手，事后不确认，也没有重传定时器。")

    static let receivesDatagram = Rule(
        "udp-receives", "RFC 768 (User Interface)", "udp(7)",
        en:
            "recvfrom() hands over one datagram whole, and whom it came from. What was sent at once arrives at once, or not at all.",
        zh: "recvfrom()一次交出一个完整的数据报，并告知它来自谁。一次发送的内容要么一次到齐，要么根本不到。")

    static let nobodyToAnswer = Rule(
        "udp-nobody-to-answer", "sendto(2)", en: "No datagram has been received yet, so there is nobody to answer.",
        zh: "还没有收到过数据报，不知道该回给谁。")

    static let datagramWasRefused = Rule(
        "udp-was-refused", "RFC 1122 §4.1.3.3", "udp(7)",
        en: "ICMP reported that no program has that port, and the kernel passes this on with the next call.",
        zh: "ICMP报告那个端口上没有程序，内核在下一次调用时把这个结果告诉程序。")

    static let badDatagramChecksum = Rule(
        "udp-bad-checksum", "RFC 768 (Fields)", "RFC 1122 §4.1.3.4",
        en: "The checksum does not fit the bytes, so the datagram is dropped. Nobody will send it again.",
        zh: "校验和与内容不符，数据报被丢弃，不会有人重发。")
}
