import Localization
import Timelines
import Wire

extension Network {
    /// The interfaces of a node, one for each link in the order of the links.
    func interfaces(of index: Int) -> [IPInterface] {
        let node = scenario.nodes[index]
        return wires[index].indices.map { place in
            let spec = links[wires[index][place].link].spec
            return IPInterface(
                address: node.addresses.indices.contains(place) ? node.addresses[place] : node.addresses.first,
                prefixLength: node.prefixLength,
                // The second bit of the first octet: administered here, not by a vendor.
                mac: MACAddress(rawValue: 0x0200_0000_0000 | UInt64(index + 1) << 8 | UInt64(place + 1)),
                mtu: spec.mtu, isEthernet: spec.isEthernet)
        }
    }

    /// Does what a switch wants.
    mutating func perform(_ action: SwitchAction, ofSwitch node: Int) {
        switch action {
        case .transmit(let bytes, let port, let rule): transmit(bytes, from: node, interface: port, because: rule)
        case .table(let name, let set, let removed, let rule):
            let rows = set.map { TableChange.Row($0.key, LocalizedText($0.value)) }
            _ = recorder.changed(
                TableChange(owner: node, name: name, set: rows, removed: removed), at: now, because: rule)
        case .discard(let rule):
            _ = recorder.acted(LocalizedText(en: "discards it", zh: "丢弃"), of: node, at: now, because: rule)
        }
    }

    /// Takes a link down for so long.
    mutating func takeDown(between one: Participant.ID, and other: Participant.ID, for span: Span) {
        for index in links.indices {
            let spec = links[index].spec
            guard (spec.one, spec.other) == (one, other) || (spec.one, spec.other) == (other, one) else { continue }
            links[index].downUntil = max(links[index].downUntil, now + span)
            let owner = links[index].ends.0.node
            let text = LocalizedText(en: "link down for \(span.text)", zh: "链路断开\(span.text)")
            recorder.cause = recorder.acted(text, of: owner, at: now, because: .linkDown) ?? recorder.cause
        }
    }
}
