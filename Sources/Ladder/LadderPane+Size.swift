public import CellGrid

extension LadderPane {
    /// The size at which nothing of the ladder is out of sight, at least so many columns wide.
    ///
    /// Names stand in boxes on top where the ladder is long enough for it to look well.
    public func wholeSize(columns: Int) -> Size {
        let layout = layout(columns: columns)
        let width = max(columns, layout.width)
        let forms: [LadderHeader.Form] = [.boxes, .addresses, .names]
        let heights = forms.map { form in
            LadderHeader(timeline, lifelines: layout.lifelines, settings: settings, form: form).rows + layout.rows
        }
        let fitting = heights.first { rows in
            header(layout.lifelines, in: Rect(column: 0, row: 0, columns: width, rows: rows)).rows + layout.rows <= rows
        }
        return Size(columns: width, rows: fitting ?? layout.rows)
    }
}
