import CellGrid
import Localization
import LocatedJSON

/// What of a document finds no room on the smallest screen that the program promises, 80×24.
///
/// All are warnings: the text can still be reached, by panning or scrolling or in the plain form.
enum FitFault: LocatedJSON.Fault {
    /// The ladder is wider than the screen; the text that takes most of it, and the cells that it takes.
    case wideLadder(needs: Int, has: Int, widest: String, cells: Int, Language)
    /// A participant's name does not fit above its lifeline.
    case cutName(String, Language)
    /// The title of a section is longer than the ladder is wide.
    case cutPhase(cells: Int, has: Int, Language)
    /// A title does not fit into the bar at the top.
    case cutTitle(cells: Int, has: Int, Language)
    /// What is said at a step must be scrolled.
    case tallNarration(rows: Int, has: Int, Language)
    /// A question and what there is to choose cannot be seen together.
    case tallQuestion(rows: Int, has: Int, Language)
    /// A picture beside the ladder has something cut.
    case cutPicture(needs: Size, has: Size, Language)
    /// A challenge and its hint cannot be seen together.
    case tallHint(rows: Int, has: Int, Language)

    var severity: Diagnostic.Severity { .warning }

    var message: String {
        switch self {
        case .wideLadder(let needs, let has, let widest, let cells, let language):
            "at 80×24 the ladder needs \(needs) columns in '\(language.rawValue)' and has \(has); shorten its widest text, "
                + "'\(widest)' with \(cells) cells, or take fewer participants"
        case .cutName(let name, let language):
            "at 80×24 the name '\(name)' ('\(language.rawValue)') does not fit above its lifeline; shorten it"
        case .cutPhase(let cells, let has, let language):
            "at 80×24 the title takes \(cells) cells of at most \(has) in '\(language.rawValue)'; shorten it"
        case .cutTitle(let cells, let has, let language):
            "at 80×24 the bar at the top has \(has) cells for the title, which takes \(cells) in '\(language.rawValue)'; "
                + "shorten it"
        case .tallNarration(let rows, let has, let language):
            "at 80×24 the text takes \(rows) rows of \(has) in '\(language.rawValue)'; shorten it, or make it two steps"
        case .tallQuestion(let rows, let has, let language):
            "at 80×24 the question and its answers take \(rows) rows of \(has) in '\(language.rawValue)'; shorten them"
        case .cutPicture(let needs, let has, let language):
            "at 80×24 the picture needs \(needs.columns) columns and \(needs.rows) rows in '\(language.rawValue)' and has "
                + "\(has.columns) and \(has.rows); shorten its names"
        case .tallHint(let rows, let has, let language):
            "at 80×24 the task and its hint take \(rows) rows of \(has) in '\(language.rawValue)'; shorten them"
        }
    }
}
