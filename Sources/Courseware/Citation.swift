/// A source, in one of the forms that docs/lesson-format.md lists:
///
///     RFC 9293 §3.5                   document and section
///     RFC 826 (Packet Generation)     a document without numbered sections, and the part's title
///     listen(2)                       a manual page
///     Linux tcp_syn_retries           a kernel setting or file
///     measured: Linux 6.18            seen, and on what
///     https://root-servers.org        an address
///
/// Any of them may end with a remark in brackets: `RFC 8446 §4.1.2 (now RFC 9846)`.
public struct Citation: Hashable, Sendable {
    public var text: String

    /// A source as it is written; ``isWellFormed`` tells whether it has one of the forms.
    public init(_ text: String) { self.text = text }

    /// Whether it has one of the forms.
    public var isWellFormed: Bool {
        let (source, remark) = Self.split(text)
        guard remark?.allSatisfy(\.isWhitespace) != true else { return false }
        if let rest = source.dropping("RFC ") { return Self.isRFC(rest, hasRemark: remark != nil) }
        if let rest = source.dropping("Linux ") { return Self.isName(rest) }
        if let rest = source.dropping("measured: ") { return Self.isName(rest) }
        if let rest = source.dropping("https://") { return Self.isAddress(rest) }
        return remark == nil ? Self.isManualPage(text[...]) : Self.isManualPage(source)
    }

    /// The text without its remark, and the remark without its brackets.
    private static func split(_ text: String) -> (source: Substring, remark: Substring?) {
        guard text.last == ")", let space = text.firstIndex(of: " ", followedBy: "(") else { return (text[...], nil) }
        let open = text.index(after: space)
        return (text[..<space], text[text.index(after: open)...].dropLast())
    }

    /// `9293 §3.5`, or `826` when a remark says which part.
    private static func isRFC(_ text: Substring, hasRemark: Bool) -> Bool {
        let number = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...5).contains(number.count), number.first != "0" else { return false }
        guard let section = text[number.endIndex...].dropping(" §") else {
            return hasRemark && number.count == text.count
        }
        let parts = section.split(separator: ".", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.count <= 4 && part.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
        }
    }

    /// `listen(2)`, `resolv.conf(5)`, `openssl-s_client(1ssl)`.
    private static func isManualPage(_ text: Substring) -> Bool {
        guard let open = text.firstIndex(of: "("), text.last == ")" else { return false }
        let name = text[..<open], section = text[text.index(after: open)...].dropLast()
        guard let digit = section.first, ("1"..."9").contains(digit) else { return false }
        return !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-+:".contains($0)) }
            && section.dropFirst().allSatisfy { $0.isASCII && $0.isLowercase }
    }

    private static func isName(_ text: Substring) -> Bool { text.first.map { !$0.isWhitespace } ?? false }

    private static func isAddress(_ text: Substring) -> Bool {
        let host = text.prefix { $0 != "/" }
        return host.contains(".") && host.first != "." && host.last != "." && !text.contains(where: \.isWhitespace)
    }
}

extension StringProtocol {
    /// What follows `prefix`; `nil` when the text does not begin with it.
    fileprivate func dropping(_ prefix: String) -> SubSequence? {
        starts(with: prefix) ? dropFirst(prefix.count) : nil
    }

    /// The first place of `first` that has `second` right after it.
    fileprivate func firstIndex(of first: Character, followedBy second: Character) -> Index? {
        indices.first { self[$0] == first && self[index(after: $0)...].first == second }
    }
}
