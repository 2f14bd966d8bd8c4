/// One character cell: what stands in it and what it is.
///
/// A wide character (Chinese, most emoji) takes two cells: the first holds the character, the second is its
/// ``tail(_:)`` and prints nothing.
public struct Cell: Hashable, Sendable {
    /// The character, with combining marks; empty for the second cell of a wide one.
    public var text: String
    /// What the cell is.
    public var role: Role
    /// How many cells the character takes: 1, 2, or 0 for the second cell of a wide one.
    public var width: UInt8

    /// A cell with a character that is one cell wide.
    ///
    /// - Precondition: `character` is one cell wide; ``Grid/write(_:column:row:role:within:)`` takes any text.
    public init(_ character: Character, _ role: Role = .plain) {
        text = String(character)
        self.role = role
        width = 1
    }

    init(text: String, role: Role, width: UInt8) {
        self.text = text
        self.role = role
        self.width = width
    }

    /// The second cell of a wide character.
    static func tail(_ role: Role) -> Cell { Cell(text: "", role: role, width: 0) }

    /// An empty cell.
    public static let blank = Cell(" ")
}
