/// A sequence diagram as Mermaid means it.
struct MermaidDiagram {
    /// One that takes part.
    struct Participant {
        /// What the diagram's statements call it.
        var key: String
        /// What is written above its line; may have several lines.
        var name: String
        /// The title of the box that it stands in.
        var box: String?
    }

    /// A message.
    struct Message {
        var sender: Int, receiver: Int
        var text: String
        var arrow: MermaidArrow
        /// Whether the receiver begins to be active with it.
        var activates = false
        /// Whether the sender ends being active with it.
        var deactivates = false
        /// Whether the receiver begins to exist with it.
        var creates = false
    }

    /// What statements form together, up to `end`.
    struct Block {
        enum Kind: String { case loop, alt, opt, par, critical, `break`, rect }

        var kind: Kind
        var sections: [Section]
    }

    /// A part of a block: what stands behind its keyword, and what happens.
    struct Section {
        var title: String
        var items: [Item] = []
    }

    /// Something that happens.
    indirect enum Item {
        case message(Message)
        case note(String, over: ClosedRange<Int>)
        case active(Int, Bool)
        case destroy(Int)
        case block(Block)
    }

    var title: String?
    var participants: [Participant] = []
    var isNumbered = false
    var items: [Item] = []
}

/// The arrow of a message.
struct MermaidArrow: Equatable {
    /// As it is written.
    let text: String
    /// Whether it ends in a cross.
    var isLost: Bool { text.hasSuffix("x") }
    /// Whether the sender does not wait.
    var isAsynchronous: Bool { text.hasSuffix(")") }
    /// Whether it has heads at both ends.
    var isTwoWay: Bool { text.hasPrefix("<<") }

    /// All of them, longer ones before those that they begin with.
    private static let all = ["<<-->>", "<<->>", "-->>", "->>", "-->", "->", "--x", "-x", "--)", "-)"]

    /// What could be the arrow of a message's statement, and where it stands, likelier ones first.
    ///
    /// Names may hold `-x`, so an arrow with a head comes first.
    static func candidates(in slice: MermaidSlice) -> [(arrow: MermaidArrow, range: Range<Int>)] {
        var found: [(arrow: MermaidArrow, range: Range<Int>)] = []
        var place = slice.scalars.startIndex
        while place < slice.scalars.endIndex {
            guard let text = all.first(where: { slice.has($0, at: place) }) else {
                place += 1
                continue
            }
            let range = place..<place + text.unicodeScalars.count
            found.append((MermaidArrow(text: text), range))
            place = range.upperBound
        }
        return found.filter { $0.arrow.text.hasSuffix(">") } + found.filter { !$0.arrow.text.hasSuffix(">") }
    }
}
