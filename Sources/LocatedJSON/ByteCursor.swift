/// A position in a text of bytes that also counts lines and characters.
struct ByteCursor {
    private let bytes: [UInt8]
    private(set) var offset = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The byte here; `nil` at the end.
    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// From here to the end.
    var rest: ArraySlice<UInt8> { bytes[offset...] }

    /// The character that begins here; `nil` at the end.
    var scalar: Unicode.Scalar? { String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first }

    /// Moves one byte on; stays at the end.
    mutating func advance() {
        guard let byte else { return }
        offset += 1
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }

    /// Moves past bytes that a JSON string holds as they are, up to a quotation mark, backslash or control character.
    mutating func advancePlainText(into text: inout [UInt8]) {
        var end = offset
        while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\")
        {
            if bytes[end] & 0xC0 != 0x80 { column += 1 }
            end += 1
        }
        text += bytes[offset..<end]
        offset = end
    }

    /// The next `length` bytes.
    func place(length: Int) -> Place { Place(line: line, column: column, offset: offset, length: length) }

    /// The character that begins here.
    var scalarPlace: Place { place(length: scalar.map { UTF8.width($0) } ?? 0) }

    /// From here to `end`.
    func place(to end: ByteCursor) -> Place { place(length: end.offset - offset) }

    /// The bytes from here to `end`, which must be valid UTF-8.
    func text(to end: ByteCursor) -> String { String(decoding: bytes[offset..<end.offset], as: UTF8.self) }

    /// The first bytes from here on that are not UTF-8 (RFC 3629 §3), and the first of them.
    func firstInvalidUTF8() -> (Place, UInt8)? {
        guard String(validating: rest, as: UTF8.self) == nil else { return nil }
        var parser = UTF8.ForwardParser()
        var iterator = rest.makeIterator()
        var scout = self
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): for _ in scalar { scout.advance() }
            case .error(let length): return (scout.place(length: length), scout.byte ?? 0)
            case .emptyInput: return nil
            }
        }
    }
}
