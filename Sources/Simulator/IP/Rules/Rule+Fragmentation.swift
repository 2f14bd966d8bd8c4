import Timelines

/// Packets that are larger than a link.
extension Rule {
    static let cutsIntoFragments = Rule(
        "ip-fragments", "RFC 791 §3.2",
        en:
            "The packet is larger than the next link allows, so it travels in fragments. Each has a header of its own and says where its bytes belong.",
        zh: "包超过了下一条链路的MTU，只能分片传送。每个分片都有自己的首部，并注明数据的位置。")

    static let fitsToPath = Rule(
        "ip-fits-to-path", "RFC 1191 §3", "ip(7)",
        en:
            "The path is known to be narrower than this packet. The sender itself cuts it up, so that no router has to refuse it.",
        zh: "已知路径容不下这么大的包。由发送方自己先分片，免得半路又被路由器退回。")

    static let mayNotFragment = Rule(
        "ip-may-not-fragment", "RFC 791 §3.2", "RFC 1191 §4",
        en: "The packet is larger than the next link allows, and its DF bit forbids cutting it up. It is dropped.",
        zh: "包超过了下一条链路的MTU，而DF位又禁止分片，只好丢弃。")

    static let fragmentHasNoPlace = Rule(
        "ip-bad-fragment", "RFC 791 §3.2",
        en: "The fragment contradicts itself or the ones that came before it, so its place in the packet is unknown.",
        zh: "这个分片自相矛盾，或与先到的分片冲突，无法确定它该放在哪里。")

    static let waitsForFragments = Rule(
        "ip-waits-for-fragments", "RFC 1122 §3.3.2", "Linux ipfrag_time",
        en:
            "This is only a part of a packet. The host keeps it and waits for the rest, but not for ever, because memory is limited.",
        zh: "这只是一个包的一部分。主机先留着它，等其余的分片，但内存有限，不能一直等下去。")

    static let fragmentsAreComplete = Rule(
        "ip-fragments-complete", "RFC 791 §3.2",
        en: "With this fragment every byte of the packet is there. Only now does the layer above get to see it.",
        zh: "加上这个分片，整个包的字节就齐了。直到这时，上层才会看到它。")

    static let fragmentsAreMissing = Rule(
        "ip-fragments-missing", "RFC 1122 §3.3.2",
        en:
            "Some fragment did not arrive in time. Nobody sends a single fragment again, so the whole packet is lost with it.",
        zh: "有分片没能按时到达。分片不会单独重传，所以整个包都作废。")

    static let tooManyFragments = Rule(
        "ip-too-many-fragments", "ip(7)",
        en: "Too many unfinished packets are waiting for fragments. The oldest one is given up to make room.",
        zh: "等待分片的残缺包太多，放弃其中最早的一个，腾出空间。")
}
