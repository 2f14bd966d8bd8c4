/// A walk over the bits of a packet that names them one after another.
///
/// It never goes back and leaves nothing out, so the fields partition the packet. After a fault it names nothing more
/// until ``finish()`` gives the rest to one field.
struct Dissection {
    let bytes: [UInt8]
    /// The fields found so far at the current depth.
    private(set) var fields: [WireField] = []
    /// The first bit that has no name yet.
    private(set) var bit = 0
    /// The bit after the last one that belongs to the current layer.
    private(set) var end: Int
    /// Why nothing more can be named.
    private(set) var fault: WireFault?
    /// Why the bytes stop before what they announce, which is no reason to stop earlier.
    private(set) var shortfall: WireFault?
    private var layer = Layer.ethernet
    private var layerStart = 0
    private var isReported = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        end = bytes.count * 8
    }

    /// How many whole bytes of the current layer have no name yet.
    var remaining: Int { (end - bit) / 8 }

    /// The next byte, 0-based.
    var offset: Int { bit / 8 }

    /// The bytes of the current layer that have no name yet.
    var rest: ArraySlice<UInt8> { bytes[offset..<max(offset, end / 8)] }

    /// Names the next bits, which are a number of at most 64 bits, and returns the number; `nil` after a fault.
    @discardableResult
    mutating func number(_ note: FieldNote, bits count: Int, _ value: (UInt64) -> String = { String($0) }) -> UInt64? {
        guard let range = take(count) else { return nil }
        var number: UInt64 = 0
        for index in range { number = number << 1 | UInt64(bytes[index / 8] >> UInt8(7 - index % 8) & 1) }
        fields.append(note.field(range, value(number)))
        return number
    }

    /// Names the next bytes, of which there may be none.
    mutating func data(_ note: FieldNote, count: Int, _ value: (ArraySlice<UInt8>) -> String = describe) {
        guard count > 0, let range = take(count * 8) else { return }
        fields.append(note.field(range, value(bytes[range.lowerBound / 8..<range.upperBound / 8])))
    }

    /// Names the bits that `body` names together.
    mutating func group(_ note: FieldNote, _ value: ([WireField]) -> String, _ body: (inout Dissection) -> Void) {
        guard fault == nil else { return }
        let start = bit, outer = fields
        fields = []
        body(&self)
        let parts = fields
        fields = outer
        if !parts.isEmpty { fields.append(note.field(start..<bit, value(parts), parts)) }
    }

    /// Names the bits of a layer together; faults inside are that layer's.
    mutating func layer(
        _ layer: Layer, _ note: FieldNote, _ value: ([WireField]) -> String, _ body: (inout Dissection) -> Void
    ) {
        guard fault == nil else { return }
        self.layer = layer
        layerStart = offset
        group(note, value) { dissection in
            body(&dissection)
            dissection.closeMalformed()
        }
    }

    /// Ends the current layer after so many bytes from its start, or where the packet ends if that is sooner.
    mutating func limit(toBytes count: Int) {
        let wanted = (layerStart + count) * 8
        if wanted > end, shortfall == nil { shortfall = truncation(needed: count) }
        end = max(bit, min(end, wanted))
    }

    /// Stops because of what stands `offset` bytes after the beginning of the layer.
    mutating func fail(at offset: Int, _ reason: WireFault.Reason) {
        if fault == nil { fault = WireFault(layer, at: offset, reason) }
    }

    /// Gives what follows the last layer its name.
    mutating func finish() {
        end = bytes.count * 8
        if fault == nil, remaining > 0 { data(.padding, count: remaining) }
        guard fault == nil, let shortfall else { return }
        fields.append(FieldNote.malformed(shortfall).field(bit..<bit, "0 bytes"))
    }

    /// Gives everything after a fault to a field that says what is wrong.
    private mutating func closeMalformed() {
        guard let fault, !isReported else { return }
        isReported = true
        let range = bit..<max(bit, bytes.count * 8)
        bit = range.upperBound
        fields.append(FieldNote.malformed(fault).field(range, describe(bytes[range.lowerBound / 8..<bytes.count])))
    }

    private mutating func take(_ count: Int) -> Range<Int>? {
        guard fault == nil else { return nil }
        guard bit + count <= end else {
            fault = truncation(needed: (bit + count + 7) / 8 - layerStart)
            return nil
        }
        defer { bit += count }
        return bit..<bit + count
    }

    private func truncation(needed: Int) -> WireFault {
        let available = end / 8 - layerStart
        return WireFault(layer, at: available, .truncated(needed: needed, available: available))
    }
}
