extension Diagnostic {
    /// The diagnostic for programs: `file`, `line`, `column`, `endLine`, `endColumn`, `severity`, `code`, `message`, and where
    /// there are any `suggestion` and `fix`, which has `offset`, `length` and `replacement`.
    ///
    /// Lines and columns are 1-based, columns in Unicode scalars, and the end is just behind the last of them. Offset and
    /// length are in bytes, 0-based.
    ///
    /// - Parameter source: The bytes of the file that the diagnostic is about; any others give a wrong end, no harm.
    /// - Returns: An object.
    public func json(in source: [UInt8]) -> JSONNode {
        let end = place.end(in: source)
        var members: [(String, JSONNode)] = [
            ("file", .string(file)), ("line", .integer(Int64(place.line))), ("column", .integer(Int64(place.column))),
            ("endLine", .integer(Int64(end.line))), ("endColumn", .integer(Int64(end.column))),
            ("severity", .string(severity.rawValue)), ("code", .string(code)), ("message", .string(message)),
        ]
        if let suggestion { members.append(("suggestion", .string(suggestion))) }
        if let fix {
            let change = JSONNode.object([
                ("offset", .integer(Int64(fix.range.lowerBound))), ("length", .integer(Int64(fix.range.count))),
                ("replacement", .string(fix.replacement)),
            ])
            members.append(("fix", change))
        }
        return .object(members)
    }
}

extension Place {
    /// The line and column just behind it, both 1-based.
    func end(in source: [UInt8]) -> (line: Int, column: Int) {
        var end = (line: line, column: column)
        let start = min(max(offset, 0), source.count)
        for byte in source[start...].prefix(max(length, 0)) {
            if byte == UInt8(ascii: "\n") {
                end = (end.line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                end.column += 1
            }
        }
        return end
    }
}

extension JSONNode {
    /// The node as JSON text in which nothing can steer a terminal: such characters are written as escapes.
    public var harmlessText: String {
        var harmless = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" || DisplayWidth.isPrintable(scalar) {
                harmless.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    harmless += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return harmless
    }
}
