import CellGrid
public import Courseware

/// What became of an attempt at a challenge, as lines of text.
public struct ChallengeReport: Sendable {
    /// The lines, without line breaks.
    public let lines: [String]

    /// Reports how `grade` came out.
    public init(_ challenge: Challenge, _ grade: Challenge.Grade, appearance: Appearance) {
        var lines = [RichText.plain(appearance.text(challenge.task)).sanitized]
        if grade.isMet {
            lines.append(ChallengeWords(appearance: appearance).score(grade))
            lines.append(RichText.plain(appearance.text(challenge.because)).sanitized)
            let sources = challenge.citations.map(\.text).joined(separator: appearance.say("; ", "；"))
            if !sources.isEmpty { lines.append(appearance.charset.adapt("[\(sources)]").sanitized) }
        } else {
            lines.append(appearance.say("Not solved.", "还没有完成。"))
            if let hint = challenge.hint {
                lines.append((appearance.say("Hint: ", "提示：") + RichText.plain(appearance.text(hint))).sanitized)
            }
        }
        self.lines = lines
    }
}
