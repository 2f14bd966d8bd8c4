public import Localization
import Timelines

extension Scene {
    /// The names of queues, tables with slots, that nothing said in this scene mentions.
    ///
    /// Every listener has its queues; where nobody speaks of them they would only draw the eye away.
    public var queuesUnspokenOf: Set<LocalizedText> {
        var names: Set<LocalizedText> = []
        for event in timeline.events {
            if case .table(let change) = event.kind, change.slots != nil { names.insert(change.name) }
        }
        guard !names.isEmpty else { return [] }
        let texts = steps.map(\.say) + [title, about].compactMap(\.self)
        return names.filter { name in
            !texts.contains { $0(.english).lowercased().contains(Self.kind(name(.english))) }
        }
    }

    /// `syn queue` of `SYN queue (b)`, which is that of one listener among several.
    private static func kind(_ name: String) -> String {
        String(name.prefix { $0 != "(" }).lowercased().trimmedOfSpaces
    }
}

extension String {
    fileprivate var trimmedOfSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
