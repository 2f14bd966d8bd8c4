/// What can be wrong with a document that is JSON but not the JSON that was asked for.
enum ReadingFault: Fault, Equatable {
    case wrongType(expected: String, found: String)
    case missingKey(String, of: String)
    /// `known` are the keys that may be added, or all of them when they are all there; `meant` is the one that it must
    /// have been meant to be.
    case unknownKey(String, of: String, known: [String], meant: String?)
    case unknownWord(String, known: [String])
    case outOfRange(Int64, ClosedRange<Int>)
    case tooFew(count: Int, minimum: Int)
    case tooManyFaults(Int)

    var message: String {
        switch self {
        case .wrongType(let expected, let found): return "expected \(expected), found \(found)"
        case .missingKey(let key, let owner): return "\(owner) needs '\(key)'"
        case .unknownKey(let key, let owner, let known, _):
            let hint = nearest(to: key, among: known).map { "; did you mean '\($0)'?" } ?? "; \(Self.list(known))"
            return "\(owner) has no key '\(key.clipped)'\(hint)"
        case .unknownWord(let word, let known):
            let hint = nearest(to: word, among: known).map { "; did you mean '\($0)'?" } ?? "; \(Self.list(known))"
            return "'\(word.clipped)' is not known here\(hint)"
        case .outOfRange(let number, let range):
            return "\(number) is out of range; it may be \(range.lowerBound) to \(range.upperBound)"
        case .tooFew(let count, let minimum): return "needs at least \(minimum), has \(count)"
        case .tooManyFaults(let limit): return "more than \(limit) faults; the rest is told once these are mended"
        }
    }

    var correction: Correction? {
        switch self {
        case .unknownKey(let key, _, let known, let meant):
            (meant ?? nearest(to: key, among: known)).map { Correction(key, meant: $0, isSure: meant != nil) }
        case .unknownWord(let word, let known):
            nearest(to: word, among: known).map {
                Correction(word, meant: $0, isSure: soleNear(to: word, among: known) != nil)
            }
        default: nil
        }
    }

    private static func list(_ words: [String]) -> String {
        "known are " + words.map { "'\($0)'" }.joined(separator: ", ")
    }
}

extension JSONNode {
    /// What a node is, for messages: `the number 5`, `a list`.
    var kind: String {
        switch value {
        case .object: "an object"
        case .array: "a list"
        case .string(let text): "the string \"\(text.clipped)\""
        case .number(let number): "the number \(number.text.clipped)"
        case .bool(let truth): "\(truth)"
        case .null: "null"
        }
    }
}
