/// A position in a text of bytes that also counts lines and characters.
///
/// Characters are counted by their first bytes: what is left over in a line are the bytes that continue one.
struct ByteCursor {
    let bytes: [UInt8]
    private(set) var offset = 0
    private var line = 1
    /// Where the line begins.
    private var lineStart = 0
    /// How many bytes between there and here begin no character.
    private var continuations = 0

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
        note(byte)
    }

    /// Moves past white space.
    ///
    /// Source: RFC 8259 §2.
    mutating func skipSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
            case UInt8(ascii: "\n"):
                offset += 1
                note(UInt8(ascii: "\n"))
            default: return
            }
        }
    }

    /// Moves past bytes that a JSON string holds as they are, up to a quotation mark, backslash or control character.
    mutating func skipPlainText() {
        let run = PlainText.run(in: bytes, from: offset)
        offset += run.length
        continuations += run.continuations
    }

    private mutating func note(_ byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            line += 1
            lineStart = offset
            continuations = 0
        } else if Self.continues(byte) {
            continuations += 1
        }
    }

    /// Whether a byte is one of a character begun before.
    ///
    /// Source: RFC 3629 §3.
    private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The next `length` bytes.
    func place(length: Int) -> Place {
        Place(line: line, column: offset - lineStart - continuations + 1, offset: offset, length: length)
    }

    /// Between the byte before and the byte here.
    var here: Place { place(length: 0) }

    /// The character that begins here.
    var scalarPlace: Place { place(length: scalar.map { UTF8.width($0) } ?? 0) }

    /// From where `start` begins to here.
    func place(from start: Place) -> Place {
        var place = start
        place.length = offset - start.offset
        return place
    }

    /// The bytes from where `start` begins to here.
    func bytes(from start: Place) -> ArraySlice<UInt8> { bytes[start.offset..<offset] }

    /// The text from where `start` begins to here.
    func text(from start: Place) -> String { String(decoding: bytes(from: start), as: UTF8.self) }

    /// The first bytes of a text that are not UTF-8 (RFC 3629 §3).
    static func encodingError(in bytes: [UInt8]) -> JSONSyntaxError? {
        guard !PlainText.isUTF8(bytes) else { return nil }
        var cursor = ByteCursor(bytes)
        var parser = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): for _ in scalar { cursor.advance() }
            case .error(let length):
                let fault = JSONSyntaxError.Fault.invalidUTF8(byte: cursor.byte ?? 0)
                return JSONSyntaxError(fault: fault, place: cursor.place(length: length))
            case .emptyInput: return nil
            }
        }
    }
}
