import LocatedJSON
import Simulator

extension CourseFault {
    /// The word that is misspelled and the one that was probably meant.
    var correction: Correction? {
        switch self {
        case .unknownParticipant(let word, let known), .unknownSpotlight(let word, let known),
            .unknownLabel(let word, let known), .unknownSlider(let word, let known), .unknownScene(let word, let known),
            .unknownValue(let word, let known),
            .unknownLesson(let word, let known), .unknownQuiz(let word, let known),
            .unknownVariant(let word, _, let known), .unknownMoment(let word, _, let known),
            .unknownChallenge(let word, _, let known), .unknownRow(let word, let known),
            .unknownQuantity(let word, let known),
            .timerNotRunning(let word, _, let known):
            nearest(to: word, among: known).map {
                Correction(word, meant: $0, isSure: soleNear(to: word, among: known) != nil)
            }
        case .malformedFault(.unknownEffect(let name)):
            nearest(to: name, among: Simulator.Fault.effectNames).map {
                Correction(name, meant: $0, isSure: soleNear(to: name, among: Simulator.Fault.effectNames) != nil)
            }
        case .unknownLanguage(let tag):
            // The other language may be there already, so only the author can tell.
            nearest(to: tag, among: ["en", "zh"]).map { Correction(tag, meant: $0, isSure: false) }
        case .malformedCitation(let text):
            Citation(text).corrected.map { Correction(text, meant: $0.text, isSure: true) }
        default: nil
        }
    }
}
