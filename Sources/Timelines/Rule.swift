public import Localization

/// Why something happened: what a protocol, a system or a learner prescribes, and where that is written.
///
///     the SYN was sent again    because    "the retransmission timer expired", RFC 6298 §5.4
///
/// Whoever produces a timeline gives its events rules; the learner reads them when asking *why*.
public struct Rule: Hashable, Sendable {
    /// A stable name: `rto-expired`.
    public var id: String
    /// Where it is written, in the forms of a lesson's citations: `RFC 6298 §5.4`; may be empty for what a learner did.
    public var citations: [String]
    /// What it says, in a sentence that a learner understands.
    public var sentence: LocalizedText

    /// A rule; see the properties.
    public init(_ id: String, _ citations: String..., en: String, zh: String) {
        self.id = id
        self.citations = citations
        sentence = LocalizedText(en: en, zh: zh)
    }
}
