public import Localization

/// What a file holds, or why that is not known.
public struct FileReading: Equatable, Sendable {
    /// What was found where the file should be.
    public enum Content: Equatable, Sendable {
        /// Its bytes, whatever they are.
        case bytes([UInt8])
        /// Nothing.
        case missing
        /// Something that cannot be read; the sentence says why and names the path.
        case unreadable(LocalizedText)
    }

    /// Where it is, as the program asked for it.
    public var path: String
    /// What it holds.
    public var content: Content

    /// What the file at `path` holds.
    public init(path: String, content: Content) {
        self.path = path
        self.content = content
    }
}
