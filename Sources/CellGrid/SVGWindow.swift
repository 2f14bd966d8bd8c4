/// A standalone SVG document of a window with something in it.
struct SVGWindow {
    /// Of what is in it, in cells.
    let size: Size
    let palette: SVGPalette

    /// The document.
    ///
    /// - Parameters:
    ///   - title: What readers of the picture hear.
    ///   - style: Rules for the style sheet.
    ///   - elements: What stands in the window, in sixteenths of a cell's width from its top left corner.
    /// - Returns: The text of the document.
    func document(title: String, style: String, elements: [String]) -> String {
        let width = size.columns * SVGShape.cellWidth, height = size.rows * SVGShape.cellHeight
        let margin = 24
        let box = "x=\"1\" y=\"1\" width=\"\(width + 2 * margin - 2)\" height=\"\(height + 2 * margin - 2)\" rx=\"14\""
        let lines =
            [
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width + 2 * margin) \(height + 2 * margin)" \
                width="\(size.columns * 10 + 30)" height="\(size.rows * 20 + 30)" role="img">
                <title>\(title.sanitized.escapedForXML)</title>
                <style>
                \(style)
                </style>
                <rect \(box) fill="\(palette.background.hexadecimal)" stroke="\(palette.rim.hexadecimal)" stroke-width="2"/>
                <g transform="translate(\(margin) \(margin))">
                """
            ] + elements + ["</g>", "</svg>", ""]
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// The text as it may stand in XML's character data and attributes.
    var escapedForXML: String {
        var escaped = ""
        for character in unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
