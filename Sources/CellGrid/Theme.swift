/// Which look each role has, for every depth of colour.
///
/// Made to be read on light and dark backgrounds alike, since a program cannot know which it has: a colour without a
/// background of its own has a luminance near 0.18, which gives at least 4:1 against both black and white (WCAG 2.2,
/// §1.4.3). Of the eight ANSI colours only red and magenta come near that, so others appear in pairs, never alone.
/// Black in such a pair is not bold: many terminals would make it grey.
public struct Theme: Hashable, Sendable {
    private let styles: [[Style]]  // [depth][role]

    /// The theme of netarium.
    public static let standard = Theme(look: Look.standard)

    init(look: (Role) -> Look) {
        styles = ColorDepth.allCases.map { depth in Role.allCases.map { look($0).style(at: depth) } }
    }

    /// The look of a role.
    public func style(of role: Role, at depth: ColorDepth) -> Style {
        let row =
            switch depth {
            case .monochrome: 0
            case .ansi8: 1
            case .indexed256: 2
            case .trueColor: 3
            }
        return styles[row][Int(role.rawValue)]
    }
}

/// The look of one role at every depth; that for 256 colours follows from the true colours.
struct Look {
    /// The true colours: the character's, and that behind it.
    var color, background: RGB?
    /// Attributes that go with the true colours.
    var attributes: Style.Attributes
    var ansi8: Style
    var monochrome: Style.Attributes

    init(
        _ color: RGB? = nil, on background: RGB? = nil, _ attributes: Style.Attributes = [], ansi8: Style = .plain,
        monochrome: Style.Attributes = []
    ) {
        self.color = color
        self.background = background
        self.attributes = attributes
        self.ansi8 = ansi8
        self.monochrome = monochrome
    }

    func style(at depth: ColorDepth) -> Style {
        switch depth {
        case .monochrome: Style(monochrome)
        case .ansi8: ansi8
        case .indexed256:
            Style(color.map { .indexed($0.nearestIndex) }, on: background.map { .indexed($0.nearestIndex) }, attributes)
        case .trueColor: Style(color.map(Color.rgb), on: background.map(Color.rgb), attributes)
        }
    }
}
