extension Grid {
    /// The grid as a picture: a standalone SVG document of a window with the text in it.
    ///
    /// Chinese and Latin stay aligned in any font because every stretch of text says where it begins and how long it is;
    /// lines, blocks, arrow heads and braille dots are shapes (``SVGShape``) that join whatever the font. A cell is 10 by
    /// 20 pixels. Readers of the picture hear `title`.
    public func svg(title: String, theme: Theme = .standard, palette: SVGPalette = .dark) -> String {
        var picture = SVGPicture(theme: theme)
        for row in 0..<size.rows { picture.add(self.row(row), row: row) }
        return SVGWindow(size: size, palette: palette).document(
            title: title, style: picture.roles.styleSheet(theme: theme, palette: palette), elements: picture.elements)
    }
}
