import Courseware
import Localization
import Simulator
import Timelines
import Wire

extension Scene {
    /// The same scene with other sequence numbers, drawn from a seed; as it is when it is not simulated.
    ///
    /// Initial sequence numbers that the author fixed are drawn with as many digits as people can compare. Everything else
    /// stays: events, times and the author's names for events. Should another seed change what happens, as it does where
    /// packets are lost by chance, the scene is told as its author has it.
    func redrawn(seed: UInt64) -> Scene {
        guard var simulation else { return self }
        var random = SplitMix64(seed: seed)
        simulation.scenario.seed = random.next()
        for index in simulation.scenario.nodes.indices
        where simulation.scenario.nodes[index].initialSequence != nil {
            let number = random.draw(from: 10_000...99_999)
            simulation.scenario.nodes[index].initialSequence = SequenceNumber(UInt32(number))
        }
        let run = simulation.perform().timeline
        guard run.hasShape(of: timeline) else { return self }
        var scene = self
        scene.timeline = run.named(as: timeline)
        scene.simulation = simulation
        return scene
    }
}

extension Timeline {
    /// Whether the same things happen at the same times, whatever numbers they carry.
    fileprivate func hasShape(of other: Timeline) -> Bool {
        guard events.count == other.events.count, messages.count == other.messages.count else { return false }
        guard zip(messages, other.messages).allSatisfy({ $0.label == $1.label && $0.sender == $1.sender }) else {
            return false
        }
        return zip(events, other.events).allSatisfy { one, two in
            guard one.instant == two.instant else { return false }
            // What a table holds or a program does may name a number.
            return switch (one.kind, two.kind) {
            case (.table(let change), .table(let former)): change.owner == former.owner && change.name == former.name
            case (.action(let owner, _), .action(let former, _)): owner == former
            default: one.kind == two.kind
            }
        }
    }

    /// The same with the author's names of events, whose patterns may go by the numbers that were there before.
    fileprivate func named(as other: Timeline) -> Timeline {
        var events = self.events
        for index in events.indices { events[index].anchor = other.events[index].anchor }
        return Timeline(
            participants: participants, messages: messages, timers: timers, events: events, frames: frames,
            quantities: quantities, controlBlocks: controlBlocks, isNumbered: isNumbered)
    }
}
