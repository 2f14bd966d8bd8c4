import Localization
import Timelines

extension Scene {
    /// The events of steps that can be put in order: no two at the same time, and none of them twice.
    ///
    /// In order of time, as indices in the timeline's events.
    public var orderableEvents: [Int] {
        let words = timeline.events.indices.compactMap(timeline.words(forEvent:))
        let counts = words.reduce(into: [LocalizedText: Int]()) { $0[$1, default: 0] += 1 }
        var chosen: [Int] = []
        for event in Set(steps.map(\.event)).sorted() {
            guard let text = timeline.words(forEvent: event), counts[text] == 1 else { continue }
            let isLater = chosen.last.map { timeline.events[$0].instant < timeline.events[event].instant } ?? true
            if isLater { chosen.append(event) }
        }
        return chosen
    }
}
