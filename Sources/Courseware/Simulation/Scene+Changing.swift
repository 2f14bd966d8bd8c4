import Localization
public import Simulator
import Timelines

extension Scene {
    /// The scene as it goes when these faults happen besides its own.
    ///
    /// The author's steps stay wherever their events still happen. From where the run first differs from the one that is
    /// told, what no step mentions is told by the rule that the simulator gives for it. Two steps never stop at the same
    /// moment, and what programs do by the same rule is told once. A scripted scene cannot be changed, and comes back
    /// as it is.
    ///
    /// To be called on the scene as the author tells it, with all that has been changed so far.
    ///
    /// - Parameters:
    ///   - faults: What happens besides.
    ///   - places: Where the scene's sliders stand; as the author left them for `nil`, and when the scenario has a fault
    ///     with them.
    /// - Returns: The scene as it goes then; itself when nothing is different.
    public func changed(by faults: [Simulator.Fault], sliding places: [Int]? = nil) -> Scene {
        guard let simulation else { return self }
        let slid = places.flatMap { $0 == simulation.sliders?.start ? nil : simulation.sliding(to: $0) }
        guard slid != nil || !faults.isEmpty else { return self }
        var scene = self
        scene.simulation = slid ?? simulation
        var change = Int.max, unchanged = timeline
        let (changed, authored) = (slid ?? simulation).perform(faults: faults)
        if let slid {
            unchanged = faults.isEmpty ? changed : slid.perform().timeline
            // A longer way moves every instant; that alone needs no words.
            change = unchanged.divergence(from: timeline, inOutline: true) ?? unchanged.events.count
        }
        if !faults.isEmpty { change = min(change, changed.divergence(from: unchanged) ?? changed.events.count) }
        scene.timeline = changed
        let automatic = changed.automaticSteps(from: change, besides: Set(authored.map(\.event)))
        scene.settle(authored, automatic)
        return scene
    }

    /// Puts steps together so that each stops later than the one before.
    ///
    /// What would be told at the same moment as something else gives way if it is automatic, and is joined to it if not.
    mutating func settle(_ authored: [Step], _ automatic: [Step] = []) {
        let isAutomatic = [Bool](repeating: false, count: authored.count) + automatic.map { _ in true }
        let all = authored + automatic
        var order = all.indices.sorted { (all[$0].event, $0) < (all[$1].event, $1) }
        var told = all
        while true {
            steps = order.map { told[$0] }
            let stops = stops
            var gone: Set<Int> = []
            for place in stops.indices.dropFirst() where stops[place] == stops[place - 1] {
                let first = order[place - 1], second = order[place]
                if gone.contains(first) { continue }
                if isAutomatic[first], !isAutomatic[second] || timeline.isLoss(told[second].event) {
                    gone.insert(first)
                } else {
                    if !isAutomatic[second] { told[first].join(told[second]) }
                    gone.insert(second)
                }
            }
            if gone.isEmpty { return }
            order.removeAll { gone.contains($0) }
        }
    }
}

extension Step {
    /// Tells the other step's text too, in a paragraph of its own.
    fileprivate mutating func join(_ other: Step) {
        let first = say
        say = LocalizedText(wording: { language in "\(first(language))\n\(other.say(language))" })
        citations += other.citations.filter { !citations.contains($0) }
        ask = ask ?? other.ask
    }
}

extension Timeline {
    /// What the simulator itself has to say, from this event on, about what is worth a stop and not `told` by the author.
    ///
    /// Where nobody would go through all of that, what a participant does by the same rule is told a few times only.
    fileprivate func automaticSteps(from first: Int, besides told: Set<Int>) -> [Step] {
        let all = ruledSteps(from: first, besides: told)
        guard all.count > Self.mostRuledSteps else { return all }
        var said: [[String]: Int] = [:]
        return all.filter { step in
            guard let rule = events[step.event].rule else { return true }
            said[[rule.id, actor(of: step.event)], default: 0] += 1
            return said[[rule.id, actor(of: step.event)], default: 0] <= Self.mostRepetitions
        }
    }

    /// More automatic steps than these take too long to go through, and how often the same is told then.
    private static var mostRuledSteps: Int { 40 }
    private static var mostRepetitions: Int { 3 }

    /// Whose message, timer or doing an event is.
    private func actor(of event: Int) -> Participant.ID {
        switch events[event].kind {
        case .sent(let message), .lost(let message): participants[messages[message].sender].id
        case .timerFired(let timer): participants[timers[timer].owner].id
        default: ""
        }
    }

    /// Everything that the simulator has to say.
    private func ruledSteps(from first: Int, besides told: Set<Int>) -> [Step] {
        var saidOfPrograms: Set<String> = []
        return events.indices[first...].compactMap { index in
            guard !told.contains(index), let rule = events[index].rule else { return nil }
            switch events[index].kind {
            case .sent, .lost, .timerFired: break
            case .action, .note: guard saidOfPrograms.insert(rule.id).inserted else { return nil }
            case .arrived, .state, .timerStarted, .timerCancelled, .table, .phase, .divider, .gap, .work, .created,
                .destroyed:
                return nil
            }
            return Step(event: index, say: rule.sentence, citations: rule.citations.map { Citation($0) })
        }
    }

    fileprivate func isLoss(_ event: Int) -> Bool {
        if case .lost = events[event].kind { true } else { false }
    }

    /// The index of the first event that is not as in `other`; `nil` when all are.
    ///
    /// Names, spotlights, and what will become of a message or a timer make no difference: that is another event.
    ///
    /// - Parameters:
    ///   - other: What it is compared with.
    ///   - isOutline: Whether it makes no difference either when it happens, how long timers are, and which numbers messages
    ///     carry: many of these come from clocks.
    /// - Returns: An index in ``events``, or their count when `other` goes on.
    func divergence(from other: Timeline, inOutline isOutline: Bool = false) -> Int? {
        let common = min(events.count, other.events.count)
        return events.indices.first { index in index >= common || !isSame(index, as: other, isOutline) }
            ?? (events.count < other.events.count ? events.count : nil)
    }

    private func isSame(_ index: Int, as other: Timeline, _ isOutline: Bool) -> Bool {
        let one = events[index], two = other.events[index]
        guard isOutline || one.instant == two.instant, one.kind == two.kind else { return false }
        switch one.kind {
        case .sent(let place):
            let message = messages[place], counterpart = other.messages[place]
            return (message.sender, message.receiver, message.label) == (
                counterpart.sender, counterpart.receiver, counterpart.label
            ) && (isOutline || message.fields == counterpart.fields)
                && message.isRetransmission == counterpart.isRetransmission
        case .timerStarted(let place):
            let timer = timers[place], counterpart = other.timers[place]
            return (timer.owner, timer.name) == (counterpart.owner, counterpart.name)
                && (isOutline || timer.length == counterpart.length)
        default: return true
        }
    }
}
