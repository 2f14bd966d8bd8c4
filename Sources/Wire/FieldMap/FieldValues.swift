/// Data as an engineer writes it: how much, and the text if it is one: `7 bytes, "GET /\r\n"`.
func describe(_ bytes: ArraySlice<UInt8>) -> String {
    let count = bytes.count == 1 ? "1 byte" : "\(bytes.count) bytes"
    guard !bytes.isEmpty, bytes.allSatisfy(isText) else { return count }
    let excerpt = bytes.prefix(24)
    let text = excerpt.map { byte in
        switch byte {
        case 9: "\\t"
        case 10: "\\n"
        case 13: "\\r"
        default: String(Character(Unicode.Scalar(byte)))
        }
    }.joined()
    return "\(count), \"\(text)\"" + (excerpt.count < bytes.count ? "…" : "")
}

private func isText(_ byte: UInt8) -> Bool { (32...126).contains(byte) || [9, 10, 13].contains(byte) }

/// A number as `0x1c46`, with so many digits.
func prefixed(_ value: UInt64, digits: Int) -> String { "0x" + hexadecimal(value, digits: digits) }

/// The bytes as hexadecimal pairs, the first of them if they are many: `02 00 5e`.
func pairs(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.prefix(12).map { hexadecimal($0, digits: 2) }.joined(separator: " ") + (bytes.count > 12 ? " …" : "")
}

/// An interface's address in the lower 48 bits.
func macText(_ value: UInt64) -> String { MACAddress(rawValue: value).description }

/// An IPv4 address in the lower 32 bits.
func ipText(_ value: UInt64) -> String { IPv4Address(rawValue: UInt32(truncatingIfNeeded: value)).description }

/// What a checksum field says: `0x1c46 (correct)`, `0x1c46 (wrong, should be 0x1c47)`.
///
/// `checksum` is that of everything that the field covers, itself included; `nil` if some of that is not there.
func checksumText(_ found: UInt64, _ checksum: InternetChecksum?) -> String {
    let text = prefixed(found, digits: 4)
    guard let checksum else { return text + " (not checked, bytes are missing)" }
    if checksum.value == 0 { return text + " (correct)" }
    let expected = checksum.replacing(UInt16(truncatingIfNeeded: found))
    return text + " (wrong, should be \(prefixed(UInt64(expected), digits: 4)))"
}

extension [WireField] {
    /// What the field of this name says; empty if there is none.
    func value(of note: FieldNote) -> String { first { $0.name == note.name }?.value ?? "" }
}
