import Localization
import LocatedJSON

extension Reading where Value == [OrderItem] {
    /// Things to be put in order, each a text, or a text with the reason for its place.
    static var orderItems: Self {
        Reading { node, log in
            var seen = SeenTexts("items")
            let item = Reading<OrderItem> { node, log in
                let item = orderItem(node, log)
                if let item { seen.see(item.text, at: node.head, log) }
                return item
            }
            return Reading.list(of: item, atLeast: 3).read(node, log)
        }
    }

    private static func orderItem(_ node: JSONNode, _ log: FaultLog) -> OrderItem? {
        guard node["text"] != nil, var object = ObjectReader(node, as: "an item", log: log) else {
            return Reading<LocalizedText>.text.read(node, log).map { OrderItem($0) }
        }
        let text = object.required("text", .text), because = object.optional("because", .text)
        object.finish()
        return text.map { OrderItem($0, because: because) }
    }
}

extension Reading where Value == [Pair] {
    /// Things that belong together, no two alike.
    static var pairs: Self {
        Reading { node, log in
            var lefts = SeenTexts("left sides"), rights = SeenTexts("right sides")
            let pair = Reading<Pair> { node, log in
                guard var object = ObjectReader(node, as: "a pair", log: log) else { return nil }
                let left = object.required("left", .text), right = object.required("right", .text)
                let because = object.optional("because", .text)
                object.finish()
                if let left { lefts.see(left, at: object.place(of: "left"), log) }
                if let right { rights.see(right, at: object.place(of: "right"), log) }
                guard let left, let right else { return nil }
                return Pair(left: left, right: right, because: because)
            }
            return Reading.list(of: pair, atLeast: 3).read(node, log)
        }
    }
}

extension Reading where Value == [RecallPoint] {
    /// What a good answer names: so many points that a digit can tick each.
    static var recallPoints: Self {
        Reading { node, log in
            var seen = SeenTexts("points")
            let point = Reading<RecallPoint> { node, log in
                guard var object = ObjectReader(node, as: "a point", log: log) else { return nil }
                let text = object.required("text", .text), because = object.optional("because", .text)
                object.finish()
                if let text { seen.see(text, at: object.place(of: "text"), log) }
                return text.map { RecallPoint($0, because: because) }
            }
            return Reading.list(of: point, atLeast: 2, atMost: CourseLimits.recallPoints).read(node, log)
        }
    }
}

/// Texts that must differ from each other in every language, because the learner has to tell them apart.
struct SeenTexts {
    private let what: String
    private var wordings: Set<String> = []

    /// - Parameter what: What the texts are, in the plural.
    init(_ what: String) { self.what = what }

    /// Notes a text, and reports it when one before it reads the same in some language.
    mutating func see(_ text: LocalizedText, at place: Place, _ log: FaultLog) {
        let new = Set(Language.allCases.map { "\($0.rawValue):\(text($0))" })
        if let twice = Language.allCases.first(where: { wordings.contains("\($0.rawValue):\(text($0))") }) {
            log.report(CourseFault.repeatedText(text(twice), of: what), at: place)
        }
        wordings.formUnion(new)
    }
}
