import CellGrid
import Tutor

/// Bytes from a terminal → keys and mouse events.
///
///     ESC                        alone: the Escape key, once nothing has followed for a moment
///     ESC [ … final              control sequence (ECMA-48 §5.4): arrows, Home, Delete, mouse
///     ESC [ M button column row  mouse, the old way: three bytes, each 32 more than its value, places 1-based
///     ESC [ < b ; c ; r M|m      mouse, in decimal (xterm's mode 1006), places 1-based
///     ESC O final                the same keys in application mode
///     ESC ] … BEL or ESC \       a string (also P, X, ^, _): some reply; nobody asked
///
/// What is not known is swallowed whole: no part of an unknown sequence ever arrives as a key.
/// Escape followed at once by a character is both keys, one after the other, as when they were typed quickly over a slow line.
struct InputDecoder {
    private var buffer: [UInt8] = []

    /// A string sequence longer than this is given up: the terminal sends something else.
    static let longestSequence = 1024

    /// Whether the bytes so far may be the beginning of something longer.
    var isWaiting: Bool { !buffer.isEmpty }

    /// Takes bytes in, and gives what is complete.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
        buffer += bytes
        var inputs: [Input] = []
        var start = 0
        while start < buffer.count {
            let rest = buffer[start...]
            guard let token = Self.token(in: rest) else { break }
            if case .input(let input) = token.meaning { inputs.append(input) }
            start += token.length
        }
        buffer.removeFirst(start)
        if buffer.count > Self.longestSequence { buffer = [] }
        return Self.joiningMarks(inputs)
    }

    /// Nothing followed in time: what was held back is all there is.
    mutating func finish() -> [Input] {
        defer { buffer = [] }
        switch buffer.count {
        case 1 where buffer[0] == Byte.escape: return [.key(.escape)]
        case 2 where buffer[0] == Byte.escape && (0x21..<0x7F).contains(buffer[1]):
            return [.key(.escape), .key(.character(Character(Unicode.Scalar(buffer[1]))))]
        default: return []
        }
    }

    /// A combining mark that follows its base belongs to the same key.
    private static func joiningMarks(_ inputs: [Input]) -> [Input] {
        var joined: [Input] = []
        for input in inputs {
            guard case .key(.character(let next)) = input, case .key(.character(let base)) = joined.last,
                let whole = (String(base) + String(next)).only
            else {
                joined.append(input)
                continue
            }
            joined[joined.count - 1] = .key(.character(whole))
        }
        return joined
    }
}

extension InputDecoder {
    enum Byte {
        static let escape: UInt8 = 0x1B, bell: UInt8 = 0x07
    }

    enum Meaning: Equatable { case input(Input), nothing }

    struct Token {
        var meaning: Meaning
        /// Bytes; at least one.
        var length: Int

        static func key(_ key: Key?, _ length: Int) -> Token {
            Token(meaning: key.map { .input(.key($0)) } ?? .nothing, length: length)
        }
    }

    /// The first key or event in `bytes`, which are not empty; `nil` when it is not complete.
    private static func token(in bytes: ArraySlice<UInt8>) -> Token? {
        let first = bytes[bytes.startIndex]
        switch first {
        case Byte.escape: return sequence(in: bytes)
        case 0x08, 0x7F: return .key(.backspace, 1)
        case 0x09: return .key(.tab, 1)
        case 0x0A, 0x0D: return .key(.enter, 1)
        case 0x01...0x1A: return .key(.control(Character(Unicode.Scalar(first + 0x60))), 1)
        case 0x20..<0x7F: return .key(.character(Character(Unicode.Scalar(first))), 1)
        case 0xC2..<0xF5: return character(in: bytes)
        default: return .key(nil, 1)
        }
    }

