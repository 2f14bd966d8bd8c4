import Captures
import Courseware
import Localization
import NcursesTerminal
import Simulator

/// What a command cannot do; see ``message`` for the words.
enum CommandProblem: Error {
    case unknownCommand(String, among: [String], isLesson: Bool)
    case unknown(Kind, String, among: [String])
    case unknownTrack(String, among: [String])
    case broken(Kind, String, file: String)
    case noStep(Int, last: Int)
    case noMoment(String, among: [String])
    case tooManySteps(Int, limit: Int)
    case longFilm(minutes: Int64, limit: Int64)
    case badLessonID(String)
    case noLessonID(String)
    case taken(String)
    case faultyDiagram
    /// In words of the edge that found it.
    case file(LocalizedText)
    case terminal(TerminalError)
    case noParticipant(String, among: [String])
    case capture(CaptureProblem)
    case captureOnTerminal
    case badFault(String, reason: FaultNotationError)
    case scriptedScene
    case noSliders
    case badSlide(String)
    case unknownSlider(String, among: [String])
    case unknownSlide(String, among: [String])
    case clashingSlides([String])
    case slideAtChallenge
    case notSimulated(String)
    case bridge(LocalizedText)
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
        case .badFault, .scriptedScene, .noSliders, .badSlide, .unknownSlider, .unknownSlide, .clashingSlides,
            .slideAtChallenge:
            true
        default: false
        }
    }

    /// What an id can be the id of.
    enum Kind: CaseIterable { case lesson, quiz, variant, challenge }

    /// The exit status that says so.
    var status: Int32 {
        // What the parser ends with, too; sysexits.h: EX_USAGE.
        if case .unknownCommand = self { return 64 }
        return isAboutFaults ? 2 : 1
    }
}
