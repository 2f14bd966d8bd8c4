import Timelines

/// Data on a SYN, with Fast Open or without.
extension Rule {
    static let fastOpenAsks = Rule(
        "fast-open-asks", "RFC 7413 §4.2.1",
        en:
            "The client has no cookie of this server yet. Its SYN asks for one with an empty Fast Open option; the data waits until the handshake is complete.",
        zh: "客户端还没有这台服务器的Cookie，于是在SYN里放一个空的Fast Open选项来索要；数据等握手完成后再发。")

    static let fastOpenGivesCookie = Rule(
        "fast-open-gives-cookie", "RFC 7413 §4.1.2", "RFC 7413 §4.2.1",
        en:
            "The SYN-ACK brings a cookie: a keyed hash of the client's address. Nothing is stored; the server can compute it again at any time.",
        zh: "SYN-ACK带回一个Cookie，它是用密钥对客户端地址算出的散列值。服务器什么都不用存，随时可以重新算出来。")

    static let fastOpenLearnsCookie = Rule(
        "fast-open-learns-cookie", "RFC 7413 §4.1.3",
        en: "The client keeps the cookie and the server's MSS, for the SYN of the next connection.",
        zh: "客户端把Cookie和服务器的MSS存下来，留给下一个连接的SYN用。")

    static let fastOpenForgetsCookie = Rule(
        "fast-open-forgets-cookie", "RFC 7413 §4.1.3.1",
        en:
            "The server took no data and gave no new cookie. The client does not try Fast Open with it again for the time being.",
        zh: "服务器没有收下数据，也没给新的Cookie。客户端暂时不再对它使用Fast Open。")

    static let fastOpenSendsData = Rule(
        "fast-open-sends-data", "RFC 7413 §4.2.2",
        en:
            "The client knows a cookie of this server, so the SYN carries it and the first data. That saves a round trip.",
        zh: "客户端存有这台服务器的Cookie，于是SYN带上Cookie和第一批数据，省掉一个往返。")

    static let fastOpenTakesData = Rule(
        "fast-open-takes-data", "RFC 7413 §4.2.2",
        en:
            "The cookie fits the client's address: the client has received a packet there before. The data goes to the program in SYN-RECEIVED, and the SYN-ACK acknowledges SYN and data.",
        zh: "Cookie与客户端地址相符，说明它以前确实在这个地址收到过包。数据在SYN-RECEIVED状态就交给程序，SYN-ACK把SYN和数据一并确认。")

    static let fastOpenRefusesCookie = Rule(
        "fast-open-refuses-cookie", "RFC 7413 §4.2.2",
        en:
            "The cookie is not the one for this address, so only the SYN is acknowledged and the data is left. The SYN-ACK brings a cookie that is good.",
        zh: "Cookie与这个地址不符，因此只确认SYN，不收数据。SYN-ACK顺便带去一个有效的Cookie。")

    static let fastOpenSendsAgain = Rule(
        "fast-open-sends-again", "RFC 7413 §4.2.2",
        en:
            "The SYN-ACK does not cover the data of the SYN. It is sent again at once, in the segment that completes the handshake: nothing is lost but the time that would have been saved.",
        zh: "SYN-ACK没有确认SYN里的数据，于是数据马上重发，就放在完成握手的那个报文段里。除了没省下时间，别无损失。")

    static let fastOpenAccepted = Rule(
        "fast-open-accepted", "RFC 7413 §4.2.2", "RFC 7413 §5.1",
        en:
            "With a good cookie the connection need not wait for the ACK: the program can accept it in SYN-RECEIVED, read, and answer.",
        zh: "Cookie有效，就不必等ACK：程序在SYN-RECEIVED状态即可accept、读取数据并作答。")

    static let synCarriesData = Rule(
        "syn-carries-data", "RFC 9293 §3.10.1", "RFC 9293 §3.10.7.3",
        en: "The SYN carries data. That is legal in TCP, but the peer may leave it until the handshake is complete.",
        zh: "SYN里带着数据。这在TCP中是合法的，不过对方可以等握手完成再处理，也可以不收。")

    static let keepsSYNData = Rule(
        "keeps-syn-data", "RFC 9293 §3.10.7.2",
        en:
            "The SYN brought data. It is queued and acknowledged later: a program must not get it before the handshake shows that the SYN is no old duplicate.",
        zh: "SYN里有数据，先排队，稍后再确认：在握手证明这个SYN不是旧副本之前，不能把数据交给程序。")

    static let ignoresSYNData = Rule(
        "ignores-syn-data", "measured: Linux 6.18", "RFC 9293 §3.10.7.3",
        en:
            "Without Fast Open this host leaves the data of a SYN and acknowledges only the SYN. The client has to send the data again.",
        zh: "没有启用Fast Open，这台主机不理会SYN里的数据，只确认SYN。数据得由客户端再发一次。")

    static let deliversSYNData = Rule(
        "delivers-syn-data", "RFC 9293 §3.10.7.2", "RFC 9293 §3.10.7.4",
        en: "The handshake is complete, so the data that came with the SYN goes to the program and is acknowledged.",
        zh: "握手已经完成，随SYN到来的数据现在交给程序，并予以确认。")
}
