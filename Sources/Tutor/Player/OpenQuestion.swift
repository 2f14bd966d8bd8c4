import Courseware
import Localization
import Study

/// A question on the screen with what the learner has put in so far.
struct OpenQuestion: Equatable, Sendable {
    let posed: PosedQuestion
    /// The row that the pointer is on.
    var row = 0
    /// Several choices: those that are marked.
    var marked: Set<Int> = []
    /// Order: places of the items as the learner has them now.
    var order: [Int] = []
    /// Order: whether the item under the pointer moves with it.
    var isHolding = false
    /// Match: the right side given to each left side.
    var matches: [Int?] = []
    /// Number and text: what has been typed.
    var typed = ""
    /// Recall: whether the points have been revealed, to be ticked.
    var isRevealed = false
    /// How many hints are shown.
    var hintsTaken = 0
    /// What is wrong with the input as it stands, worded for the learner.
    var complaint: LocalizedText?

    init(_ posed: PosedQuestion) {
        self.posed = posed
        switch posed.form {
        case .order(let shown, _): order = Array(shown.indices)
        case .match(_, let pairs): matches = Array(repeating: nil, count: pairs.count)
        case .choice, .several, .number, .text, .point, .challenge, .recall: break
        }
    }

    /// The hints that are shown.
    var hints: [LocalizedText] { Array(posed.hints.prefix(hintsTaken)) }

    /// How many more hints there are.
    var hintsLeft: Int { posed.hints.count - hintsTaken }

    /// Whether the next thing to do is to say the answer aloud and have its points revealed.
    var canReveal: Bool { if case .recall = posed.form { !isRevealed } else { false } }

    /// The event that the cursor is on, where the answer is an event of a ladder.
    var pointedEvent: Int? {
        guard case .point(let point) = posed.form, point.events.indices.contains(row) else { return nil }
        return point.events[row]
    }

    /// Whether the learner types rather than chooses.
    var isTyped: Bool {
        switch posed.form {
        case .number, .text: true
        case .choice, .several, .order, .match, .point, .challenge, .recall: false
        }
    }

    /// Rows that the pointer can be on.
    var rows: Int {
        switch posed.form {
        case .choice(let choices), .several(let choices): choices.count
        case .order(let shown, _): shown.count
        case .match(_, let pairs): pairs.count
        case .point(let point): point.events.count
        case .recall(let points, _): isRevealed ? points.count : 0
        case .number, .text, .challenge: 0
        }
    }

    /// Moves the pointer by so many rows, as far as there are; an item that is picked up goes along.
    mutating func move(_ distance: Int) {
        let target = min(max(row + min(max(distance, -rows), rows), 0), max(rows - 1, 0))
        if isHolding, target != row { order.swapAt(row, target) }
        row = target
    }

    /// Chooses the row, or for a match the right side, with this number.
    mutating func pick(_ place: Int) {
        complaint = nil
        switch posed.form {
        case .choice: if place < rows { row = place }
        case .several, .recall:
            guard place < rows else { return }
            row = place
            marked.formSymmetricDifference([place])
        case .order:
            // A number picks up the item that has it and puts it where the pointer is.
            guard place < rows, let from = order.firstIndex(of: place) else { return }
            order.insert(order.remove(at: from), at: row)
            isHolding = false
            row = min(row + 1, rows - 1)
        case .match(let shown, _):
            guard place < shown.count else { return }
            matches[row] = place
            row = min(row + 1, rows - 1)
        case .number, .text, .point, .challenge: return
        }
    }

    /// The mark key: marks a choice, picks an item up or puts it down, tries the next right side.
    mutating func mark() {
        complaint = nil
        switch posed.form {
        case .several: marked.formSymmetricDifference([row])
        case .recall: if isRevealed { marked.formSymmetricDifference([row]) }
        case .order: isHolding.toggle()
        case .match(let shown, _): matches[row] = matches[row].map { ($0 + 1) % shown.count } ?? 0
        case .choice, .number, .text, .point, .challenge: return
        }
    }

    /// Takes a typed character in; `nil` takes the last one away.
    mutating func type(_ character: Character?) {
        complaint = nil
        if let character {
            if typed.count < 64 { typed.append(character) }
        } else if !typed.isEmpty {
            typed.removeLast()
        }
    }

    /// Takes everything away that has been typed.
    mutating func erase() {
        complaint = nil
        typed = ""
    }

    /// The answer as it stands, or what is still missing, worded for the learner.
    func answer() -> Result<Answer, Incomplete> {
        switch posed.form {
        case .choice: return .success(.choice(row))
        case .several: return marked.isEmpty ? .failure(.nothingMarked) : .success(.several(marked))
        case .order: return .success(.order(order))
        case .match:
            let given = matches.compactMap(\.self)
            return given.count < matches.count ? .failure(.pairsMissing) : .success(.match(given))
        case .point: return pointedEvent.map { .success(.point($0)) } ?? .failure(.nothingMarked)
        case .challenge: return .failure(.notTried)
        case .recall: return .success(.recall(marked))
        case .number, .text:
            do throws(AnswerProblem) {
                return .success(try Answer.parse(typed, for: posed))
            } catch {
                return .failure(Incomplete(message: error.message))
            }
        }
    }

    /// Why there is no answer yet.
    struct Incomplete: Error, Equatable, Sendable {
        var message: LocalizedText

        static let nothingMarked = Incomplete(
            message: LocalizedText(en: "Mark at least one choice with the space bar.", zh: "请先用空格键勾选至少一项。"))
        static let notTried = Incomplete(
            message: LocalizedText(en: "Bring it about in the simulator first.", zh: "请先在模拟器里做到。"))
        static let pairsMissing = Incomplete(
            message: LocalizedText(
                en: "Give every line a number from the list below.", zh: "请给每一行填上下面列表中对应的编号。"))
    }
}
