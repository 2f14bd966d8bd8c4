import CellGrid
import Courseware
import Ladder
import Timelines

/// Which part of the screen shows what, while a lesson is played.
///
///     wide:  title                      narrow:  title
///            ladder        │ text                ladder
///                          │ gauges              ───────────────
///            time bar                            text   │ gauges
///            keys                                time bar
///                                                keys
struct PlayerLayout: Equatable {
    var size: Size
    /// Whether the text stands beside the ladder rather than below.
    var isBeside: Bool
    /// Names and ladder together.
    var ladder: Rect
    var text: Rect
    var gauges: Rect
    /// Rows of the title, its rule, and the three below: rule, time bar, keys.
    static let top = 2, bottom = 3

    init(size: Size, player: PlayerScreen, appearance: Appearance) {
        self.size = size
        let body = Rect(size).inset(top: Self.top, bottom: Self.bottom)
        let panel = min(max(size.columns / 3, 34), 56)
        let timeline = player.timeline
        // Only a wide screen can have room beside the ladder, and to measure that takes a while.
        var wanted: Int {
            player.comparedScene == nil && !player.comparesClean
                ? CompactLayout.comfortableWidth(timeline, appearance.ladder) + (player.isTrueTime ? 12 : 0) : 76
        }
        let hasPictures = player.scene.pictures.contains { $0.isDrawable(in: timeline) }
        let hasGauges = hasPictures || timeline.hasGauges
        let beside = size.columns - panel - 2
        isBeside =
            size.columns >= 96 && beside >= wanted
            && CompactLayout.showsSpotlights(of: player.timeline, columns: beside, asWellAs: 80, appearance.ladder)
        if isBeside {
            let (left, right) = body.split(left: body.columns - panel - 1)
            ladder = left
            let side = right.inset(left: 2, right: 1)
            let gaugeRows = hasPictures ? side.rows / 2 : hasGauges ? side.rows * 2 / 5 : 0
            (text, gauges) = side.split(top: side.rows - gaugeRows)
            if hasGauges { gauges = gauges.inset(top: 1) }
        } else {
            let rows = min(max(body.rows * 2 / 5, 6), 14)
            let (upper, lower) = body.split(top: body.rows - rows - 1)
            ladder = upper
            let below = lower.inset(left: 1, top: 1, right: 1)
            let gaugeColumns = hasGauges ? below.columns * 9 / 20 : 0
            (text, gauges) = below.split(left: below.columns - gaugeColumns)
            if hasGauges {
                text = text.inset(right: 1)
                gauges = gauges.inset(left: 2)
            }
        }
    }

    /// The time bar's line, without its ends.
    var timeBar: Range<Int> { 3..<max(size.columns - 3, 3) }
    var timeBarRow: Int { size.rows - 2 }
}
