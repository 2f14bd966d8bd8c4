import Captures
import CellGrid
import Courseware
import LocatedJSON
import Simulator

/// What a command cannot do, worded for standard error.
enum CommandProblem: Error, CustomStringConvertible {
    case unknown(String, String, among: [String])
    case unknownTrack(String, among: [String])
    case broken(String, String, file: String)
    case badMoment(String, reason: String)
    case noMoment(String, among: [String])
    case tooManySteps(Int, limit: Int)
    case longFilm(minutes: Int64, limit: Int64)
    case badLessonID(String)
    case noLessonID(String)
    case taken(String)
    case faultyDiagram
    case file(String)
    case noParticipant(String, among: [String])
    case capture(CaptureProblem)
    case captureOnTerminal
    case badFault(String, reason: FaultNotationError)
    case scriptedScene
    case noSliders
    case badSlide(String)
    case unknownSlider(String, among: [String])
    case unknownSlide(String, among: [String])
    case notSimulated(String)
    case bridge(String)
    case previewOfDirectory(String)
    case previewWithoutExtension(String)
    case badID(String, suggestion: String?)
    case wideTitle(String, cells: Int, limit: Int)
    case newFileTaken(String)
    case wouldReplace(String)
    case noProgressFile
    case noBackup(String)
    case brokenLesson(String)

    /// Whether it is about what `--fault` or `--slide` says.
    var isAboutFaults: Bool {
        switch self {
        case .badFault, .scriptedScene, .noSliders, .badSlide, .unknownSlider, .unknownSlide: true
        default: false
        }
    }

    var description: String {
        switch self {
        case .unknown(let kind, let id, let known):
            let suggestion = nearest(to: id, among: known).map { "; did you mean '\($0)'?" }
            return "there is no \(kind) '\(id.sanitized)'" + (suggestion ?? "") + " ('netarium list' names them all)"
        case .unknownTrack(let id, let known):
            let list = known.isEmpty ? "" : "; there are " + known.joined(separator: ", ").sanitized
            return "there is no track '\(id.sanitized)'"
                + (nearest(to: id, among: known).map { "; did you mean '\($0)'?" } ?? list)
        case .broken(let kind, let id, let file):
            return "the \(kind) '\(id.sanitized)' is left out, because \(file.sanitized) has an error; it stands above"
        case .badMoment(let text, let reason): return "'\(text.sanitized)' \(reason)"
        case .noMoment(let text, let known):
            let word = text.sanitized
            let hint = nearest(to: text, among: known).map { "; did you mean '\($0)'?" }
            let list = known.isEmpty ? "" : "; there are " + known.prefix(12).joined(separator: ", ").sanitized
            return "'\(word)' is not a time such as 40ms or 1.5s, nor a moment that this lesson names"
                + (hint ?? list + (known.count > 12 ? ", and others" : ""))
        case .tooManySteps(let count, let limit):
            return "this lesson has \(count) steps; a sheet holds \(limit), so render them one by one with --step"
        case .longFilm(let minutes, let limit):
            return "this lesson takes \(minutes) minutes to play; at most \(limit) are written"
        case .badLessonID(let id):
            return "--id '\(id.sanitized)' is no id; it has lower-case letters, digits and hyphens only"
        case .noLessonID(let name):
            return "'\(name.sanitized)' gives the lesson no id; name one with --id"
        case .taken(let path): return "\(path.sanitized) exists already; choose another --id, or write it with -o"
        case .faultyDiagram: return "nothing was written"
        case .noParticipant(let id, let known):
            let names = known.joined(separator: ", ").sanitized
            return "nobody in this scene is called '\(id.sanitized)'; there are \(names)"
        case .badFault(let text, let reason): return "--fault '\(text.sanitized)': \(reason.message.sanitized)"
        case .scriptedScene:
            return "this was written by hand, so nothing in it can be changed; simulated lessons take --fault"
        case .noSliders: return "this scene has no sliders; 'netarium play LESSON --plain' lists those of a scene"
        case .badSlide(let text): return "--slide '\(text.sanitized)' is not of the form SLIDER=VALUE, such as rtt=50ms"
        case .unknownSlider(let id, let known):
            return "--slide: there is no slider '\(id.sanitized)'; there are " + known.joined(separator: ", ").sanitized
        case .unknownSlide(let value, let known):
            return "--slide: '\(value.sanitized)' is none of its values: " + known.joined(separator: ", ").sanitized
        case .capture(.noPackets):
            return "this was written by hand, so there are no packets to capture; simulated lessons have them"
        case .capture(.noPacketsAt(let id)): return "no packet passes '\(id.sanitized)'"
        case .captureOnTerminal:
            return "a capture is not text for a terminal; name a file with --output, or pipe it into 'tshark -r -'"
        case .file(let sentence), .bridge(let sentence): return sentence
        case .previewOfDirectory(let path):
            return "'\(path.sanitized)' is a directory; name one lesson or quiz, such as 'lessons/my-lesson.json'"
        case .previewWithoutExtension(let path):
            let meant = (path.contains("/") ? path : "lessons/\(path)") + ".json"
            return
                "'\(path.sanitized)' is not there, and no lesson would be called so; did you mean '\(meant.sanitized)'?"
        case .badID(let id, let suggestion):
            let hint = suggestion.map { "; how about '\($0)'?" } ?? ", such as 'my-lesson'"
            return "'\(id.sanitized)' is no id; ids are lower-case letters, digits and hyphens" + hint
        case .wideTitle(let title, let cells, let limit):
            return "the title '\(title.sanitized)' takes \(cells) cells of at most \(limit); "
                + "a Chinese character takes two"
        case .brokenLesson(let path):
            return "'\(path.sanitized)' has faults, so no quiz can be written for it yet; see: netarium check "
                + path.sanitized
        case .newFileTaken(let path):
            return "'\(path.sanitized)' exists already and is left as it is; choose another id, or edit it: "
                + "netarium preview \(path.sanitized)"
        case .wouldReplace(let path):
            return "'\(path.sanitized)' exists already and is left as it is; choose another name, or add --force"
        case .noProgressFile:
            return "there is no home directory, so there is no progress file; name one with --progress FILE"
        case .noBackup(let path): return "beside '\(path.sanitized)' there is no backup that can be read"
        case .notSimulated(let name):
            return "'\(name.sanitized)' has no scenario to join: it is written down, not simulated, or cannot be read"
        }
    }
}
