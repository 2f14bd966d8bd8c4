import LocatedJSON
import Simulator
import Timelines

extension Reading where Value == Scenario {
    /// A scenario; `delay` is that of a link that does not say.
    ///
    /// - Returns: `nil` also when anything in it is wrong: half a scenario cannot be run.
    static func scenario(delay: Span) -> Self {
        Reading { node, log in
            let errors = log.errorCount
            guard var object = ObjectReader(node, as: "a scenario", log: log) else { return nil }
            let nodes = NodeReader(log: log)
            nodes.read(&object)
            let lifelines = object.optional("lifelines", .list(of: Reading<String>.string.located))
            var scenario = Scenario(nodes: nodes.nodes, links: [])
            if let lifelines { scenario.nodes = arranged(nodes.nodes, lifelines, object.place(of: "lifelines"), log) }
            let links = LinkReader(nodes: scenario.nodes, delay: delay)
            scenario.links = object.optional("links", .list(of: links.link)) ?? links.chain
            if log.errorCount == errors {
                links.check(scenario.links, at: object.has("links") ? object.place(of: "links") : node.head, log)
            }
            scenario.script = object.optional("do", CallReader(nodes: scenario.nodes).script) ?? []
            scenario.incidents = object.optional("incidents", .list(of: .incident(among: scenario))) ?? []
            scenario.seed = object.optional("seed", .wholeNumber(in: 0...Int.max)).map { UInt64($0) } ?? scenario.seed
            scenario.beginning = object.optional("since", .duration) ?? scenario.beginning
            scenario.limit = object.optional("until", .someTime) ?? scenario.limit
            object.finish()
            return log.errorCount == errors ? scenario : nil
        }
    }

    /// The nodes in the order of these ids, which must be all of them.
    private static func arranged(
        _ nodes: [Scenario.Node], _ ids: [Located<Participant.ID>], _ place: Place, _ log: FaultLog
    ) -> [Scenario.Node] {
        var used = UsedIDs(of: "the lifeline")
        for id in ids {
            used.use(id.value, at: id.place, log: log)
            if !nodes.contains(where: { $0.id == id.value }) {
                log.report(CourseFault.unknownParticipant(id.value, known: nodes.map(\.id)), at: id.place)
            }
        }
        let missing = nodes.map(\.id).filter { id in !ids.contains { $0.value == id } }
        if !missing.isEmpty { log.report(CourseFault.missingLifelines(missing), at: place) }
        return ids.compactMap { id in nodes.first { $0.id == id.value } } + nodes.filter { missing.contains($0.id) }
    }
}

/// Reads links between these nodes.
struct LinkReader {
    let nodes: [Scenario.Node]
    /// That of a link that does not say.
    let delay: Span

    /// Each lifeline joined to the next.
    var chain: [Scenario.LinkSpec] {
        zip(nodes, nodes.dropFirst()).map { link(between: $0.id, $1.id) }
    }

    private func link(between one: Participant.ID, _ other: Participant.ID) -> Scenario.LinkSpec {
        let isEthernet = nodes.contains { $0.kind == .ethernetSwitch && ($0.id == one || $0.id == other) }
        return Scenario.LinkSpec(one, other, delay: delay, isEthernet: isEthernet)
    }

    /// One link.
    var link: Reading<Scenario.LinkSpec> {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a link", log: log) else { return nil }
            let ends = object.required("between", .pair(among: nodes.map(\.id))) ?? ("", "")
            var link = link(between: ends.0, ends.1)
            link.delay = object.optional("delay", .duration) ?? link.delay
            link.bandwidth = object.optional("bandwidth", .bandwidth)
            link.queue = object.optional("queue", .wholeNumber(in: 0...100_000)) ?? link.queue
            // RFC 791 §3.2: every host and router handles packets of 68 bytes, and none is longer than 65,535.
            link.mtu = object.optional("mtu", .wholeNumber(in: 68...65_535)) ?? link.mtu
            let isEthernet = object.optional("ethernet", Reading.bool.located)
            if isEthernet?.value == false, link.isEthernet, let place = isEthernet?.place {
                log.report(CourseFault.bareSwitchLink, at: place)
            }
            link.isEthernet = isEthernet?.value ?? link.isEthernet
            object.finish()
            return link
        }
    }

    /// Checks that everything is joined, and routers as often as they have addresses.
    func check(_ links: [Scenario.LinkSpec], at place: Place, _ log: FaultLog) {
        for node in nodes {
            let count = links.count { $0.one == node.id || $0.other == node.id }
            if count == 0, nodes.count > 1 { log.report(CourseFault.unlinked(node.id), at: place) }
            if node.kind == .router, count > 0, count != node.addresses.count {
                log.report(CourseFault.addressCount(node.id, node.addresses.count, links: count), at: place)
            }
        }
    }
}

extension Reading where Value == (Participant.ID, Participant.ID) {
    /// Two different participants.
    static func pair(among known: [Participant.ID]) -> Self {
        Reading { node, log in
            let list = Reading<[Participant.ID]>.list(of: .participant(among: known), atLeast: 2)
            let errors = log.errorCount
            guard let ends = list.read(node, log), log.errorCount == errors else { return nil }
            guard ends.count == 2, ends[0] != ends[1] else {
                log.report(CourseFault.noPair, at: node.head)
                return nil
            }
            return (ends[0], ends[1])
        }
    }
}
