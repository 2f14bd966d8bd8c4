import Timelines

/// How a connection comes to be.
extension Rule {
    /// Why a SYN is sent, and how its number was chosen where that is not as it should be.
    static func sendsSYN(_ isn: HostProfile.ISNRule) -> Rule {
        switch isn {
        case .rfc6528: connectSendsSYN
        case .clock: numberFromClock
        case .random: numberFromChance
        }
    }

    /// Why a SYN-ACK is sent, and how its number was chosen where that is not as it should be.
    static func repliesToSYN(_ isn: HostProfile.ISNRule) -> Rule {
        switch isn {
        case .rfc6528: answersSYN
        case .clock: numberFromClock
        case .random: numberFromChance
        }
    }

    static let numberFromClock = Rule(
        "isn-from-clock", "RFC 6528 §1", "RFC 6528 §2",
        en:
            "The initial sequence number is what the clock shows, and the clock ticks every 4 microseconds. New connections begin above old ones, but whoever has seen one number can foretell the next.",
        zh: "初始序列号就是时钟的读数，时钟每4微秒走一格。新连接总比旧连接起点高，但谁看到过一个号码，就能算出下一个。")

    static let numberFromChance = Rule(
        "isn-from-chance", "RFC 9293 §3.4.1",
        en:
            "The initial sequence number is drawn by chance. Nobody can foretell it, but a new connection may begin below an old one, where old segments fit in.",
        zh: "初始序列号是随机抽取的。谁也猜不到，但新连接的起点可能比旧连接低，旧的报文段就有可能混进来。")

    static let connectSendsSYN = Rule(
        "connect-sends-syn", "RFC 9293 §3.10.1",
        en:
            "The program called connect(), so TCP chooses an initial sequence number and offers it to the peer in a SYN.",
        zh: "程序调用了connect()，于是TCP选定初始序列号，用SYN告诉对方。")

    static let synSent = Rule(
        "syn-sent", "RFC 9293 §3.10.1",
        en: "The SYN is out and nothing has come back. Until the peer answers, this end can only wait.",
        zh: "SYN已经发出，还没有任何回音。对方答复之前，这一端只能等待。")

    static let listenerGotSYN = Rule(
        "listener-got-syn", "RFC 9293 §3.10.7.2",
        en:
            "A SYN reached a listening port. This end now knows where the peer's numbers begin, but not whether its own will be received.",
        zh: "SYN到达了正在监听的端口。这一端知道了对方的序号从哪里开始，但还不知道自己的序号对方能否收到。")

    static let answersSYN = Rule(
        "answers-syn", "RFC 9293 §3.10.7.2",
        en:
            "A listening port answers a SYN with one segment that does two things: it acknowledges the SYN and offers its own initial sequence number.",
        zh: "监听端口用一个报文段回应SYN，同时做两件事：确认对方的SYN，并给出自己的初始序列号。")

    static let answersCrossingSYN = Rule(
        "answers-crossing-syn", "RFC 9293 §3.5", "RFC 9293 §3.10.7.3",
        en:
            "The peer's SYN does not acknowledge ours, so both sides are opening at once. The same SYN goes out again, now with an ACK.",
        zh: "对方的SYN没有确认我们的SYN，说明双方在同时打开。原来的SYN再发一次，这回带上ACK。")

    static let simultaneousOpen = Rule(
        "simultaneous-open", "RFC 9293 §3.10.7.3",
        en:
            "Instead of an answer a SYN without ACK arrived: the other side is opening too. Each SYN still has to be acknowledged.",
        zh: "等来的不是答复，而是一个不带ACK的SYN：对方也在主动打开。两个SYN都还需要得到确认。")

    static let answersRepeatedSYN = Rule(
        "answers-repeated-syn", "RFC 9293 §3.8.1",
        en: "The same SYN came again, so the peer may not have received the SYN-ACK. It is sent once more.",
        zh: "同一个SYN又来了，对方可能没有收到SYN-ACK，于是再发一次。")

    static let synIsAcknowledged = Rule(
        "syn-is-acknowledged", "RFC 9293 §3.10.7.3",
        en:
            "The SYN-ACK acknowledges our SYN and brings the peer's number. Both directions are known here, so this end is ESTABLISHED.",
        zh: "SYN-ACK确认了我们的SYN，也带来了对方的序号。两个方向在这一端都已清楚，因此进入ESTABLISHED。")

    static let completesHandshake = Rule(
        "completes-handshake", "RFC 9293 §3.10.7.3",
        en: "The peer's SYN must be acknowledged too. Only then does the other side know that its number has arrived.",
        zh: "对方的SYN同样需要确认，只有这样，对方才知道自己的序号已经送达。")

    static let handshakeComplete = Rule(
        "handshake-complete", "RFC 9293 §3.10.7.4",
        en:
            "An ACK arrived that covers our SYN. Any segment with the right acknowledgment will do, also one that carries data.",
        zh: "收到了确认我们SYN的ACK。只要确认号正确，哪个报文段都行，带数据的也算。")

    static let repeatsHandshakeACK = Rule(
        "repeats-handshake-ack", "RFC 9293 §3.10.7.4",
        en: "The SYN-ACK came again although it has been answered, so our ACK must have been lost. It is repeated.",
        zh: "SYN-ACK明明已经回应过，却又来了一次，看来我们的ACK丢了，于是再发一遍。")

    static let resetsWrongACK = Rule(
        "resets-wrong-ack", "RFC 9293 §3.5.2", "RFC 9293 §3.10.7.3",
        en:
            "The segment acknowledges something that was never sent. It belongs to some other connection, perhaps an old one, and is answered with a reset.",
        zh: "这个报文段确认了从未发送过的内容，说明它属于别的连接，也许是旧连接，因此用RST回应。")

    static let synSentWaitsForSYN = Rule(
        "syn-sent-waits-for-syn", "RFC 9293 §3.10.7.3",
        en: "In SYN-SENT only a SYN or a reset means anything. The segment has neither and is dropped.",
        zh: "在SYN-SENT状态，只有SYN或RST有意义。这个报文段两者都没有，丢弃。")

    static let closedBeforeOpen = Rule(
        "closed-before-open", "RFC 9293 §3.10.4",
        en:
            "The program closed before the peer had answered. There is nothing to close in an orderly way, so the connection is forgotten.",
        zh: "对方还没答复，程序就关闭了。没有什么需要有序关闭，连接直接删除。")
}
