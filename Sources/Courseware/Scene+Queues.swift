public import Localization
import Timelines

extension Scene {
    /// The names of the queues of a simulated scene, its tables with slots, when nothing that is said in it mentions a queue.
    ///
    /// Every simulated listener has its queues; where nobody speaks of them they would only draw the eye away. What an author
    /// writes down in a script is meant to be seen.
    public var queuesUnspokenOf: Set<LocalizedText> {
        guard simulation != nil else { return [] }
        var names: Set<LocalizedText> = []
        for event in timeline.events {
            if case .table(let change) = event.kind, change.slots != nil { names.insert(change.name) }
        }
        guard !names.isEmpty else { return [] }
        let texts = steps.map(\.say) + [title, about].compactMap(\.self)
        return texts.contains { $0(.english).lowercased().contains("queue") } ? [] : names
    }
}
