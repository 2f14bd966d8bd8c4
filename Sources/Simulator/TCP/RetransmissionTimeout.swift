public import Timelines

/// How long to wait for an acknowledgment, from what acknowledgments have taken so far.
///
///     first measurement R      SRTT = R               RTTVAR = R/2
///     each one after it        RTTVAR = ¾ RTTVAR + ¼ |SRTT − R|
///                              SRTT = ⅞ SRTT + ⅛ R
///     then                     RTO = SRTT + max(G, 4 RTTVAR)
///
/// Reading list: RFC 6298 (all of it). Linux puts its floor of 200 ms under 4 RTTVAR instead of under the whole.
public struct RetransmissionTimeout: Hashable, Sendable {
    /// SRTT; `nil` before the first measurement.
    public private(set) var smoothed: Span?
    /// RTTVAR.
    public private(set) var variation = Span.zero
    /// RTO without the doublings that timeouts bring.
    public private(set) var base: Span
    /// How often it has been doubled since the last measurement.
    public private(set) var doublings = 0

    private let minimum: Span
    private let maximum: Span
    private let floorsVariation: Bool
    /// G, the granularity of the clock.
    private static let granularity = Span.milliseconds(1)

    /// Before anything has been measured.
    public init(_ profile: HostProfile) {
        base = profile.initialRTO
        minimum = profile.minimumRTO
        maximum = profile.maximumRTO
        floorsVariation = profile.floorsRTTVariation
    }

    /// RTO: the next wait.
    public var current: Span {
        var value = base
        for _ in 0..<min(doublings, 40) where value < maximum { value = value + value }
        return min(value, maximum)
    }

    /// Takes a measured round trip in (§2.2, §2.3).
    ///
    /// It must not be that of a segment sent twice (§3, Karn's algorithm).
    public mutating func measure(_ roundTrip: Span) {
        if let smoothed {
            let off = (smoothed - roundTrip).magnitude
            variation = variation.scaled(by: 3, over: 4) + off.scaled(by: 1, over: 4)
            self.smoothed = smoothed.scaled(by: 7, over: 8) + roundTrip.scaled(by: 1, over: 8)
        } else {
            smoothed = roundTrip
            variation = roundTrip.scaled(by: 1, over: 2)
        }
        let four = variation.scaled(by: 4, over: 1)
        let sum = (smoothed ?? roundTrip) + max(four, floorsVariation ? minimum : Self.granularity)
        base = min(max(sum, minimum), maximum)
        doublings = 0
    }

    /// The timer expired (§5.5).
    public mutating func backOff() { doublings += 1 }

    /// After the handshake: forgets the doublings, and when the SYN had to be sent again, starts from 3 s (§5.7).
    public mutating func restart(at span: Span) {
        base = span
        doublings = 0
    }
}

extension Span {
    fileprivate static func - (one: Span, other: Span) -> Span {
        Span(nanoseconds: one.nanoseconds &- other.nanoseconds)
    }
    fileprivate var magnitude: Span { Span(nanoseconds: nanoseconds < 0 ? 0 &- nanoseconds : nanoseconds) }
}
