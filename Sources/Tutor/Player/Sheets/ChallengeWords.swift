import Courseware
import Simulator

/// What is said about challenges.
struct ChallengeWords {
    let appearance: Appearance

    /// The line over the text while a challenge is on.
    func task(_ challenge: Challenge) -> String {
        appearance.say("Challenge: ", "挑战：") + appearance.text(challenge.task)
    }

    /// The score of a challenge that is solved: `Solved with 1 change, par 1.`.
    func score(_ grade: Challenge.Grade) -> String {
        let count = grade.faultCount
        return appearance.say(
            "Solved with \(count == 1 ? "1 change" : "\(count) changes"), par \(grade.par).",
            "完成！用了\(count)处改动，标准\(grade.par)处。")
    }

    /// How many of a lesson's challenges are solved: `Challenges: 1 of 3`..
    func solved(_ done: Int, of count: Int) -> String {
        appearance.say("Challenges: \(done) of \(count)", "挑战：已完成\(done) / \(count)")
    }
}
