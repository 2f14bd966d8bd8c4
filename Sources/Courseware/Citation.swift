/// A source, in one of the forms that docs/authoring.md lists.
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
    /// The citation as it is written.
    public var text: String

    /// A source as it is written; ``isWellFormed`` tells whether it has one of the forms.
    public init(_ text: String) { self.text = text }

    /// Whether it has one of the forms.
    public var isWellFormed: Bool {
        let (source, remark) = Self.split(text)
        guard remark?.allSatisfy(\.isWhitespace) != true else { return false }
        if let rest = source.dropping("RFC ") { return Self.isRFC(rest.utf8, hasRemark: remark != nil) }
        if let rest = source.dropping("Linux ") { return Self.isName(rest) }
        if let rest = source.dropping("measured: ") { return Self.isName(rest) }
        if let rest = source.dropping("https://") { return Self.isAddress(rest) }
        return remark == nil ? Self.isManualPage(text[...]) : Self.isManualPage(source)
    }

    /// The text without its remark, and the remark without its brackets.
    private static func split(_ text: String) -> (source: Substring, remark: Substring?) {
        let bytes = text.utf8
        guard bytes.last == UInt8(ascii: ")"),
            let space = bytes.indices.first(where: {
                bytes[$0...].starts(with: [UInt8(ascii: " "), UInt8(ascii: "(")])
            })
        else { return (text[...], nil) }
        return (text[..<space], text[bytes.index(space, offsetBy: 2)...].dropLast())
    }

    /// `9293 §3.5`, or `826` when a remark says which part.
    private static func isRFC(_ text: Substring.UTF8View, hasRemark: Bool) -> Bool {
        let number = text.prefix(while: isDigit)
        guard (1...5).contains(number.count), number.first != UInt8(ascii: "0") else { return false }
        let rest = text[number.endIndex...]
        guard !rest.isEmpty else { return hasRemark }
        let sign = " §".utf8
        guard rest.starts(with: sign) else { return false }
        let parts = rest.dropFirst(sign.count).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            (1...4).contains(part.count) && part.allSatisfy { isDigit($0) || isCapital($0) }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

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
        guard utf8.starts(with: prefix.utf8) else { return nil }
        return self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...]
    }
}
