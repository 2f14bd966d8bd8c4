import CellGrid
import Courseware
import Study

extension Program {
    /// Whether somebody is here for the first time and has not been asked where to begin.
    var isNewcomer: Bool {
        progress.lessons.isEmpty && progress.cards.isEmpty && progress.placement == nil && ground == nil
            && !catalog.heads.isEmpty
    }

    /// Begins the questions that find out where to begin.
    ///
    /// - Returns: Whether there was anything to ask.
    @discardableResult
    public mutating func openDiagnostic(seed: UInt64) -> Bool {
        let diagnostic = PlacementTest(catalog.practiceCards, seed: seed)
        guard diagnostic.next != nil else {
            notice = appearance.say("There are no questions to ask.", "没有可以提问的题目。")
            return false
        }
        screens.append(.quiz(QuizScreen(QuizSession(.diagnostic(diagnostic), seed: seed, in: catalog))))
        notice = appearance.say(
            "Harder after a right answer, easier after a wrong one. Tab: I do not know.",
            "答对就问难一点的，答错就问容易一点的。不知道就按Tab。")
        return true
    }

    /// Keeps what the diagnostic found out, and chooses the lesson to begin with.
    mutating func keepPlacement(of session: QuizSession, at now: WallTime) {
        guard session.isFinished, let placement = session.placement(among: catalog.heads) else { return }
        record { $0.placed(skipping: Set(placement.skippable), at: now.milliseconds) }
        catalogue.selected = placement.beginning ?? catalogue.selected
    }

    /// Opens the lesson that the diagnostic found to begin with.
    mutating func openBeginning(after quiz: QuizScreen, at now: WallTime) -> [Effect] {
        guard let placement = quiz.session.placement(among: catalog.heads) else { return [] }
        screens.removeLast()
        if let id = placement.beginning, let lesson = catalog.lesson(id) { open(lesson, at: now) }
        return [.save]
    }

    /// Never offers the diagnostic again.
    mutating func declineDiagnostic(at now: WallTime) -> [Effect] {
        guard isNewcomer else { return [] }
        record { $0.declinedPlacement(at: now.milliseconds) }
        notice = appearance.say("Fine. d asks those questions whenever you like.", "好的。想测的时候随时按d。")
        return [.save]
    }
}
