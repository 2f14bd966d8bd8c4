import Wire

/// The dissectors: any bytes become a map of fields that lie in them, whatever protocol they are said to begin with.
@_cdecl("LLVMFuzzerTestOneInput")
public func testPacket(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let packet = bytes(start, count)
    for layer in Layer.allCases {
        for field in FieldMap(dissecting: packet, as: layer).fields { check(field, of: packet.count * 8) }
    }
    return 0
}

private func check(_ field: WireField, of bits: Int) {
    demand(field.bits.lowerBound >= 0 && field.bits.upperBound <= bits, "\(field.name) lies outside the packet")
    demand(isHarmless(field.name) && isHarmless(field.value), "\(field.name) holds what a terminal obeys")
    for inner in field.children { check(inner, of: bits) }
}
