extension Key {
    private static let names: [String: Key] = [
        "Space": .character(" "), "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end,
        "PgUp": .pageUp, "PgDn": .pageDown, "Enter": .enter, "Esc": .escape, "Tab": .tab, "S-Tab": .backTab,
        "Bksp": .backspace, "Del": .delete,
    ]

    /// The key with this name, as the help writes it in ASCII: `x`, `Space`, `Right`, `S-Tab`, `^L`.
    ///
    /// - Parameter name: The name; `nil` comes back for what is none.
    public init?(named name: String) {
        if let key = Self.names[name] {
            self = key
        } else if name.count == 2, name.first == "^", let letter = name.last, letter.isASCII, letter.isLetter {
            self = .control(Character(letter.lowercased()))
        } else if name.count == 1, let character = name.first, !character.isWhitespace {
            self = .character(character)
        } else {
            return nil
        }
    }
}
