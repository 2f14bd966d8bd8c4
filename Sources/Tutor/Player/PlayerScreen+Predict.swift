import Courseware
import Study
import Timelines

extension PlayerScreen {
    /// The question before step `index` (0-based): the author's, or one made from what comes next.
    static func posed(_ scene: Scene, in lesson: Lesson, step index: Int, seed: UInt64) -> PosedQuestion? {
        guard scene.steps.indices.contains(index) else { return nil }
        let step = scene.steps[index]
        let prediction = step.ask ?? Prediction.automatic(forStep: index, of: scene, among: lesson.scenes, seed: seed)
        return prediction.map { PosedQuestion($0, of: step, seed: seed &+ UInt64(index)) }
    }

    /// Whether to ask before step `index` (0-based): not for what has happened when the scene begins and can be seen already.
    func isWorthAsking(_ index: Int) -> Bool {
        guard scene.steps.indices.contains(index) else { return false }
        return scene.steps[index].ask != nil || scene.steps[index].event >= moment.happened
    }

    /// Takes the learner's prediction in, and shows what comes.
    mutating func answerPrediction(reducedMotion: Bool) {
        guard let open = question else { return }
        switch open.answer() {
        case .failure(let incomplete): question?.complaint = incomplete.message
        case .success(let answer):
            let feedback = open.posed.grade(answer)
            goOn(reducedMotion: reducedMotion)
            verdict = feedback
        }
    }

    /// Shows what comes without a prediction.
    mutating func skipPrediction(reducedMotion: Bool) {
        goOn(reducedMotion: reducedMotion)
    }

    private mutating func goOn(reducedMotion: Bool) {
        let next = pageAfterQuestion.map { max($0, 1) } ?? page + 1
        question = nil
        begin(next, reducedMotion: reducedMotion)
    }
}
