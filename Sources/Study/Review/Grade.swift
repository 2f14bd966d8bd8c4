/// How well something was remembered, in the four steps that FSRS knows.
///
/// Never asked of the learner: it follows from what they did. The raw values are those of FSRS, and order the grades.
public enum Grade: Int, CaseIterable, Comparable, Sendable {
    /// Not remembered; the only grade of a wrong answer.
    case again = 1
    /// Remembered with help, or slowly.
    case hard
    /// Remembered.
    case good
    /// Remembered at once, and not for the first time.
    case easy

    /// Orders by how well it was remembered.
    public static func < (worse: Grade, better: Grade) -> Bool { worse.rawValue < better.rawValue }
}
