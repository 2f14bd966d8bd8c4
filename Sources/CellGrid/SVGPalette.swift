/// The background of an SVG picture, and how a theme's colours are fitted to it.
public struct SVGPalette: Hashable, Sendable {
    let background: RGB
    let foreground: RGB
    /// The rim of the window.
    let rim: RGB
    /// Bare colours of the theme go so many per cent of the way to the foreground, to stand out from this background.
    let lift: Int

    /// Light on dark.
    public static let dark = SVGPalette(
        background: RGB(22, 24, 29), foreground: RGB(224, 226, 230), rim: RGB(58, 62, 70), lift: 45)
    /// Dark on light.
    public static let light = SVGPalette(
        background: RGB(255, 255, 255), foreground: RGB(31, 35, 40), rim: RGB(208, 215, 222), lift: 20)

    /// The character's colour, and what is behind it when that is not the window.
    func colors(of style: Style) -> (foreground: RGB, background: RGB?) {
        let behind = style.background.map(\.rgb)
        var front = style.foreground.map(\.rgb) ?? foreground
        if behind == nil, style.foreground != nil { front = front.mixed(with: foreground, percent: lift) }
        if style.attributes.contains(.dim) { front = front.mixed(with: background, percent: 40) }
        return style.attributes.contains(.reverse) ? (behind ?? background, front) : (front, behind)
    }
}

extension RGB {
    /// `#rrggbb`.
    var hexadecimal: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
