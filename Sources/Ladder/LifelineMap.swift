import Timelines

/// From which row to which each lifeline runs, and where its participant is at work.
///
///     │ CLOSED        a lifeline is there from the first row on, unless somebody creates its participant
///     ┃               at work
///     █               at work inside of work
///     ┃
///     ╳               destroyed
struct LifelineMap: Equatable, Sendable {
    /// An event and the row where it is seen.
    struct Mark: Equatable {
        var event: Int
        var row: Int
    }

    /// A stretch of lifeline; from the top, or to the bottom, where it has no mark.
    struct Life: Equatable {
        var begin: Mark?
        var end: Mark?
    }

    /// A piece of work, which stands inside `depth` others.
    struct Work: Equatable {
        var depth: Int
        var begin: Mark
        var end: Mark?
    }

    /// For each participant its stretches, from top to bottom.
    private(set) var lives: [[Life]]
    /// For each participant its pieces of work, in order of their beginning.
    private(set) var works: [[Work]]

    /// The lifelines of a timeline whose events stand on the rows that `row` answers.
    init(_ timeline: Timeline, row: (Int) -> Int) {
        lives = timeline.existence(at: .start).map { $0 ? [Life()] : [] }
        works = timeline.participants.map { _ in [] }
        for (index, event) in timeline.events.enumerated() {
            switch event.kind {
            case .created(let owner): lives[owner].append(Life(begin: Mark(event: index, row: row(index))))
            case .destroyed(let owner):
                let mark = Mark(event: index, row: row(index))
                if !lives[owner].isEmpty { lives[owner][lives[owner].count - 1].end = mark }
                for place in works[owner].indices where works[owner][place].end == nil {
                    works[owner][place].end = mark
                }
            case .work(let owner, begins: true):
                let depth = works[owner].count { $0.end == nil }
                works[owner].append(Work(depth: depth, begin: Mark(event: index, row: row(index))))
            case .work(let owner, begins: false):
                guard let place = works[owner].lastIndex(where: { $0.end == nil }) else { continue }
                works[owner][place].end = Mark(event: index, row: row(index))
            default: continue
            }
        }
    }

    /// Whether a lifeline runs through a row.
    func exists(_ owner: Participant.Index, row: Int) -> Bool {
        lives[owner].contains { ($0.begin?.row ?? row) <= row && row <= ($0.end?.row ?? row) }
    }
}
