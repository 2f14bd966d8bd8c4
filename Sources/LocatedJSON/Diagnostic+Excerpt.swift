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
        return "\(description)\n\(gutter) | \(line.text)\n\(blank) | \(line.carets)"
    }
}

/// One line of a source text and the underlining of a part of it.
private struct SourceLine {
    private(set) var text = ""
    private(set) var carets = ""

    /// Cells shown before the fault and in all, when a line must be cut.
    private static let before = 60, widest = 100
    /// Bytes looked at on either side; enough for `widest` cells of four-byte characters.
    private static let reach = 480

    init(around place: Place, in source: [UInt8]) {
        let fault = min(max(place.offset, 0), source.count)
        var start = fault
        while start > 0, source[start - 1] != UInt8(ascii: "\n"), fault - start < Self.reach { start -= 1 }
        let isCutBefore = start > 0 && source[start - 1] != UInt8(ascii: "\n")
        while isCutBefore, start < fault, source[start] & 0xC0 == 0x80 { start += 1 }
        let ahead = source[fault...].prefix(Self.reach)
        let end = ahead.firstIndex(of: UInt8(ascii: "\n")) ?? ahead.endIndex
        let faultEnd = min(max(fault + place.length, fault), end)

        var prefix = Self.pieces(source[start..<fault])
        let marked = Self.pieces(source[fault..<faultEnd])
        var suffix = Self.pieces(source[faultEnd..<end])
        var prefixWidth = Self.width(prefix)
        if isCutBefore || prefixWidth + Self.width(marked) + Self.width(suffix) > Self.widest, prefixWidth > Self.before
        {
            let first = Self.firstIndex(leaving: Self.before - 3, of: prefix)
            prefix.removeFirst(first)
            prefixWidth = Self.width(prefix)
            prefix.insert("...", at: 0)
            prefixWidth += 3
        }
        var room = max(Self.widest - prefixWidth, 4)
        let shown = Self.fitting(marked, in: room)
        room -= Self.width(shown)
        let isCutAfter = Self.width(suffix) > room || shown.count < marked.count
        suffix = shown.count < marked.count ? [] : Self.fitting(suffix, in: isCutAfter ? room - 3 : room)
        text = (prefix + shown + suffix).joined() + (isCutAfter ? "..." : "")
        carets = String(repeating: " ", count: prefixWidth) + String(repeating: "^", count: max(Self.width(shown), 1))
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
