public import Courseware
public import Localization
public import Simulator

/// Something that the learner is to bring about, in the lesson where it can be.
public struct PosedChallenge: Equatable, Sendable {
    /// The lesson, with no other challenge than this one.
    public let lesson: Lesson
    /// What is to be brought about.
    public let challenge: Challenge
    /// Whether the lesson itself has this challenge, so that solving it counts there too.
    public let isOfLesson: Bool

    /// `nil` when there is no such lesson, scene or challenge.
    init?(
        _ kind: ChallengeQuestion, of question: Question, in shelf: SceneShelf, _ words: inout PosedQuestion.Words
    ) {
        guard var lesson = shelf.course.lesson(kind.lesson) else { return nil }
        switch kind {
        case .named(let id, _):
            guard let challenge = lesson.challenges.first(where: { $0.id == id }) else { return nil }
            self.challenge = challenge
            isOfLesson = true
            words.ask = words.ask ?? challenge.task
            words.because = words.because ?? challenge.because
            if words.citations.isEmpty { words.citations = challenge.citations }
            if words.hints.isEmpty, let hint = challenge.hint { words.hints = [hint] }
        case .own(let scene, let goal, let solution):
            guard let found = lesson.scene(scene.variant) else { return nil }
            challenge = Challenge(
                id: question.id, task: words.ask ?? "", hint: words.hints.first, because: words.because ?? "",
                citations: words.citations, scene: found.id, goal: goal, solution: solution)
            isOfLesson = false
        }
        lesson.challenges = [challenge]
        self.lesson = lesson
    }

    /// What becomes of an attempt.
    public func grade(_ faults: [Simulator.Fault]) -> Challenge.Grade? {
        lesson.scene(challenge.scene).map { challenge.grade(faults, in: $0) }
    }

    /// The author's solution in words.
    var solutionText: LocalizedText { words(for: challenge.solution) }

    /// What was done to packets, in words.
    public func words(for faults: [Simulator.Fault]) -> LocalizedText {
        let words = FaultWords(lesson.scene(challenge.scene)?.timeline)
        return faults.map(words.line).joined(en: "; ", zh: "；")
    }
}
