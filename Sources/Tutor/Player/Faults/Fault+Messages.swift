import Localization
import Simulator
import Timelines

extension Fault {
    /// The places of the messages of a timeline that the fault is about; `nil` for one that leaves it to chance.
    func messages(in timeline: Timeline) -> [Int]? {
        switch target {
        case .message(let number): return timeline.messages.indices.contains(number - 1) ? [number - 1] : []
        case .some: return nil
        case .matching(let pattern, let nth):
            let fitting = timeline.messages.indices.filter { timeline.fits(timeline.messages[$0], pattern) }
            guard let nth else { return fitting }
            return fitting.indices.contains(nth - 1) ? [fitting[nth - 1]] : []
        }
    }
}

extension Timeline {
    fileprivate func fits(_ message: Message, _ pattern: MessagePattern) -> Bool {
        (pattern.label.map { label in message.label.wordings.contains { $0.text == label } } ?? true)
            && (pattern.from.map { $0 == participants[message.sender].id } ?? true)
            && (pattern.to.map { $0 == participants[message.receiver].id } ?? true)
    }
}
