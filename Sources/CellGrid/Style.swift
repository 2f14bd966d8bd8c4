/// How a cell looks on a terminal of some ``ColorDepth``.
public struct Style: Hashable, Sendable {
    /// Bold, dim, underlined, reversed, or several of them.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// One bit for each.
        public let rawValue: UInt8
        /// The attributes with these bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Heavier or brighter.
        public static let bold = Attributes(rawValue: 1)
        /// Fainter.
        public static let dim = Attributes(rawValue: 2)
        /// With a line below.
        public static let underline = Attributes(rawValue: 4)
        /// Foreground and background exchanged.
        public static let reverse = Attributes(rawValue: 8)
    }

    /// The colour of the character; `nil` is the terminal's own.
    public var foreground: Color?
    /// The colour behind it; `nil` is the terminal's own.
    public var background: Color?
    /// What it has besides colours.
    public var attributes: Attributes

    /// A look; without arguments, that of ordinary text.
    public init(_ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's own colours with attributes.
    public init(_ attributes: Attributes) { self.init(nil, attributes) }

    /// The terminal's own look.
    public static let plain = Style()

    /// Whether an empty cell in this look can be told from the terminal's own background.
    public var showsOnSpaces: Bool {
        background != nil || attributes.contains(.reverse) || attributes.contains(.underline)
    }
}
