extension FieldNote {
    static let malformedName = "Malformed"

    /// The field that holds everything after a fault.
    static func malformed(_ fault: WireFault) -> FieldNote {
        FieldNote(malformedName, fault.layer.source, fault.sentence)
    }

    static let data = FieldNote(
        "Data", "RFC 1122 §1.1.3",
        en: "The bytes that the layer above handed down to be carried; this layer does not look into them.",
        zh: "上层交下来要运送的字节，本层不关心其中的内容。")
    static let padding = FieldNote(
        "Padding", "RFC 894",
        en:
            "Filler that makes a short Ethernet frame reach its minimum length; the IP total length says where it begins.",
        zh: "把过短的以太网帧补到最小长度的填充字节，从哪里开始由IP总长度得知。")
    static let fragment = FieldNote(
        "Fragment", "RFC 791 §3.2",
        en: "A piece of a larger packet; only the destination, once it has all pieces, can tell what is inside.",
        zh: "一个较大数据包的其中一片，目的主机集齐所有分片后才能还原内容。")
}

extension Layer {
    /// Where its packets are specified.
    var source: String {
        switch self {
        case .ethernet: "RFC 894"
        case .arp: "RFC 826"
        case .ipv4: "RFC 791 §3.1"
        case .icmp: "RFC 792"
        case .udp: "RFC 768"
        case .tcp: "RFC 9293 §3.1"
        }
    }
}
