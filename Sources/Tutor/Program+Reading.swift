import CellGrid

extension Program {
    /// What was asked for while the course was being read.
    struct Waiting: Sendable {
        /// What needs the course.
        let action: Action
        /// What the learner did after it, in that order.
        var inputs: [Input] = []
    }

    /// Whether an action on the screen on top needs more of the course than the program is given to begin with.
    func wantsWholeCourse(_ action: Action) -> Bool {
        switch screens.last {
        case nil:
            [.choose, .openQuiz, .resume, .review, .interview, .diagnose, .openProgress].contains(action)
        case .player: action == .openQuiz
        case .quiz, .briefing, .progress: false
        }
    }

    /// Does what waited for the course, as if it were asked for only now.
    mutating func catchUp(at now: WallTime) -> [Effect] {
        guard let waiting else { return [] }
        self.waiting = nil
        notice = nil
        return waiting.inputs.reduce(into: perform(waiting.action, at: now)) { effects, input in
            effects += respond(to: input, at: now)
        }
    }
}
