import CellGrid
import Courseware
import Localization

/// The sliders of a scene as lines of text: of each its name and value, and below where between its ends it stands.
///
///     ▸ The server closes after: 50 ms
///       0 s ├────●──────────┤ 300 ms
struct SliderLines {
    let appearance: Appearance
    let columns: Int

    /// The lines of all sliders; the pointer is on that of `row`.
    func lines(_ player: PlayerScreen, row: Int) -> [RichLine] {
        zip(player.sliders, player.sliderPlaces).enumerated().flatMap { index, pair in
            lines(pair.0, at: pair.1, isChosen: index == row)
        }
    }

    /// One slider and its value: `The server closes after: 50 ms`.
    func sentence(_ slider: Slider, at place: Int) -> String {
        appearance.text(slider.name) + appearance.say(": ", "：") + appearance.text(slider.values[place])
    }

    private func lines(_ slider: Slider, at place: Int, isChosen: Bool) -> [RichLine] {
        let glyphs = appearance.glyphs
        let mark = isChosen ? String(glyphs.pointer) : " "
        let colon = appearance.say(": ", "：")
        let value = appearance.text(slider.values[place])
        let room = columns - 2 - value.cellWidth - colon.cellWidth
        let name = truncated(appearance.text(slider.name), columns: max(room, 4), ellipsis: glyphs.ellipsis)
        let head = RichLine([
            RichRun("\(mark) ", isChosen ? .heading : .plain),
            RichRun(name + colon, isChosen ? .heading : .plain),
            RichRun(value, isChosen ? .selected : .emphasis),
        ])
        return [head, track(slider, at: place)]
    }

    private func track(_ slider: Slider, at place: Int) -> RichLine {
        let glyphs = appearance.glyphs
        let first = appearance.text(slider.values[0])
        let last = appearance.text(slider.values[slider.values.count - 1])
        let length = min(columns - first.cellWidth - last.cellWidth - 6, 4 * slider.values.count)
        guard length >= slider.values.count else { return RichLine([RichRun("  ", .plain)]) }
        var cells = [Character](repeating: glyphs.horizontal, count: length)
        cells[place * (length - 1) / (slider.values.count - 1)] = glyphs.knob
        return RichLine([
            RichRun("  \(first) ", .dimmed), RichRun("\(glyphs.teeLeft)\(String(cells))\(glyphs.teeRight)", .track),
            RichRun(" \(last)", .dimmed),
        ])
    }
}
