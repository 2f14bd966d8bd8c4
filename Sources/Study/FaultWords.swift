public import Localization
public import Simulator
public import Timelines

/// What is done to packets, in words.
///
///     drop:ACK@client#2      drop the second ACK from Client          丢掉客户端发出的第2个ACK
///     delay:SYN:500ms        delay the first SYN by 500 ms            让第1个SYN晚到500 ms
public struct FaultWords {
    private let timeline: Timeline?

    /// Words about packets of `timeline`, which tells what its participants and messages are called.
    public init(_ timeline: Timeline?) { self.timeline = timeline }

    /// A fault as an instruction.
    public func line(_ fault: Fault) -> LocalizedText {
        let packet = packet(fault.target)
        return LocalizedText { Self.line(fault.effect, packet($0), in: $0) }
    }

    /// What happens to a packet that is called `name`.
    public static func line(_ effect: Fault.Effect, _ name: String, in language: Language) -> String {
        let isChinese = language == .chinese
        switch effect {
        case .drop: return isChinese ? "丢掉\(name)" : "drop \(name)"
        case .delay(let span): return isChinese ? "让\(name)晚到\(span.text)" : "delay \(name) by \(span.text)"
        case .duplicate: return isChinese ? "让\(name)送达两次" : "deliver \(name) twice"
        case .overtake: return isChinese ? "让后一个包赶到\(name)前面" : "let the next one overtake \(name)"
        case .corrupt: return isChinese ? "损坏\(name)" : "damage \(name)"
        }
    }

    private func packet(_ target: Fault.Target) -> LocalizedText {
        switch target {
        case .message(let number):
            guard let timeline, timeline.messages.indices.contains(number - 1) else {
                return LocalizedText("#\(number)")
            }
            let label = timeline.messages[number - 1].label
            return LocalizedText { "#\(number) \(label($0))" }
        case .matching(let pattern, let nth): return packet(pattern, nth)
        case .some(let pattern, let perThousand):
            let each = packet(pattern, nil)
            return LocalizedText {
                $0 == .chinese ? "\(each($0))（每1000个中约\(perThousand)个）" : "\(each($0)) (\(perThousand) in 1000)"
            }
        }
    }

    private func packet(_ pattern: MessagePattern, _ nth: Int?) -> LocalizedText {
        let from = pattern.from.map(name), to = pattern.to.map(name)
        return LocalizedText { language in
            let ends = (from?(language), to?(language))
            return language == .chinese
                ? Self.chinese(pattern.label, nth, ends.0, ends.1) : Self.english(pattern.label, nth, ends.0, ends.1)
        }
    }

    private func name(_ id: Participant.ID) -> LocalizedText {
        timeline?.participants.first { $0.id == id }?.name ?? LocalizedText(id)
    }

    private static func english(_ label: String?, _ nth: Int?, _ from: String?, _ to: String?) -> String {
        let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
        let which =
            switch nth {
            case nil: "every"
            case let nth? where ordinals.indices.contains(nth - 1): "the " + ordinals[nth - 1]
            case let nth?: "number \(nth) of the"
            }
        let kind = label ?? "packet"
        return "\(which) \(kind)" + (from.map { " from \($0)" } ?? "") + (to.map { " to \($0)" } ?? "")
    }

    private static func chinese(_ label: String?, _ nth: Int?, _ from: String?, _ to: String?) -> String {
        let ends =
            switch (from, to) {
            case (let from?, let to?): "\(from)发往\(to)的"
            case (let from?, nil): "\(from)发出的"
            case (nil, let to?): "发往\(to)的"
            case (nil, nil): ""
            }
        return ends + (nth.map { "第\($0)个" } ?? "每一个") + (label ?? "包")
    }
}
