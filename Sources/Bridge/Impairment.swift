public import Simulator
public import Timelines

/// What is done to the link of the real host, besides what the scenario says of it.
public struct Impairment: Hashable, Sendable {
    /// How long a packet is on the way; `nil` for what the scenario says.
    public var delay: Span?
    /// How many packets in a thousand disappear, each way.
    public var lossPerThousand: Int
    /// How many in a thousand arrive twice.
    public var duplicatesPerThousand: Int
    /// How many in a thousand are overtaken by the next.
    public var reorderedPerThousand: Int
    /// Where the chances come from; `nil` for the scenario's seed.
    public var seed: UInt64?

    /// An impairment; see the properties.
    public init(
        delay: Span? = nil, lossPerThousand: Int = 0, duplicatesPerThousand: Int = 0, reorderedPerThousand: Int = 0,
        seed: UInt64? = nil
    ) {
        self.delay = delay
        self.lossPerThousand = lossPerThousand
        self.duplicatesPerThousand = duplicatesPerThousand
        self.reorderedPerThousand = reorderedPerThousand
        self.seed = seed
    }

    /// The scenario with the delay and the seed in it.
    public func changing(_ scenario: Scenario, at node: Participant.ID) -> Scenario {
        var scenario = scenario
        if let seed { scenario.seed = seed }
        for index in scenario.links.indices
        where scenario.links[index].one == node || scenario.links[index].other == node {
            scenario.links[index].delay = delay ?? scenario.links[index].delay
        }
        return scenario
    }

    /// The faults that befall every packet that `node` sends or is sent.
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
