public import Timelines

/// Why a text is no fault; see ``Fault/init(parsing:)``.
///
/// These are facts; Courseware, which knows near misses, puts them into words.
public enum FaultNotationError: Error, Hashable, Sendable {
    /// It does not begin with the name of an effect and a colon.
    case unknownEffect(String)
    /// It does not say which message it is about.
    case missingTarget
    /// Of which message is no whole number from 1 to ``Fault/largestNumber``.
    case malformedNumber(String)
    /// A chance is no percentage from 0.1 to 100 with at most one decimal.
    case malformedChance(String)
    /// No participant is named after `@` or `/`.
    case missingParticipant
    /// A delay does not say how long.
    case missingDelay
    /// How long is no duration.
    case malformedDelay(String)
    /// The delay is longer than ``Fault/longestDelay``.
    case longDelay(Span)
    /// Something follows that means nothing.
    case surplus(String)
    /// A `\` is the last character.
    case openEscape
}