    /// A UTF-8 sequence of two to four bytes (RFC 3629 §4); malformed ones are skipped byte by byte.
    private static func character(in bytes: ArraySlice<UInt8>) -> Token? {
        let first = bytes[bytes.startIndex]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let present = bytes.prefix(length)
        guard present.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .key(nil, 1) }
        guard present.count == length else { return nil }
        guard let scalar = String(validating: present, as: UTF8.self)?.unicodeScalars.first,
            CellWidth.of(scalar) >= 0
        else { return .key(nil, length) }
        return .key(.character(Character(scalar)), length)
    }

    /// What begins with an escape.
    private static func sequence(in bytes: ArraySlice<UInt8>) -> Token? {
        guard bytes.count > 1 else { return nil }
        switch bytes[bytes.startIndex + 1] {
        case UInt8(ascii: "["): return controlSequence(in: bytes)
        case UInt8(ascii: "O"):
            guard bytes.count > 2 else { return nil }
            let final = bytes[bytes.startIndex + 2]
            // Not a function key: Escape and a capital O.
            guard (0x40..<0x7F).contains(final) else { return .key(.escape, 1) }
            return .key(functionKey(final), 3)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            return string(in: bytes)
        default: return .key(.escape, 1)
        }
    }

    /// ESC, an introducer, anything, and BEL or ESC \.
    private static func string(in bytes: ArraySlice<UInt8>) -> Token? {
        var index = bytes.startIndex + 2
        while index < bytes.endIndex {
            if bytes[index] == Byte.bell { return .key(nil, index + 1 - bytes.startIndex) }
            if bytes[index] == Byte.escape {
                guard index + 1 < bytes.endIndex else { return nil }
                let isEnd = bytes[index + 1] == UInt8(ascii: "\\")
                return .key(nil, index - bytes.startIndex + (isEnd ? 2 : 0))
            }
            index += 1
        }
        return nil
    }

    /// ESC [ parameters intermediates final.
    private static func controlSequence(in bytes: ArraySlice<UInt8>) -> Token? {
        var index = bytes.startIndex + 2
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "[") { index += 1 }  // the Linux console's F1 … F5
        while index < bytes.endIndex, (0x20..<0x40).contains(bytes[index]) { index += 1 }
        guard index < bytes.endIndex else { return nil }
        let final = bytes[index]
        let parameters = bytes[(bytes.startIndex + 2)..<index]
        let length = index + 1 - bytes.startIndex
        // A control character ends the sequence and counts itself.
        guard (0x40..<0x7F).contains(final) else { return .key(nil, length - 1) }
        switch (final, parameters.first) {
        case (UInt8(ascii: "M"), nil): return oldMouse(in: bytes)
        case (UInt8(ascii: "M"), UInt8(ascii: "<")):
            return Token(meaning: mouse(parameters.dropFirst()), length: length)
        case (_, UInt8(ascii: "[")), (_, UInt8(ascii: "<")), (_, UInt8(ascii: "?")), (_, UInt8(ascii: ">")):
            return .key(nil, length)
        case (UInt8(ascii: "~"), _): return .key(numberedKey(numbers(parameters).first ?? 0), length)
        default: return .key(functionKey(final), length)
        }
    }

    /// Decimal numbers between semicolons; one too large to be a place in a terminal counts as 0.
    private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
        parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
            guard digits.count <= 5 else { return 0 }
            return digits.reduce(0) { $0 * 10 + max(0, min(9, Int($1) - 0x30)) }
        }
    }

    /// A key by its final letter, with whatever modifiers.
    private static func functionKey(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "Z"): .backTab
        case UInt8(ascii: "M"): .enter  // on the numeric keypad
        // The numeric keypad in application mode: the character is 0x40 below the letter.
        case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(final - 0x40)))
        default: nil
        }
    }

    /// A key by its number before `~`: as DEC numbered them, and as rxvt and the Linux console do.
    private static func numberedKey(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 4, 8: .end
        case 3: .delete
        case 5: .pageUp
        case 6: .pageDown
        default: nil
        }
    }

    private static func oldMouse(in bytes: ArraySlice<UInt8>) -> Token? {
        guard bytes.count >= 6 else { return nil }
        let at = bytes.startIndex + 3
        let (button, column, row) = (Int(bytes[at]) - 32, Int(bytes[at + 1]) - 32, Int(bytes[at + 2]) - 32)
        return Token(meaning: mouse(button: button, column: column, row: row), length: 6)
    }

    private static func mouse(_ parameters: ArraySlice<UInt8>) -> Meaning {
        let values = numbers(parameters)
        guard values.count == 3 else { return .nothing }
        return mouse(button: values[0], column: values[1], row: values[2])
    }

    /// What a report of the mouse means; its places are 1-based.
    ///
    /// Of the button's bits 0 and 1 are the button, 2 to 4 Shift, Meta and Control, 5 is motion and 6 the wheel (xterm's
    /// ctlseqs, "Mouse Tracking").
    private static func mouse(button: Int, column: Int, row: Int) -> Meaning {
        guard column >= 1, row >= 1, button >= 0 else { return .nothing }
        let action: Mouse.Action? =
            switch button & ~0b11100 {
            case 0: .click
            case 64: .wheelUp
            case 65: .wheelDown
            default: nil
            }
        return action.map { .input(.mouse(Mouse($0, column: column - 1, row: row - 1))) } ?? .nothing
    }
}

extension String {
    /// The character, if there is exactly one.
    fileprivate var only: Character? { count == 1 ? first : nil }
}
