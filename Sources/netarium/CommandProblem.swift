import CellGrid
import LocatedJSON

/// What a command cannot do, worded for standard error.
enum CommandProblem: Error, CustomStringConvertible {
    case unknown(String, String, among: [String])
    case badMoment(String, reason: String)
    case file(String)

    var description: String {
        switch self {
        case .unknown(let kind, let id, let known):
            let suggestion = nearest(to: id, among: known).map { "; did you mean '\($0)'?" }
            return "there is no \(kind) '\(id.sanitized)'" + (suggestion ?? "") + " ('netarium list' names them all)"
        case .badMoment(let text, let reason): return "'\(text.sanitized)' \(reason)"
        case .file(let sentence): return sentence
        }
    }
}
