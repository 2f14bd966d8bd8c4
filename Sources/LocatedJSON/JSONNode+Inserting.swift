extension JSONNode {
    /// The change that puts a string member into this object, set off as its neighbours are.
    ///
    ///     { "id": "x", "title": "X" }  →  { "id": "x", "title": "X", "lesson": "y" }
    ///
    /// - Parameters:
    ///   - key: The key of the new member, which the object should not have.
    ///   - text: Its value.
    ///   - neighbour: The key after which it comes; `nil` to come first.
    ///   - source: The text that this object was read from.
    /// - Returns: `nil` when this is no object that was read from there, or has no such neighbour.
    public func inserting(_ key: String, _ text: String, after neighbour: String?, in source: [UInt8]) -> Fix? {
        let new = "\"\(Self.escaped(key))\": \"\(Self.escaped(text))\""
        guard let members else { return nil }
        guard let neighbour else {
            guard let first = members.first else { return nil }
            let start = first.keyPlace.offset
            return Self.space(before: start, in: source).map { Fix(start..<start, replacement: "\(new),\($0)") }
        }
        guard let member = members.first(where: { $0.key == neighbour }) else { return nil }
        let end = member.value.place.offset + member.value.place.length
        guard end <= source.count else { return nil }
        return Self.space(before: member.keyPlace.offset, in: source).map {
            Fix(end..<end, replacement: ",\($0)\(new)")
        }
    }

    /// The white space that ends at an offset.
    private static func space(before offset: Int, in source: [UInt8]) -> String? {
        guard (0...source.count).contains(offset) else { return nil }
        let space = source[..<offset].suffix(while: { [0x20, 0x09, 0x0A, 0x0D].contains($0) })
        return String(decoding: space, as: UTF8.self)
    }
}

extension ArraySlice {
    /// The longest end of it whose elements all pass.
    fileprivate func suffix(while passes: (Element) -> Bool) -> ArraySlice {
        var start = endIndex
        while start > startIndex, passes(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
