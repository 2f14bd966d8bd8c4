import Timelines

/// A sequence space at a moment, and the part of it that a bar shows.
///
/// Numbers are modulo 2³² and count from the first edge of the scene, so that the bar stands still while its parts move
/// on; of a stream that is much longer than the window the bar shows where the window is. Source: RFC 9293 §3.3.1, §3.4.
struct SequenceSpace {
    /// What becomes of a number.
    enum Part { case done, waiting, open, closed }

    /// A place with a label.
    struct Edge {
        /// What is there.
        enum Kind: Equatable {
            /// An edge of the window, with its names; several for edges that are at the same place.
            case edge([String])
            /// The beginning of a piece beyond a gap, up to this number.
            case island(last: Int64)
            /// The beginning of what arrived last, up to this number.
            case arrival(last: Int64)
        }

        var kind: Kind
        /// Its sequence number.
        var number: Int64
        /// Its distance from where the scene begins.
        var offset: Int64
    }

    /// Pieces of what waits, what may come, and what may not yet.
    private let done: Int64
    private let islands: [Range<Int64>]
    private let limit: Int64
    /// What is sent and not acknowledged; at the receiver what has arrived and waits, for the application or for what is
    /// missing before it.
    let waiting: Int64
    /// What may be sent now; at the receiver the window.
    let open: Int64
    /// The named edges from left to right.
    let edges: [Edge]
    /// What the bar shows.
    private let view: Range<Int64>

    /// `nil` before the edges have numbers.
    init?(_ picture: Picture, _ side: Picture.Side, _ timeline: Timeline, at moment: Moment) {
        let isSent = side == .sent
        guard let lower = picture.quantity(isSent ? "SND.UNA" : "RCV.NXT", in: timeline, at: moment),
            let window = picture.quantity(isSent ? "SND.WND" : "RCV.WND", in: timeline, at: moment),
            let base = lower.readings.first?.value, let first = lower.reading(at: moment)?.value
        else { return nil }
        func offset(_ number: Int64) -> Int64 {
            Self.distance(from: first, to: number) + Self.distance(from: base, to: first)
        }
        func quantity(_ name: String) -> Quantity? { picture.quantity(name, in: timeline, at: moment) }
        func now(_ name: String) -> Quantity.Reading? { quantity(name)?.reading(at: moment) }
        let announced = window.reading(at: moment)?.value
        let size = announced ?? 0
        var named: [(String, Int64)] = []
        let pieces = isSent ? [] : now("out of order")?.ranges ?? []
        if isSent {
            let next = now("SND.NXT")?.value ?? first
            let congestion = now("cwnd")?.value
            done = offset(first)
            islands = []
            let isHeld = congestion.map { $0 < size } ?? false
            limit = max(offset(first) + min(size, congestion ?? size), offset(next))
            waiting = offset(next) - offset(first)
            open = limit - offset(next)
            named = [("SND.UNA", first), ("SND.NXT", next)]
            if isHeld, let congestion { named.append(("SND.UNA+cwnd", first + congestion)) }
            if announced != nil { named.append(("SND.UNA+SND.WND", first + size)) }
        } else {
            let unread = now("receive buffer")?.value ?? 0
            islands = pieces.map { offset($0.lowerBound)..<offset($0.lowerBound) + Int64($0.count) }
            done = offset(first) - unread
            limit = offset(first) + size
            waiting = unread + islands.reduce(0) { $0 + Int64($1.count) }
            open = size
            named = [("RCV.NXT", first)]
            if announced != nil { named.append(("RCV.NXT+RCV.WND", first + size)) }
        }
        let numbered = named.map { Edge(kind: .edge([$0.0]), number: $0.1 & 0xFFFF_FFFF, offset: offset($0.1)) }
        let arrived = picture.showsArrivals && !isSent ? now("arrived")?.ranges ?? [] : []
        let ranges =
            pieces.map { ($0, Edge.Kind.island(last: $0.upperBound - 1)) }
            + arrived.map { ($0, Edge.Kind.arrival(last: $0.upperBound - 1)) }
        edges = Self.joined(
            numbered + ranges.map { Edge(kind: $1, number: $0.lowerBound, offset: offset($0.lowerBound)) })
        nextOffset = offset(first) + (isSent ? waiting : 0)
        view = Self.view(
            lower, window, quantity(isSent ? "SND.NXT" : "out of order"), quantity(isSent ? "cwnd" : "RCV.WND"), base,
            offset(first), isSent: isSent, zooms: !picture.showsArrivals)
    }

