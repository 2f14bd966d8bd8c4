import CellGrid

/// A picture at a moment, ready to be drawn into whatever room there is.
protocol PictureDrawing {
    /// Rows without which it says nothing.
    var minimumRows: Int { get }
    /// Rows with which it is easy to read, where there is room for more than one.
    var usualRows: Int { get }
    /// Rows beyond which it does not get any better.
    var preferredRows: Int { get }
    /// Cells without which something is cut, at this moment.
    var minimumColumns: Int { get }
    /// What it shows, in words; `nil` before there is anything.
    var sentence: String? { get }
    /// The same in parts, of which only those are told that are new; empty when it is told as a whole.
    var facts: [String] { get }
    /// The sentence that says only these of its facts.
    func sentence(of facts: [String]) -> String
    /// Draws it into an area.
    func draw(into grid: inout Grid, in area: Rect)
}

extension PictureDrawing {
    var facts: [String] { [] }
    func sentence(of facts: [String]) -> String { "" }
}
