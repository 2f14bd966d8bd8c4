import Simulator
import Timelines

/// A fault in a few words: `drops #2 SYN,ACK`.
struct ChangeWords {
    let appearance: Appearance

    func line(_ item: Changes.Item) -> String {
        let label = appearance.text(item.label)
        let name = item.number > 0 ? "#\(item.number) \(label)" : label
        guard item.number > 0 else { return name }
        switch item.fault.effect {
        case .drop: return appearance.say("drop \(name)", "丢弃\(name)")
        case .delay(let span): return appearance.say("delay \(name) by \(span.text)", "\(name)延迟\(span.text)")
        case .duplicate: return appearance.say("deliver \(name) twice", "\(name)送达两次")
        case .overtake: return appearance.say("let \(name) be overtaken", "\(name)被后一个包赶超")
        case .corrupt: return appearance.say("damage \(name)", "损坏\(name)")
        }
    }

    /// How many changes there are, for the title.
    func count(_ count: Int) -> String {
        appearance.say(count == 1 ? "1 change" : "\(count) changes", "\(count)处改动")
    }
}
