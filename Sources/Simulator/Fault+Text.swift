public import Timelines

/// The notation of faults, in lessons and on the command line.
///
///     fault    = effect ":" target [ ":" delay ]        the delay for "delay", and only there
///     effect   = "drop" / "delay" / "duplicate" / "overtake" / "corrupt"
///     target   = number                                  a message by its number
///              / chance                                  any message, by chance
///              / pattern [ "#" ( number / "all" / chance ) ]
///     pattern  = label [ "@" [ from ] [ "/" to ] ]        "any" for every label
///     chance   = percentage "%"
///
/// A `\` takes its meaning from the character after it.
extension Fault {
    /// The longest delay that a fault may ask for.
    public static let longestDelay = Span.seconds(24 * 60 * 60)
    /// The largest number of a message that a fault may name.
    public static let largestNumber = 1_000_000

    /// The names of the effects in the notation.
    public static let effectNames = ["drop", "delay", "duplicate", "overtake", "corrupt"]

    /// Reads a fault as lessons and command lines write it, such as `drop:SYN,ACK@server#2`.
    ///
    /// What is left out of a pattern means: the first message that fits.
    public init(parsing text: String) throws(FaultNotationError) {
        var parts = try NotationText(text).split(at: ":")
        let name = parts.removeFirst().plain
        guard !parts.isEmpty, Self.effectNames.contains(name) else { throw .unknownEffect(name) }
        let target = try Target(parts.removeFirst())
        if name == "delay" {
            guard !parts.isEmpty else { throw .missingDelay }
            self.init(.delay(try Self.delay(parts.removeFirst().plain)), target)
        } else {
            self.init(Self.effect(name), target)
        }
        if let rest = parts.first { throw .surplus(rest.plain) }
    }

    private static func effect(_ name: String) -> Effect {
        switch name {
        case "duplicate": .duplicate
        case "overtake": .overtake
        case "corrupt": .corrupt
        default: .drop
        }
    }

    private static func delay(_ text: String) throws(FaultNotationError) -> Span {
        guard let span = Span(text) else { throw .malformedDelay(text) }
        guard span <= longestDelay else { throw .longDelay(span) }
        return span
    }

    /// The fault in its notation, from which ``init(parsing:)`` makes the same fault.
    public var text: String {
        switch effect {
        case .drop: "drop:\(target.text)"
        case .delay(let span): "delay:\(target.text):\(span.exactText)"
        case .duplicate: "duplicate:\(target.text)"
        case .overtake: "overtake:\(target.text)"
        case .corrupt: "corrupt:\(target.text)"
        }
    }
}

extension Fault.Target {
    fileprivate init(_ text: NotationText) throws(FaultNotationError) {
        guard !text.isEmpty else { throw .missingTarget }
        if text.isNumber {
            self = .message(try Self.number(text.plain))
            return
        }
        if let chance = text.percentage {
            self = .some(MessagePattern(), perThousand: try Self.perThousand(chance))
            return
        }
        let parts = text.split(at: "#")
        let pattern = try MessagePattern(parts[0])
        guard parts.count > 1 else {
            self = .matching(pattern, nth: 1)
            return
        }
        if parts.count > 2 { throw .surplus(parts[2].plain) }
        if parts[1].plain == "all" {
            self = .matching(pattern, nth: nil)
        } else if let chance = parts[1].percentage {
            self = .some(pattern, perThousand: try Self.perThousand(chance))
        } else {
            self = .matching(pattern, nth: try Self.number(parts[1].plain))
        }
    }

    private static func number(_ text: String) throws(FaultNotationError) -> Int {
        guard let number = Int(text), (1...Fault.largestNumber).contains(number) else { throw .malformedNumber(text) }
        return number
    }

    /// Reads `2.5` as 25.
    private static func perThousand(_ text: String) throws(FaultNotationError) -> Int {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let tenths = parts.count == 1 ? 0 : parts[1].count == 1 ? Int(parts[1]) : nil
        guard let whole = Int(parts[0]), whole <= 100, let tenths, (1...1000).contains(whole * 10 + tenths) else {
            throw .malformedChance(text)
        }
        return whole * 10 + tenths
    }

    fileprivate var text: String {
        switch self {
        case .message(let number): return "\(number)"
        case .matching(let pattern, nth: 1): return pattern.text
        case .matching(let pattern, let nth): return pattern.text + "#" + (nth.map { "\($0)" } ?? "all")
        case .some(let pattern, let perThousand):
            let tenths = perThousand % 10
            let chance = "\(perThousand / 10)" + (tenths == 0 ? "" : ".\(tenths)") + "%"
            return pattern == MessagePattern() ? chance : pattern.text + "#" + chance
        }
    }
}

extension MessagePattern {
    fileprivate init(_ text: NotationText) throws(FaultNotationError) {
        let parts = text.split(at: "@")
        if parts.count > 2 { throw .surplus(parts[2].plain) }
        self.init(label: parts[0].isEmpty || parts[0] == NotationText.any ? nil : parts[0].plain)
        guard parts.count > 1 else {
            if parts[0].isEmpty { throw .missingTarget }
            return
        }
        let ends = parts[1].split(at: "/")
        if ends.count > 2 { throw .surplus(ends[2].plain) }
        from = ends[0].isEmpty ? nil : ends[0].plain
        to = ends.count > 1 ? ends[1].plain : nil
        if to?.isEmpty ?? (from == nil) { throw .missingParticipant }
    }

    fileprivate var text: String {
        var text = NotationText.escaped(label: label)
        if from != nil || to != nil { text += "@" + NotationText.escaped(participant: from ?? "") }
        if let to { text += "/" + NotationText.escaped(participant: to) }
        return text
    }
}
