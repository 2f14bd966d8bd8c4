import CellGrid

/// The bar of keys below every screen: as many bindings as fit, whole.
///
///      ↑ choose  ⏎ open  q quiz  / find  l 中文  ? help
struct KeyBar {
    let map: KeyMap
    let appearance: Appearance

    func draw(into grid: inout Grid, row: Int) {
        grid.fill(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1), with: Cell(" ", .bar))
        var column = 1
        for item in fitting(grid.size.columns - 1) {
            column = grid.write(item.key, column: column, row: row, role: .key)
            column = grid.write(" " + item.text, column: column, row: row, role: .bar) + 2
        }
    }

    private typealias Item = (key: String, text: String, isEssential: Bool)

    /// The keys for help, for the language and for leaving are always there; the others from the first on as there is room.
    private func fitting(_ columns: Int) -> [Item] {
        let isASCII = appearance.charset != .unicode
        let items = map.bindings.compactMap { binding -> Item? in
            guard let short = binding.short, let key = binding.keys.first else { return nil }
            let isLanguage = binding.action == .switchLanguage
            let text = isLanguage && !appearance.canShowChinese ? "Chinese" : appearance.text(short)
            return (key.label(isASCII: isASCII), text, [.help, .quit].contains(binding.action) || isLanguage)
        }
        func width(_ item: Item) -> Int { item.key.cellWidth + 1 + item.text.cellWidth + 2 }
        var left = columns - items.filter(\.isEssential).reduce(0) { $0 + width($1) }
        return items.filter { item in
            if item.isEssential { return true }
            guard width(item) <= left else { return false }
            left -= width(item)
            return true
        }
    }
}
