import LocatedJSON
import Testing

@Suite struct `Random JSON` {
    @Test(arguments: 0..<200 as Range<UInt64>) func `reads back as it was written`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let node = JSONNode.arbitrary(using: &random, depth: 5)
        #expect(try JSONNode(parsing: Array(node.text.utf8)) == node)
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `never traps when bytes are changed`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let source = Array(JSONNode.arbitrary(using: &random, depth: 5).text.utf8)
        for _ in 0..<40 {
            var bytes = source
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                case 1 where place < bytes.count: bytes.remove(at: place)
                case 2 where place < bytes.count:
                    bytes[place] = Array("\"\\{}[]:,u0-.e\n".utf8).randomElement(using: &random) ?? 0
                default: bytes.removeSubrange(place...)
                }
            }
            checkHarmless(bytes)
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func `never traps on noise`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        checkHarmless(
            (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
        let alphabet = Array("{}[]\",:\\u12eE+-.tfn \n你".utf8)
        checkHarmless((0..<200).map { _ in alphabet.randomElement(using: &random) ?? 0 })
    }

    @Test(arguments: 0..<256) func `never traps on two bytes`(first: Int) {
        for second in 0..<256 { checkHarmless([UInt8(first), UInt8(second)]) }
    }

    /// Reads the bytes; a fault must lie in the text, and its picture must be drawable.
    private func checkHarmless(_ bytes: [UInt8]) {
        do {
            let node = try JSONNode(parsing: bytes)
            let again = try JSONNode(parsing: Array(node.text.utf8))
            if again != node { Issue.record("\(bytes) does not survive being written") }
        } catch {
            let place = error.place
            let isInside = place.offset >= 0 && place.offset + place.length <= bytes.count
            let lines = error.diagnostic(in: "f.json").excerpt(of: bytes).utf8.count { $0 == UInt8(ascii: "\n") } + 1
            if !isInside || lines != 3 { Issue.record("\(bytes) has its fault at \(place), in \(lines) lines") }
        }
    }
}

/// The generator of Steele, Lea and Flood (2014); small, and the same everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension JSONNode {
    static func arbitrary(using random: inout SplitMix64, depth: Int) -> JSONNode {
        let kinds = depth > 0 ? 0..<7 : 0..<5
        switch Int.random(in: kinds, using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int64.random(in: .min ... .max, using: &random))
        case 3: return JSONNumber(Double(bitPattern: random.next())).map { JSONNode(.number($0)) } ?? .null
        case 4: return .string(text(using: &random))
        case 5:
            return .array(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in arbitrary(using: &random, depth: depth - 1) })
        default:
            var keys: Set<String> = []
            for _ in 0..<Int.random(in: 0...4, using: &random) { keys.insert(text(using: &random)) }
            return .object(keys.sorted().map { ($0, arbitrary(using: &random, depth: depth - 1)) })
        }
    }

    private static func text(using random: inout SplitMix64) -> String {
        let letters: [Unicode.Scalar] = [
            "a", "\"", "\\", "/", "\n", "\t", "\0", "\u{1F}", "\u{7F}", "é", "你", "😀", "{", "\u{301}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            text.unicodeScalars.append(letters.randomElement(using: &random) ?? "a")
        }
        return text
    }
}
