extension Diagnostic {
    /// The diagnostic with the line it is about and carets under the fault, three lines without a break at the end.
    ///
    ///     lessons/dns.json:14:13: error: no participant is named 'servr'; did you mean 'server'?
    ///     14 |   { "from": "servr", "to": "client" }
    ///        |             ^^^^^^^
    ///
    /// A long line is cut to about a hundred cells around the fault. Tabs become four spaces, and control characters
    /// question marks, so that nothing in a file can steer the terminal.
    ///
    /// - Parameter source: The bytes of the file that the diagnostic is about; any others give a wrong picture, no harm.
    /// - Returns: Three lines, the last without a line break.
    public func excerpt(of source: [UInt8]) -> String {
        let line = SourceLine(around: place, in: source)
        let gutter = String(place.line)
        let blank = String(repeating: " ", count: gutter.count)
        let carets =
            String(repeating: " ", count: DisplayWidth.of(line.before))
            + String(repeating: "^", count: max(DisplayWidth.of(line.marked), 1))
        return "\(description)\n\(gutter) | \(line.before)\(line.marked)\(line.after)\n\(blank) | \(carets)"
    }
}

/// One line of a source text, cut around the part of it that a fault is about; safe to print.
public struct SourceLine: Hashable, Sendable {
    /// What stands before the fault, or the end of that after `...`.
    public private(set) var before = ""
    /// What the fault is about; empty for a place between two characters.
    public private(set) var marked = ""
    /// What stands after it, or the beginning of that and `...`.
    public private(set) var after = ""

    /// Bytes looked at on either side; enough for so many cells of four-byte characters.
    private static let reach = 480

    /// Cuts out the line that `place` begins on.
    ///
    /// - Parameters:
    ///   - place: In a text; any other gives a wrong picture, no harm.
    ///   - source: The bytes of the text.
    ///   - width: Cells at the most; about three fifths of them are for what stands before the fault.
    public init(around place: Place, in source: [UInt8], width: Int = 100) {
        let widest = max(width, 20), widestBefore = widest * 3 / 5
        let fault = min(max(place.offset, 0), source.count)
        var start = fault
        while start > 0, source[start - 1] != UInt8(ascii: "\n"), fault - start < Self.reach { start -= 1 }
        let isCutBefore = start > 0 && source[start - 1] != UInt8(ascii: "\n")
        while isCutBefore, start < fault, source[start] & 0xC0 == 0x80 { start += 1 }
        let ahead = source[fault...].prefix(Self.reach)
        let end = ahead.firstIndex(of: UInt8(ascii: "\n")) ?? ahead.endIndex
        let faultEnd = min(max(fault + place.length, fault), end)

        var prefix = Self.pieces(source[start..<fault])
        let subject = Self.pieces(source[fault..<faultEnd])
        var suffix = Self.pieces(source[faultEnd..<end])
        var prefixWidth = Self.width(prefix)
        if isCutBefore || prefixWidth + Self.width(subject) + Self.width(suffix) > widest, prefixWidth > widestBefore {
            let first = Self.firstIndex(leaving: widestBefore - 3, of: prefix)
            prefix.removeFirst(first)
            prefixWidth = Self.width(prefix)
            prefix.insert("...", at: 0)
            prefixWidth += 3
        }
        var room = max(widest - prefixWidth, 4)
        let shown = Self.fitting(subject, in: room)
        room -= Self.width(shown)
        let isCutAfter = Self.width(suffix) > room || shown.count < subject.count
        suffix = shown.count < subject.count ? [] : Self.fitting(suffix, in: isCutAfter ? room - 3 : room)
        before = prefix.joined()
        marked = shown.joined()
        after = suffix.joined() + (isCutAfter ? "..." : "")
    }

    /// The text character by character, each as it may be printed.
    private static func pieces(_ bytes: ArraySlice<UInt8>) -> [String] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap { scalar in
            switch scalar {
            case "\t": "    "
            case "\r", "\n": nil
            default: DisplayWidth.isPrintable(scalar) ? String(Character(scalar)) : "?"
            }
        }
    }

    private static func width(_ pieces: [String]) -> Int { pieces.reduce(0) { $0 + DisplayWidth.of($1) } }

    /// How many pieces to drop from the front so that the rest fits `room` cells.
    private static func firstIndex(leaving room: Int, of pieces: [String]) -> Int {
        pieces.count - fitting(pieces.reversed(), in: room).count
    }

    private static func fitting(_ pieces: [String], in room: Int) -> [String] {
        var left = room
        return Array(
            pieces.prefix {
                left -= DisplayWidth.of($0)
                return left >= 0
            })
    }
}
