public import Localization

/// A field of a packet: which bits it is, what they say and what that is good for.
public struct WireField: Hashable, Sendable {
    /// The field's own name, as in its specification: `Sequence Number`.
    public var name: String
    /// Its bits; bit 0 is the most significant bit of the packet's first byte.
    public var bits: Range<Int>
    /// What it says, as an engineer writes it: `64240`, `SYN,ACK`, `0x1c46 (correct)`.
    public var value: String
    /// What it is for, in a sentence that a learner understands.
    public var meaning: LocalizedText
    /// Where it is specified: `RFC 9293 §3.1`.
    public var source: String
    /// Its parts, in order and without gaps; empty for a leaf.
    public var children: [WireField]

    /// A field; see the properties.
    public init(
        name: String, bits: Range<Int>, value: String, meaning: LocalizedText, source: String,
        children: [WireField] = []
    ) {
        self.name = name
        self.bits = bits
        self.value = value
        self.meaning = meaning
        self.source = source
        self.children = children
    }

    /// The bytes that it touches, 0-based.
    public var bytes: Range<Int> { bits.lowerBound / 8..<(bits.upperBound + 7) / 8 }

    /// The fields without parts that it consists of; itself if it has no parts.
    public var leaves: [WireField] { children.isEmpty ? [self] : children.flatMap(\.leaves) }
}
