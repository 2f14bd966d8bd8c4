import LocatedJSON

/// A stretch of one line of a Mermaid text.
struct MermaidSlice {
    var scalars: ArraySlice<Unicode.Scalar>
    /// 1-based.
    let line: Int
    /// The byte at which the line begins, 0-based.
    private let lineOffset: Int
    private let whole: ArraySlice<Unicode.Scalar>

    /// A whole line.
    init(_ scalars: ArraySlice<Unicode.Scalar>, line: Int, offset: Int) {
        self.scalars = scalars
        self.line = line
        lineOffset = offset
        whole = scalars
    }

    var text: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    var isEmpty: Bool { scalars.isEmpty }

    /// Where it stands.
    var place: Place {
        let before = whole[..<scalars.startIndex]
        return Place(
            line: line, column: before.count + 1, offset: lineOffset + Self.bytes(before), length: Self.bytes(scalars))
    }

    private static func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + UTF8.width($1) }
    }

    /// Without the spaces at its ends.
    var trimmed: MermaidSlice {
        var slice = self
        while slice.scalars.first?.properties.isWhitespace == true { slice.scalars.removeFirst() }
        while slice.scalars.last?.properties.isWhitespace == true { slice.scalars.removeLast() }
        return slice
    }

    /// The part at these places.
    subscript(range: Range<Int>) -> MermaidSlice {
        var slice = self
        slice.scalars = scalars[range.clamped(to: scalars.startIndex..<scalars.endIndex)]
        return slice
    }

    /// The part before the first `scalar`, and the one behind it; `nil` when there is none.
    func split(at scalar: Unicode.Scalar) -> (before: MermaidSlice, behind: MermaidSlice)? {
        guard let place = scalars.firstIndex(of: scalar) else { return nil }
        return (self[scalars.startIndex..<place], self[place + 1..<scalars.endIndex])
    }

    /// The word that it begins with, in lower case, and what follows; a word is letters, digits and underscores.
    var firstWord: (word: String, rest: MermaidSlice) {
        let end =
            scalars.firstIndex { !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_") }
            ?? scalars.endIndex
        return (self[scalars.startIndex..<end].text.lowercased(), self[end..<scalars.endIndex])
    }

    /// Whether these stand at a place.
    func has(_ text: String, at place: Int) -> Bool { scalars[place...].starts(with: text.unicodeScalars) }
}

/// A Mermaid text as lines.
struct MermaidSource {
    /// The lines, without their breaks.
    private(set) var lines: [MermaidSlice] = []

    /// The most bytes of a text that is read.
    static let limit = 1 << 20

    /// Reads the text; reports what keeps it from being one.
    init?(_ source: SourceFile, _ log: FaultLog) {
        guard source.bytes.count <= Self.limit else {
            log.report(MermaidFault.tooLarge(limit: Self.limit), at: .start)
            return nil
        }
        var scalars: [Unicode.Scalar] = []
        var offset = 0, lineOffset = 0, decoder = UTF8(), bytes = source.bytes.makeIterator()
        func end() {
            if scalars.last == "\r" { scalars.removeLast() }
            lines.append(MermaidSlice(scalars[...], line: lines.count + 1, offset: lineOffset))
            scalars = []
        }
        reading: while true {
            switch decoder.decode(&bytes) {
            case .emptyInput: break reading
            case .error:
                let place = Place(line: lines.count + 1, column: scalars.count + 1, offset: offset, length: 1)
                log.report(MermaidFault.notUTF8, at: place)
                return nil
            case .scalarValue("\u{FEFF}") where offset == 0:
                offset = 3
                lineOffset = 3
            case .scalarValue(let scalar):
                offset += UTF8.width(scalar)
                if scalar == "\n" {
                    end()
                    lineOffset = offset
                } else {
                    scalars.append(scalar)
                }
            }
        }
        end()
    }
}

extension MermaidSlice {
    /// The statements on a line: what stands between semicolons that end no entity code.
    var statements: [MermaidSlice] {
        var statements: [MermaidSlice] = []
        var start = scalars.startIndex, code: Int?
        for place in scalars.indices {
            let scalar = scalars[place]
            if scalar == ";" {
                let endsCode = code.map { place > $0 + 1 } ?? false
                code = nil
                if endsCode { continue }
                statements.append(self[start..<place])
                start = place + 1
            } else if scalar == "#" {
                code = place
            } else if !(scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)) {
                code = nil
            }
        }
        statements.append(self[start..<scalars.endIndex])
        return statements.map(\.trimmed).filter { !$0.isEmpty }
    }
}