    /// Where what waits ends that is contiguous.
    private let nextOffset: Int64

    /// Edges of the window at the same place as one.
    private static func joined(_ edges: [Edge]) -> [Edge] {
        edges.sorted { $0.offset < $1.offset }.reduce(into: []) { joined, edge in
            if let last = joined.last, last.offset == edge.offset, case .edge(let former) = last.kind,
                case .edge(let names) = edge.kind
            {
                joined[joined.count - 1].kind = .edge(former + names)
            } else {
                joined.append(edge)
            }
        }
    }

    /// How far one number is ahead of another, modulo 2³².
    private static func distance(from one: Int64, to other: Int64) -> Int64 {
        Int64(Int32(truncatingIfNeeded: other &- one))
    }

    // MARK: What the bar shows

    /// How many windows a bar shows at the most, so that a window is never thin.
    private static let windowsShown: Int64 = 4
    /// The data of a segment: with less than that the window is what there is to see.
    private static let leastExtent: Int64 = 1460

    private static func view(
        _ lower: Quantity, _ window: Quantity, _ next: Quantity?, _ congestion: Quantity?, _ base: Int64,
        _ now: Int64, isSent: Bool, zooms: Bool
    ) -> Range<Int64> {
        // Everything that the scene ever reaches; a window far beyond all data leaves room for the data.
        let beyond = (next?.readings ?? []).compactMap { isSent ? $0.value : $0.ranges.last?.upperBound }
        let numbers = lower.readings.map(\.value) + beyond
        let extent = numbers.map { distance(from: base, to: $0) }.max() ?? 0
        let reaches = (window.readings + lower.readings).map { reading -> Int64 in
            let moment = Moment(reading.instant, happened: reading.happened)
            let edge = lower.reading(at: moment)?.value ?? base
            return distance(from: base, to: edge) + (window.reading(at: moment)?.value ?? 0)
        }
        let reach = max(reaches.max() ?? 0, extent)
        let isZoomed = zooms && extent > Self.leastExtent && reach > extent * 3
        let whole: Int64 = max(isZoomed ? extent * 3 / 2 : reach, 1)
        let announced = window.readings.map(\.value).max() ?? 0
        let allowed = congestion?.readings.map(\.value).max() ?? announced
        let widest: Int64 = max(min(announced, allowed), 64)
        guard widest * windowsShown < whole else { return 0..<whole }
        // The window stands in the left half, with what is done before it and what is to come behind it.
        let span = widest * (windowsShown - 1)
        let start = min(max(now - span / 4, 0), whole - span)
        return start..<start + span
    }

    /// Whether more may come than the bar shows.
    var goesOnBeyondView: Bool { limit > view.upperBound }

    /// Whether an edge is further right than the bar goes.
    func isBeyondView(_ edge: Edge) -> Bool { edge.offset > view.upperBound }

    /// Whether an edge is further left than the bar begins.
    func isBeforeView(_ edge: Edge) -> Bool { edge.offset < view.lowerBound }

    /// The part of the bar in a cell of so many.
    func part(atCell cell: Int, of count: Int) -> Part {
        let edges = [done, nextOffset, limit].map { place($0, among: count) }
        // Whatever is not empty is seen.
        let first = edges[0]
        let second = max(edges[1], nextOffset > done ? first + 1 : first)
        let third = max(edges[2], limit > nextOffset ? second + 1 : second)
        for island in islands {
            let start = place(island.lowerBound, among: count)
            if (start..<max(place(island.upperBound, among: count), start + 1)).contains(cell) { return .waiting }
        }
        return cell < first ? .done : cell < second ? .waiting : cell < third ? .open : .closed
    }

    /// The cell at which an edge stands, within the bar.
    func cell(of edge: Edge, among count: Int) -> Int {
        let edges = [done, nextOffset, limit]
        let nearest = edges.firstIndex(of: edge.offset)
        var cell = place(edge.offset, among: count)
        if nearest == 1, nextOffset > done { cell = max(cell, place(done, among: count) + 1) }
        return min(max(cell, 0), count - 1)
    }

    private func place(_ offset: Int64, among count: Int) -> Int {
        let share = Double(offset - view.lowerBound) / Double(view.upperBound - view.lowerBound)
        return Int((share * Double(count)).rounded().clamped(to: -1...Double(count + 1)))
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
