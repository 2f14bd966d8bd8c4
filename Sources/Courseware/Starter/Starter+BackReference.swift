public import LocatedJSON

extension Starter {
    /// A lesson's file with the quiz that belongs to it named at its end; everything else stays byte for byte.
    ///
    /// - Parameters:
    ///   - quiz: The id of the quiz.
    ///   - file: A lesson without faults.
    /// - Returns: `nil` when the lesson names a quiz already, or cannot be read.
    public static func naming(quiz: String, in file: SourceFile) -> SourceFile? {
        guard let node = try? JSONNode(parsing: file.bytes), let members = node.members, node["quiz"] == nil,
            let last = members.last?.value.place
        else { return nil }
        let end = last.offset + last.length
        guard file.bytes.indices.contains(end) else { return nil }
        var named = file
        named.bytes.insert(contentsOf: Array(",\n  \"quiz\": \(quoted(quiz))".utf8), at: end)
        return named
    }
}
