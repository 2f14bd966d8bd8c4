public import Simulator
public import Timelines

/// What a simulated link does to packets at random, in both directions.
public struct Impairment: Hashable, Sendable {
    /// How many packets in a thousand disappear.
    public var lossPerThousand: Int
    /// How many in a thousand arrive twice.
    public var duplicatesPerThousand: Int
    /// How many in a thousand are overtaken by the next.
    public var reorderedPerThousand: Int

    /// An impairment; see the properties.
    public init(lossPerThousand: Int = 0, duplicatesPerThousand: Int = 0, reorderedPerThousand: Int = 0) {
        self.lossPerThousand = lossPerThousand
        self.duplicatesPerThousand = duplicatesPerThousand
        self.reorderedPerThousand = reorderedPerThousand
    }

    /// The faults that do this to every packet that `node` sends or is sent.
    public func faults(at node: Participant.ID) -> [Fault] {
        let effects: [(Fault.Effect, Int)] = [
            (.drop, lossPerThousand), (.duplicate, duplicatesPerThousand), (.overtake, reorderedPerThousand),
        ]
        return effects.filter { $0.1 > 0 }.flatMap { effect, perThousand in
            [MessagePattern(from: node), MessagePattern(to: node)].map {
                Fault(effect, .some($0, perThousand: perThousand))
            }
        }
    }
}
