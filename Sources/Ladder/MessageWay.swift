import Timelines

/// Where a message runs: the cells strictly between its two ends, and which way it goes.
///
/// A message from or to outside runs over a stub beside its participant, which ends in a dot: in the margin for the first
/// and the last lifeline, else in the gap beside it.
///
///     ●────▶│              │────▶●
struct MessageWay: Equatable {
    /// The cells of the arrow.
    var columns: Range<Int>
    /// Whether the sender's end is the left one.
    var isRightward: Bool
    /// The cell of the dot that stands for whoever is not shown.
    var dot: Int?
}

extension LifelineColumns {
    /// The most cells of a stub, its dot included.
    private static let longestStub = 32
    /// A margin with fewer cells than this is left for a wider gap.
    private static let shortestStub = 8

    /// Where a message runs; `nil` for one to oneself.
    func way(of message: Message) -> MessageWay? {
        guard let outside = message.outside else {
            guard message.sender != message.receiver else { return nil }
            let from = columns[message.sender], to = columns[message.receiver]
            return MessageWay(
                columns: min(from, to) + 1..<max(max(from, to), min(from, to) + 1), isRightward: to > from)
        }
        let stub = stub(of: message.sender), column = columns[message.sender]
        let isLeft = stub.upperBound <= column
        guard !stub.isEmpty else { return MessageWay(columns: stub, isRightward: outside == .receiver) }
        return MessageWay(
            columns: isLeft ? stub.dropFirst() : stub.dropLast(), isRightward: isLeft == (outside == .sender),
            dot: isLeft ? stub.lowerBound : stub.upperBound - 1)
    }

    /// The cells over which a message's label stands: its way, or all between the outermost lifelines of a broadcast;
    /// `nil` for one to oneself.
    func labelColumns(of index: Int, in timeline: Timeline) -> Range<Int>? {
        guard timeline.isBroadcast(index) else { return way(of: timeline.messages[index])?.columns }
        let span = timeline.lifelines(ofBroadcast: index)
        return columns[span.lowerBound] + 1..<max(columns[span.upperBound], columns[span.lowerBound] + 1)
    }

    /// The cells next to a lifeline in which messages from and to outside run.
    func stub(of index: Int) -> Range<Int> {
        let column = columns[index], last = columns.count - 1
        let margin = index == 0 ? column - firstCell - leftEdges : index == last ? width - column - 1 - rightEdges : 0
        let gap = last == 0 ? width - column - 1 - rightEdges : aside(of: index).count - 1
        let usesMargin = margin >= min(Self.shortestStub, gap)
        let cells = max(min(usesMargin ? margin : gap, Self.longestStub), 0)
        let isLeft = usesMargin ? index == 0 : index == last && last > 0
        return isLeft ? column - cells..<column : column + 1..<column + 1 + cells
    }

    /// Whether messages from and to outside run in the margin beside this lifeline.
    func hasStubInMargin(of index: Int) -> Bool {
        let stub = stub(of: index)
        return stub.upperBound <= columns[0] || stub.lowerBound > (columns.last ?? 0)
    }
}
