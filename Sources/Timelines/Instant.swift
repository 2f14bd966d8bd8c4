/// A moment on a timeline's virtual clock: nanoseconds since the timeline began.
///
/// Never the wall clock.
public struct Instant: Hashable, Comparable, Sendable {
    /// Nanoseconds since the timeline began; negative instants do not occur on a timeline.
    public var nanoseconds: Int64

    /// The instant `nanoseconds` after the timeline began.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Where every timeline begins.
    public static let zero = Instant(nanoseconds: 0)

    /// The instant so many milliseconds after the beginning.
    public static func milliseconds(_ count: Int64) -> Instant { Instant(nanoseconds: count * 1_000_000) }

    /// Orders instants from earlier to later.
    public static func < (earlier: Instant, later: Instant) -> Bool { earlier.nanoseconds < later.nanoseconds }

    /// The instant `span` later; stays at the end of the clock (292 years) instead of overflowing.
    public static func + (instant: Instant, span: Span) -> Instant {
        let (sum, overflow) = instant.nanoseconds.addingReportingOverflow(span.nanoseconds)
        return Instant(nanoseconds: overflow ? .max : sum)
    }

    /// The time from `earlier` to `later`; negative when they are the other way round.
    public static func - (later: Instant, earlier: Instant) -> Span {
        let (difference, overflow) = later.nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
        return Span(nanoseconds: overflow ? .max : difference)
    }
}

/// A length of virtual time, in nanoseconds.
///
/// A type of its own rather than `Duration`, whose 128-bit arithmetic costs more than the drawing that it is for.
public struct Span: Hashable, Comparable, Sendable {
    /// Nanoseconds; may be negative as a difference.
    public var nanoseconds: Int64

    /// A span of so many nanoseconds.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// No time at all.
    public static let zero = Span(nanoseconds: 0)

    /// So many microseconds.
    public static func microseconds(_ count: Int64) -> Span { Span(nanoseconds: count * 1000) }

    /// So many milliseconds.
    public static func milliseconds(_ count: Int64) -> Span { Span(nanoseconds: count * 1_000_000) }

    /// So many seconds.
    public static func seconds(_ count: Int64) -> Span { Span(nanoseconds: count * 1_000_000_000) }

    /// Orders spans from shorter to longer.
    public static func < (shorter: Span, longer: Span) -> Bool { shorter.nanoseconds < longer.nanoseconds }

    /// The sum; stays at the longest span instead of overflowing.
    public static func + (one: Span, other: Span) -> Span {
        let (sum, overflow) = one.nanoseconds.addingReportingOverflow(other.nanoseconds)
        return Span(nanoseconds: overflow ? .max : sum)
    }

    /// `numerator`/`denominator` of this span, without losing precision on long spans.
    ///
    /// - Parameters:
    ///   - numerator: May be negative.
    ///   - denominator: Positive.
    /// - Returns: The share, rounded toward zero; the longest span when it does not fit.
    public func scaled(by numerator: Int64, over denominator: Int64) -> Span {
        precondition(denominator > 0, "a scale needs a positive denominator (was \(denominator))")
        if denominator == 1 {
            let (product, overflow) = nanoseconds.multipliedReportingOverflow(by: numerator)
            return Span(nanoseconds: overflow ? .max : product)
        }
        let product = nanoseconds.multipliedFullWidth(by: numerator)
        let limit = product.high.magnitude < UInt64(denominator) / 2
        guard limit else { return Span(nanoseconds: .max) }
        return Span(nanoseconds: denominator.dividingFullWidth(product).quotient)
    }
}
