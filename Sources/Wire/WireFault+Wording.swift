public import Localization

extension WireFault {
    /// What is wrong, in a sentence that a learner understands.
    public var sentence: LocalizedText {
        switch reason {
        case .truncated(let needed, let available):
            LocalizedText(
                en: "The \(layer) bytes stop too early: \(needed) are needed, \(available) are here.",
                zh: "\(layer)数据不完整：需要\(needed)字节，只有\(available)字节。")
        case .badVersion(let version):
            LocalizedText(
                en: "The version field says \(version), but an IPv4 packet says 4.",
                zh: "版本字段是\(version)，而IPv4数据包应该是4。")
        case .badHeaderLength(let length):
            LocalizedText(
                en: "The \(layer) header claims to be \(length) bytes long, but its fixed part alone takes 20.",
                zh: "\(layer)首部自称长\(length)字节，但仅固定部分就占20字节。")
        case .badLength(let length):
            LocalizedText(
                en: "The length field says \(length) bytes, which is less than the \(layer) header itself.",
                zh: "长度字段写着\(length)字节，比\(layer)首部本身还短。")
        case .badChecksum(let found, let expected):
            LocalizedText(
                en: """
                    The \(layer) checksum is 0x\(hexadecimal(found, digits: 4)), but the bytes add up to \
                    0x\(hexadecimal(expected, digits: 4)): something changed on the way.
                    """,
                zh: """
                    \(layer)校验和是0x\(hexadecimal(found, digits: 4))，但按收到的字节算应为\
                    0x\(hexadecimal(expected, digits: 4))：数据在途中被改动了。
                    """)
        case .badOptionLength(let kind, let length):
            LocalizedText(
                en: "A TCP option of kind \(kind) cannot be \(length) bytes long here.",
                zh: "种类为\(kind)的TCP选项在这里不可能长\(length)字节。")
        case .unknownAddressKind:
            LocalizedText(
                en: "This ARP packet is not about IPv4 addresses on Ethernet.",
                zh: "这个ARP报文解析的不是以太网上的IPv4地址。")
        }
    }
}
