/// The bytes of a file and the name that diagnostics call it by.
///
/// Whoever makes one has already read the file.
public struct SourceFile: Hashable, Sendable {
    /// The path as the person gave it: `lessons/dns.json`.
    public var name: String
    /// What it holds; UTF-8 if all is well.
    public var bytes: [UInt8]

    /// A file of this name with these bytes.
    public init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// A file of this name with this text, for tests and templates.
    public init(_ name: String, text: String) { self.init(name, Array(text.utf8)) }

    /// The last part of the name without its extension: `dns` for `lessons/dns.json`.
    public var stem: String {
        var name = name
        return name.withUTF8 { path in
            let slash = UInt8(ascii: "/")
            let end = path.lastIndex { $0 != slash }.map { $0 + 1 } ?? path.endIndex
            let start = path[..<end].lastIndex(of: slash).map { $0 + 1 } ?? path.startIndex
            let base = path[start..<end]
            guard let dot = base.lastIndex(of: UInt8(ascii: ".")), dot != start else {
                return String(decoding: base, as: UTF8.self)
            }
            return String(decoding: base[..<dot], as: UTF8.self)
        }
    }
}
