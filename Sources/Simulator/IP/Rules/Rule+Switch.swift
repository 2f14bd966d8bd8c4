import Timelines

/// What a switch does with frames.
extension Rule {
    static let switchLearns = Rule(
        "switch-learns", "bridge(8)",
        en:
            "The source address of a frame shows behind which port its sender is. The switch remembers that; nobody has to tell it.",
        zh: "帧的源地址说明发送方在哪个端口后面。交换机自己记下来，不需要谁来告诉它。")

    static let switchRelearns = Rule(
        "switch-relearns", "bridge(8)",
        en:
            "The sender was behind another port before. It has moved, or somebody uses its address. The newest port counts.",
        zh: "这个发送方原来在另一个端口。要么它换了位置，要么有人冒用它的地址。以最新的端口为准。")

    static let switchForwards = Rule(
        "switch-forwards", "bridge(8)",
        en:
            "The switch knows behind which port the destination address is, so the frame leaves through that port only.",
        zh: "交换机知道目的地址在哪个端口后面，所以只从那个端口送出去。")

    static let switchFloodsUnknown = Rule(
        "switch-floods-unknown", "bridge(8)",
        en:
            "The destination address has not been seen as a source yet. The frame leaves through every other port, so that it finds its receiver anyway.",
        zh: "还没见过这个目的地址发来的帧。于是从其余所有端口送出去，总能送到。")

    static let switchFloodsBroadcast = Rule(
        "switch-floods-broadcast", "bridge(8)",
        en: "The frame is for everybody, so it leaves through every port but the one it came in at.",
        zh: "这个帧是发给所有人的，除了进来的端口，每个端口都送一份。")

    static let switchFilters = Rule(
        "switch-filters", "bridge(8)",
        en:
            "The receiver is behind the port that the frame came in at. It has the frame already, so the switch drops it.",
        zh: "接收方就在帧进来的那个端口后面，已经收到了，交换机便把它丢弃。")

    static let switchForgets = Rule(
        "switch-forgets", "ip-link(8)",
        en: "Nothing has come from this address for minutes. The switch forgets it, in case the host has moved.",
        zh: "好几分钟没有收到来自这个地址的帧。主机也许已经换了位置，交换机便把它忘掉。")

    static let switchTableIsFull = Rule(
        "switch-table-full", "bridge(8)",
        en: "The table is full, so a new address cannot be remembered. Frames for it will be flooded to every port.",
        zh: "表已经满了，记不下新地址。发给它的帧只能向所有端口泛洪。")

    static let switchRefuses = Rule(
        "switch-refuses", "RFC 894 (Frame Format)",
        en: "The bytes are no Ethernet frame, or its sender is a group and not an interface.",
        zh: "这些字节不是以太网帧，或者源地址是一组接口而不是一个接口。")
}
