/// A change to a file that does away with a fault: some of its bytes give way to others.
public struct Fix: Hashable, Sendable {
    /// The bytes that go, 0-based; none where something is only put in.
    public var range: Range<Int>
    /// What stands there instead, as it is written in the file.
    public var replacement: String

    /// A change; see the properties.
    public init(_ range: Range<Int>, replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}

/// A word that was meant to be another one.
public struct Correction: Hashable, Sendable {
    /// The word that is there.
    public var wrong: String
    /// The word that was probably meant.
    public var right: String
    /// Whether nothing else can have been meant, so that a program may change it.
    public var isSure: Bool

    /// A word and the one that was meant; see the properties.
    public init(_ wrong: String, meant right: String, isSure: Bool) {
        self.wrong = wrong
        self.right = right
        self.isSure = isSure
    }

    /// The change that puts the right word in, if the wrong one stands just once within a place of this text.
    ///
    /// A word that was written with escapes is not found, and left to its author.
    func fix(at place: Place, in source: [UInt8]) -> Fix? {
        guard isSure, !wrong.isEmpty, place.offset >= 0, place.length <= source.count - place.offset else { return nil }
        let word = Array(wrong.utf8)
        var found: Int?
        var offset = place.offset
        let end = place.offset + place.length
        while offset + word.count <= end {
            if source[offset] == word[0], source[offset..<offset + word.count].elementsEqual(word) {
                guard found == nil else { return nil }
                found = offset
                offset += word.count
            } else {
                offset += 1
            }
        }
        return found.map { Fix($0..<$0 + word.count, replacement: JSONNode.escaped(right)) }
    }
}

extension SourceFile {
    /// The file after these fixes; those that touch bytes which an earlier one changes are left out.
    public func applying(_ fixes: [Fix]) -> SourceFile {
        var file = SourceFile(name, [])
        var done = 0
        for fix in SourceFile.compatible(fixes) where fix.range.upperBound <= bytes.count {
            file.bytes += bytes[done..<fix.range.lowerBound]
            file.bytes += fix.replacement.utf8
            done = fix.range.upperBound
        }
        file.bytes += bytes[done...]
        return file
    }

    /// Those of the fixes that can be made together, in order of their places.
    ///
    /// Of two that touch each other the one that begins earlier is kept, or else the one that is listed first.
    public static func compatible(_ fixes: [Fix]) -> [Fix] {
        var kept: [Fix] = []
        let order = fixes.indices.sorted { (fixes[$0].range.lowerBound, $0) < (fixes[$1].range.lowerBound, $1) }
        for fix in order.map({ fixes[$0] }) where fix.range.lowerBound >= 0 {
            if let last = kept.last, fix.range.lowerBound <= last.range.upperBound { continue }
            kept.append(fix)
        }
        return kept
    }
}
