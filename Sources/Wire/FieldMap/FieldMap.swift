/// Which bits of a packet are which field, layer by layer.
///
///     Ethernet                02:00:00:00:00:01 → 02:00:00:00:00:02
///       Destination           02:00:00:00:00:02
///       …
///     IPv4                    192.0.2.1 → 192.0.2.2
///       Version               4
///       …
///     TCP                     45640 → 80, SYN
///       …
///       Flags                 SYN
///         CWR                 0
///         …
///       Options
///         Maximum Segment Size
///           Kind              2
///           …
///
/// Every bit belongs to exactly one leaf, whatever the bytes are. Where they make no sense any more, the map ends with a
/// field named `Malformed` that says why; it has no bits when the packet is merely cut off between two fields.
public struct FieldMap: Hashable, Sendable {
    /// The layers from the outermost inwards, and what follows the last.
    public var fields: [WireField]

    /// The map of a packet.
    ///
    /// - Parameters:
    ///   - bytes: The packet, from the first byte of its outermost header.
    ///   - layer: What it begins with; every layer is understood, but TCP and UDP checksums can be checked only inside IPv4.
    public init(dissecting bytes: [UInt8], as layer: Layer) {
        var dissection = Dissection(bytes)
        dissection.dissect(layer)
        dissection.finish()
        fields = dissection.fields
    }

    /// The leaf that a bit belongs to; `nil` outside the packet.
    public func leaf(atBit bit: Int) -> WireField? { self[path(toBit: bit)] }

    /// The places, 0-based, of the fields around a bit, from the top: `[2, 5, 6]` is part 6 of part 5 of `fields[2]`.
    ///
    /// Outside the packet it is empty.
    public func path(toBit bit: Int) -> [Int] {
        var path: [Int] = []
        var level = fields
        while let place = level.firstIndex(where: { $0.bits.contains(bit) }) {
            path.append(place)
            level = level[place].children
        }
        return path
    }

    /// The field that a path leads to; `nil` if it leads nowhere.
    public subscript(path: [Int]) -> WireField? {
        var field: WireField?
        var level = fields
        for place in path {
            guard level.indices.contains(place) else { return nil }
            field = level[place]
            level = level[place].children
        }
        return field
    }

    /// All leaves in the order of the bytes.
    public var leaves: [WireField] { fields.flatMap(\.leaves) }
}
