public import CellGrid

/// What is known about the terminal and what was asked for: everything that ``TerminalChoice`` decides from.
public struct TerminalTraits: Sendable {
    /// What the terminal database says about one terminal type.
    public struct Description: Hashable, Sendable {
        /// Number of colours; 0 for none.
        public var colors: Int
        /// Colours are given as red, green and blue.
        public var isDirectColor: Bool
        /// The cursor can be placed.
        public var isAddressable: Bool
        /// The mouse is described.
        public var hasMouse: Bool

        /// A description; see the properties.
        public init(colors: Int, isDirectColor: Bool = false, isAddressable: Bool = true, hasMouse: Bool = false) {
            self.colors = colors
            self.isDirectColor = isDirectColor
            self.isAddressable = isAddressable
            self.hasMouse = hasMouse
        }
    }

    /// What the command line says.
    public struct Options: Hashable, Sendable {
        /// `--ascii`, `--utf8`, or neither.
        public var encoding: Encoding?
        /// `--color`.
        public var color: ColorOption
        /// `--ambiguous`.
        public var ambiguous: AmbiguousWidth?
        /// `--reduced-motion`.
        public var reducedMotion: Bool

        /// What the command line says; see the properties.
        public init(
            encoding: Encoding? = nil, color: ColorOption = .auto, ambiguous: AmbiguousWidth? = nil,
            reducedMotion: Bool = false
        ) {
            self.encoding = encoding
            self.color = color
            self.ambiguous = ambiguous
            self.reducedMotion = reducedMotion
        }
    }

    /// What bytes a terminal takes characters from.
    public enum Encoding: String, CaseIterable, Hashable, Sendable { case utf8, ascii }

    /// What `--color` says.
    public enum ColorOption: String, CaseIterable, Hashable, Sendable {
        case auto, never
        case eight = "8"
        case palette = "256"
        case trueColor = "truecolor"

        /// The depth asked for; `nil` when it is left to the program.
        public var depth: ColorDepth? {
            switch self {
            case .auto: nil
            case .never: .monochrome
            case .eight: .ansi8
            case .palette: .indexed256
            case .trueColor: .trueColor
            }
        }

        /// The depth asked for, or `usual`.
        public func depth(default usual: ColorDepth) -> ColorDepth { depth ?? usual }
    }

    /// How wide the terminal draws the characters whose width the Unicode Standard leaves open (UAX 11, class A).
    public enum AmbiguousWidth: String, CaseIterable, Hashable, Sendable { case narrow, wide }

    /// The variables that matter.
    public var environment: Environment
    /// What the command line says.
    public var options: Options
    /// Whether standard output is a terminal.
    public var writesToTerminal: Bool
    /// Whether the system has a locale in which characters are UTF-8.
    public var hasUTF8Locale: Bool
    /// Looks a terminal type up; `nil` when it is not described.
    public var describe: @Sendable (_ term: String) -> Description?

    /// Everything that is known; see the properties.
    public init(
        environment: Environment, options: Options = Options(), writesToTerminal: Bool, hasUTF8Locale: Bool,
        describe: @escaping @Sendable (_ term: String) -> Description?
    ) {
        self.environment = environment
        self.options = options
        self.writesToTerminal = writesToTerminal
        self.hasUTF8Locale = hasUTF8Locale
        self.describe = describe
    }
}
