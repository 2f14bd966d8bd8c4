import CellGrid
import Localization
import Simulator
import Study
import Timelines

/// What is said about changes.
struct ChangeWords {
    let appearance: Appearance

    /// One change, as the list names it: `drop #2 SYN,ACK`.
    func line(_ item: Changes.Item) -> String {
        let label = appearance.text(item.label)
        guard let number = item.number else { return label }
        let name = "#\(number) \(label)"
        return appearance.charset.adapt(FaultWords.line(item.fault.effect, name, in: appearance.language))
    }

    /// How many changes there are: `2 changes`.
    func count(_ count: Int) -> String {
        appearance.say(count == 1 ? "1 change" : "\(count) changes", "\(count)处改动")
    }
}

extension Fault.Effect {
    /// "You dropped the SYN. What will happen first because of it?"
    func question(about label: LocalizedText) -> LocalizedText {
        LocalizedText { language in
            language == .chinese
                ? "你\(chinese(label(language)))。由此最先发生的会是什么？"
                : "You \(english(label(language))). What will happen first because of it?"
        }
    }

    private func english(_ name: String) -> String {
        switch self {
        case .drop: "dropped the \(name)"
        case .delay(let span): "delayed the \(name) by \(span.text)"
        case .duplicate: "made the \(name) arrive twice"
        case .overtake: "let the next packet overtake the \(name)"
        case .corrupt: "damaged the \(name)"
        }
    }

    private func chinese(_ name: String) -> String {
        switch self {
        case .drop: "丢掉了“\(name)”"
        case .delay(let span): "让“\(name)”晚到\(span.text)"
        case .duplicate: "让“\(name)”送达两次"
        case .overtake: "让后一个包赶到了“\(name)”前面"
        case .corrupt: "弄坏了“\(name)”"
        }
    }
}
