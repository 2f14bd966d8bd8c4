import Timelines

/// What programs learn from the calls that they make.
extension Rule {
    static let programCalls = Rule(
        "program-calls", "RFC 9293 §3.9.1",
        en:
            "A program makes a call. TCP begins nothing by itself: it does what its user asks, and answers what arrives.",
        zh: "程序发起了一次调用。TCP不会自作主张，只做用户要求的事，并回应收到的报文段。")

    static let programConnected = Rule(
        "program-connected", "connect(2)",
        en: "connect() returns as soon as this side is ESTABLISHED. Whether the other side is too, it cannot know yet.",
        zh: "本端一进入ESTABLISHED，connect()就返回。对端是不是也已建立，此时还无从得知。")

    static let programReads = Rule(
        "program-reads", "RFC 9293 §3.10.3",
        en:
            "recv() hands over what has arrived in order. TCP carries bytes, not messages, so it may return less than was sent at once.",
        zh: "recv()交出按序到达的数据。TCP传的是字节流，不是消息，所以一次返回的可能比对方一次发送的少。")

    static let programReadsEnd = Rule(
        "program-reads-end", "RFC 9293 §3.6", "recv(2)",
        en:
            "The peer's FIN has arrived and everything before it has been read, so recv() returns 0: end of the stream.",
        zh: "对端的FIN已经到达，之前的数据也都读完了，于是recv()返回0，表示流已结束。")

    static let programRefused = Rule(
        "program-refused", "connect(2)", "RFC 9293 §3.10.7.3",
        en: "The SYN was answered with a reset: nobody listens on that port.",
        zh: "SYN换来一个RST：那个端口上没有人监听。")

    static let programReset = Rule(
        "program-reset", "RFC 9293 §3.5.3",
        en: "A reset ended the connection. What was still under way is lost.",
        zh: "连接被RST终止，途中的数据全部丢失。")

    static let programTimedOut = Rule(
        "program-timed-out", "RFC 9293 §3.8.3", "tcp(7)",
        en:
            "TCP has sent again, or probed, as often as this host allows, and nothing came back. It gives up and tells the program.",
        zh: "重传或探测已经到了上限，仍然没有任何回音。TCP放弃连接，并告知程序。")

    static let programUnreachable = Rule(
        "program-unreachable", "RFC 9293 §3.9.2.2",
        en:
            "A router says by ICMP that the host cannot be reached, and the connection does not exist yet, so connect() fails.",
        zh: "路由器用ICMP报告目标不可达，而连接尚未建立，因此connect()失败。")

    static let pingAsks = Rule(
        "ping-asks", "RFC 792 (Echo or Echo Reply Message)", "ping(8)",
        en:
            "ping sends an echo request, with an identifier and a number by which it will know the reply, and waits for a second.",
        zh: "ping发出一个回显请求，带上标识和序号以便认出应答，然后等待1秒。")

    static let pingAnswered = Rule(
        "ping-answered", "RFC 792 (Echo or Echo Reply Message)",
        en:
            "The echo reply came back with the identifier and number of the request, so the time between them is the round trip.",
        zh: "回显应答带着请求的标识和序号返回，两者相隔的时间就是往返时间。")

    static let pingTimeExceeded = Rule(
        "ping-time-exceeded", "RFC 792 (Time Exceeded Message)",
        en:
            "The request's TTL reached zero at a router on the way, and the router says so. That is how traceroute finds out who is there.",
        zh: "请求的TTL在途中某个路由器上减到零，路由器报告了这件事。traceroute就是这样查出沿途有谁的。")

    static let pingUnanswered = Rule(
        "ping-unanswered", "RFC 792 (Echo or Echo Reply Message)",
        en: "No reply came in time. The request or the reply may be lost, or nobody answers; ping cannot tell which.",
        zh: "没有按时等到应答。可能是请求丢了，可能是应答丢了，也可能根本没人应答，ping分不出来。")

