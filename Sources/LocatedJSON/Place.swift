/// A stretch of a source text: where it begins, as a person and as a program counts, and how long it is.
///
/// Every value of a file has one, so the numbers are kept in 32 bits each; texts are far smaller than that allows.
public struct Place: Hashable, Sendable {
    private var storedLine, storedColumn, storedOffset, storedLength: Int32

    /// The line it begins on, 1-based; lines end at `\n`.
    public var line: Int {
        get { Int(storedLine) }
        set { storedLine = Int32(clamping: newValue) }
    }

    /// The character it begins at in its line, 1-based, in Unicode scalars; a tab counts as one.
    public var column: Int {
        get { Int(storedColumn) }
        set { storedColumn = Int32(clamping: newValue) }
    }

    /// The byte it begins at, 0-based from the start of the text.
    public var offset: Int {
        get { Int(storedOffset) }
        set { storedOffset = Int32(clamping: newValue) }
    }

    /// Its length in bytes; zero for a place between two characters, such as the end of the text.
    public var length: Int {
        get { Int(storedLength) }
        set { storedLength = Int32(clamping: newValue) }
    }

    /// A stretch of text; see the properties.
    public init(line: Int, column: Int, offset: Int, length: Int) {
        storedLine = Int32(clamping: line)
        storedColumn = Int32(clamping: column)
        storedOffset = Int32(clamping: offset)
        storedLength = Int32(clamping: length)
    }

    /// Where every text begins; also the place of what was made by a program and never read.
    public static let start = Place(line: 1, column: 1, offset: 0, length: 0)

    /// Only the first byte, for pointing at the bracket that opens something long.
    var first: Place { Place(line: line, column: column, offset: offset, length: min(length, 1)) }
}
