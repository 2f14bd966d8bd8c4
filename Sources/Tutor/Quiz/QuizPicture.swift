import CellGrid
import Courseware
import Ladder
import Study
import Timelines

/// The ladder that goes with a question.
struct QuizPicture {
    var scene: Scene
    var moment: Moment
    /// The event that the learner points at, or that answers.
    var cursor: Int?
    /// Whether the question cannot be answered without it.
    var isNeeded: Bool

    /// The ladder of a question that is open, or has been answered.
    init?(of question: PosedQuestion, _ open: OpenQuestion?) {
        if case .point(let point) = question.form {
            scene = point.scene
            moment = point.scene.timeline.finish
            cursor = open?.pointedEvent ?? point.right.min()
            isNeeded = true
            return
        }
        guard let picture = question.picture else { return nil }
        scene = picture.scene
        moment = picture.moment
        isNeeded = picture.isNeeded
        // What was to be predicted is seen once it is answered.
        guard isNeeded, open == nil, scene.timeline.events.indices.contains(moment.happened) else { return }
        let timeline = scene.timeline, event = moment.happened
        let end = timeline.message(of: event).map { timeline.messages[$0].end } ?? timeline.events[event].instant
        moment = timeline.moment(at: end)
        cursor = event
    }

    /// The ladder to be drawn.
    func pane(_ settings: LadderSettings) -> LadderPane {
        LadderPane(
            scene.timeline, at: moment, settings: complete(settings), showsFuture: false, cursor: cursor)
    }

    /// What is asked about follows from numbers, which must not be left out where there is little room.
    private func complete(_ settings: LadderSettings) -> LadderSettings {
        var settings = settings
        if isNeeded { settings.fieldsKept = Self.fieldsKept }
        return settings
    }

    /// What numbers follow from: those of segments, and which question an answer belongs to.
    private static let fieldsKept: Set = ["seq", "ack", "len", "id"]
}

/// Where the words of a question and its ladder stand.
///
///     wide:  words │ ladder        narrow, if it is needed:  words
///                                                            ──────
///                                                            ladder
struct QuizLayout: Equatable {
    var text: Rect
    /// Empty when there is no ladder, or no room for one that can be done without.
    var picture: Rect
    /// The row of the rule between words and ladder, when one stands above the other.
    var rule: Int?

    init(_ size: Size, _ picture: QuizPicture?, isAnswered: Bool, settings: LadderSettings) {
        let body = Rect(size).inset(left: 2, top: 3, right: 2, bottom: 2)
        let isWide = size.columns >= 100
        if let picture, isWide, !picture.isNeeded || Self.fits(picture, columns: body.columns / 2, settings) {
            let (left, right) = body.split(left: body.columns / 2)
            (text, self.picture) = (left.inset(right: 2), right)
        } else if let picture, picture.isNeeded {
            let rows = isAnswered ? body.rows * 3 / 5 : max(body.rows * 2 / 5, 8)
            let (upper, lower) = body.split(top: rows)
            rule = lower.row
            (text, self.picture) = (upper, lower.inset(top: 1))
        } else {
            text = body.split(left: min(body.columns, 92)).left
            self.picture = body.split(left: body.columns).rest
        }
    }

    private static func fits(_ picture: QuizPicture, columns: Int, _ settings: LadderSettings) -> Bool {
        CompactLayout.comfortableWidth(picture.scene.timeline, settings) <= columns
    }
}
