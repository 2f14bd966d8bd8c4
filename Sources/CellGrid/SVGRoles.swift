/// Which roles a picture draws in, and the rules that colour them.
struct SVGRoles {
    /// Roles of characters and lines.
    var fronts: Set<Role> = []
    /// Roles of what is behind them.
    var backs: Set<Role> = []

    /// Adds those of a part of the picture.
    mutating func formUnion(_ other: SVGRoles) {
        fronts.formUnion(other.fronts)
        backs.formUnion(other.backs)
    }

    /// The style sheet, a rule a line.
    func styleSheet(theme: Theme, palette: SVGPalette) -> String {
        var rules = [
            """
            text{fill:currentColor;font-size:26.6px;font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,\
            "Noto Sans Mono CJK SC","PingFang SC","Microsoft YaHei",monospace}
            """,
            ".wide{letter-spacing:5.4px}",
            ".fill{fill:currentColor}",
            ".line{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:square}",
            ".heavy{stroke-width:4}",
            ".dot{stroke-width:4.4;stroke-linecap:round}",
        ]
        for role in Role.allCases {
            let style = theme.style(of: role, at: .trueColor)
            let colors = palette.colors(of: style)
            if fronts.contains(role) {
                let weight = style.attributes.contains(.bold) ? ";font-weight:bold" : ""
                rules.append(".\(role){color:\(colors.foreground.hexadecimal)\(weight)}")
            }
            if backs.contains(role), let background = colors.background {
                rules.append(".\(role)-back{color:\(background.hexadecimal)}")
            }
        }
        return rules.joined(separator: "\n")
    }
}