    static let httpRequest = Rule(
        "http-request", "RFC 9112 §2.1",
        en: "The bytes that arrived are a complete HTTP request: a request line, header lines and an empty line.",
        zh: "收到的字节已经组成一个完整的HTTP请求：请求行、若干首部行和一个空行。")

    static let addressInUse = Rule(
        "address-in-use", "bind(2)", "socket(7)",
        en:
            "A connection still has this port, for example one in TIME-WAIT. The port can be bound all the same when that socket and the new one both have SO_REUSEADDR.",
        zh: "这个端口还被一个连接占着，例如处于TIME-WAIT的连接。如果那个套接字和新的套接字都设置了SO_REUSEADDR，端口仍可绑定。")

    static let oldSocketLacksFlag = Rule(
        "old-socket-lacks-flag", "socket(7)", "measured: Linux 6.18",
        en:
            "The new socket has SO_REUSEADDR, but the old one that still has the port did not. Linux asks both, so the first restart after the flag was added fails too.",
        zh: "新套接字设置了SO_REUSEADDR，但仍占着端口的旧套接字没有设置。Linux要求双方都设置，所以加上这个选项后的第一次重启照样失败。")

    static let portIsListenedOn = Rule(
        "port-is-listened-on", "socket(7)", "bind(2)",
        en:
            "A socket listens on this port. SO_REUSEADDR does not change that; two listeners can share a port only when both have SO_REUSEPORT.",
        zh: "这个端口上已经有套接字在监听，SO_REUSEADDR也无济于事。只有双方都设置SO_REUSEPORT，两个监听套接字才能共用端口。")

    static let sharesPort = Rule(
        "shares-port", "socket(7)",
        en:
            "Both sockets have SO_REUSEPORT, so they listen on the same port. The kernel gives each new connection to one of them.",
        zh: "两个套接字都设置了SO_REUSEPORT，因此可以监听同一个端口。每来一个新连接，内核就分给其中一个。")

    static let acceptedByShare = Rule(
        "accepted-by-share", "socket(7)", "accept(2)",
        en:
            "Several sockets listen on this port. A hash of both addresses and ports decided which of them has this connection.",
        zh: "有多个套接字监听这个端口，由双方地址和端口的散列值决定连接归哪一个。")

    static let pairIsInUse = Rule(
        "pair-is-in-use", "connect(2)", "RFC 9293 §3.10.1",
        en:
            "A connection with the same addresses and ports still exists, perhaps in TIME-WAIT, so there cannot be another.",
        zh: "地址和端口完全相同的连接还在，也许正处于TIME-WAIT，因此不能再建一个。")

    static let programExits = Rule(
        "program-exits", "_exit(2)", "RFC 9293 §3.10.4",
        en:
            "The program ends, and the kernel closes its sockets as if it had called close(). TCP itself lives on in the kernel.",
        zh: "程序退出，内核替它关闭所有套接字，如同调用了close()。TCP本身在内核里继续运行。")

    static let listenerIsGone = Rule(
        "listener-gone", "RFC 9293 §3.10.4", "measured: Linux 6.18",
        en:
            "The listening socket is closed. Connections that nobody had accepted are reset, half-open ones are forgotten.",
        zh: "监听套接字已关闭。没有被accept的连接用RST终止，半开连接直接删除。")

    static let passiveOpen = Rule(
        "passive-open", "RFC 9293 §3.10.1",
        en: "A program opens the port passively: TCP waits for a SYN from anybody.",
        zh: "程序被动打开端口，TCP在此等候任何一方发来的SYN。")

    static let programBrokenPipe = Rule(
        "program-broken-pipe", "send(2)", "measured: Linux 6.18",
        en: "The peer had closed, and its reset says that it will not take anything more. Writing fails with EPIPE.",
        zh: "对端早已关闭，它发来的RST表示什么也不会再收。于是写操作以EPIPE失败。")
}
