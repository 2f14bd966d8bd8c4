/// One character cell: what stands in it and what it is.
///
/// A wide character (Chinese, most emoji) takes two cells: the first holds the character, the second is its
/// ``tail(_:)`` and prints nothing. Text and width are decided together and cannot be changed apart, so a cell never
/// holds anything that is unsafe to print or wider than it says.
public struct Cell: Hashable, Sendable {
    /// The character, with combining marks; empty for the second cell of a wide one.
    public let text: String
    /// What the cell is.
    public var role: Role
    /// How many cells the character takes: 1, 2, or 0 for the second cell of a wide one.
    public let width: UInt8

    /// A cell with a character, made safe as ``Glyph/glyphs(of:)`` does; a space when nothing visible is left of it.
    ///
    /// A wide character makes a cell of width 2: ``Grid`` gives it the cell to its right as well.
    public init(_ character: Character, _ role: Role = .plain) {
        self.role = role
        if let byte = character.asciiValue, byte >= 0x20, byte < 0x7F {
            text = String(character)
            width = 1
        } else {
            let glyph = Glyph.glyphs(of: String(character)).first ?? .space
            text = glyph.text
            width = UInt8(glyph.width)
        }
    }

    /// A cell with a glyph.
    public init(_ glyph: Glyph, _ role: Role = .plain) {
        text = glyph.text
        self.role = role
        width = UInt8(glyph.width)
    }

    private init(tail role: Role) {
        text = ""
        self.role = role
        width = 0
    }

    /// The second cell of a wide character.
    static func tail(_ role: Role) -> Cell { Cell(tail: role) }

    /// An empty cell.
    public static let blank = Cell(" ")
}
