import Localization
import LocatedJSON
import Simulator
import Timelines

/// Looks over the pictures of a lesson for those of which nothing is ever drawn.
struct PictureSurvey {
    let log: FaultLog

    /// Looks at the lesson's own pictures in all scenes that have them, and at those of variants in theirs.
    func survey(_ scenes: [Scene], of node: JSONNode) {
        let variants = node["variants"]?.elements ?? []
        let own = Set(variants.filter { $0["pictures"] != nil }.compactMap { $0["id"]?.string })
        survey(node, scenes.filter { !own.contains($0.id) })
        for variant in variants where variant["pictures"] != nil {
            survey(variant, scenes.filter { $0.id == variant["id"]?.string })
        }
    }

    /// What the scenes have in common is found fault with when it is of no use in any of them.
    private func survey(_ node: JSONNode, _ scenes: [Scene]) {
        guard let written = node["pictures"]?.elements, let pictures = scenes.first?.pictures,
            written.count == pictures.count
        else { return }
        for (picture, node) in zip(pictures, written) { survey(picture, node, scenes) }
    }

    private func survey(_ picture: Picture, _ node: JSONNode, _ scenes: [Scene]) {
        let timelines = scenes.map(\.timeline)
        guard !reportLack(of: picture, node, scenes) else { return }
        for name in picture.quantityNames {
            var isDrawn: Bool {
                timelines.contains { timeline in picture.quantities(in: timeline).contains { $0.isCalled(name) } }
            }
            guard !isDrawn else { continue }
            let place = Self.place(of: name, in: node)
            let bearers = timelines.flatMap { timeline in
                timeline.quantities.filter { $0.isCalled(name) }.map { timeline.participants[$0.owner].id }
            }
            let isMeasured = scenes.contains { $0.simulation != nil } && TCPGauge.isKnown(name)
            guard isMeasured || !bearers.isEmpty else {
                log.report(CourseFault.unknownQuantity(name, known: known(in: scenes)), at: place)
                return
            }
            let elsewhere = Set(bearers).subtracting([picture.owner]).sorted()
            let fault = CourseFault.quantityWithoutValue(name, at: picture.owner, elsewhere: elsewhere)
            log.report(fault, at: place)
            return
        }
        reportMixture(picture, node, timelines)
    }

    /// Reports a picture of a connection that there never is; answers whether it did.
    private func reportLack(of picture: Picture, _ node: JSONNode, _ scenes: [Scene]) -> Bool {
        switch picture.kind {
        case .curve, .bars, .sequence, .dial: return false
        case .controlBlock, .states: break
        }
        let timelines = scenes.map(\.timeline)
        guard !timelines.contains(where: picture.isDrawable) else { return false }
        let isScripted = scenes.allSatisfy { $0.simulation == nil }
        let count = timelines.map { timeline in
            timeline.controlBlocks.count { timeline.participants[$0.owner].id == picture.owner }
        }.max()
        if isScripted, picture.kind == .controlBlock {
            log.report(CourseFault.scriptedRecord, at: node.head)
        } else if picture.kind == .states, (picture.connection ?? 1) == 1 {
            log.report(CourseFault.pictureWithoutStates(at: picture.owner, isScripted: isScripted), at: node.head)
        } else {
            let number = picture.connection ?? 1
            let fault = CourseFault.pictureWithoutConnection(number, at: picture.owner, has: count ?? 0)
            log.report(fault, at: node["connection"]?.place ?? node.head)
        }
        return true
    }

    /// Reports two quantities on one axis that do not count the same.
    private func reportMixture(_ picture: Picture, _ node: JSONNode, _ timelines: [Timeline]) {
        guard case .curve(let names) = picture.kind, names.count == 2 else { return }
        for timeline in timelines {
            let quantities = picture.quantities(in: timeline)
            guard quantities.count == 2, quantities[0].unit != quantities[1].unit else { continue }
            log.report(CourseFault.mixedUnits(names[0], names[1]), at: Self.place(of: names[1], in: node))
            return
        }
    }

    /// Where a picture names a quantity; where it stands when it only implies it.
    private static func place(of name: String, in node: JSONNode) -> Place {
        let members = PictureVerb.allCases.compactMap { node[$0.rawValue] }
        for member in members {
            if member.string == name { return member.place }
            if let element = member.elements?.first(where: { $0.string == name }) { return element.place }
        }
        return node.head
    }

    /// The names that could be meant.
    private func known(in scenes: [Scene]) -> [String] {
        let written = scenes.flatMap { $0.timeline.quantities.flatMap { $0.name.wordings.map(\.text) } }
        let measured = scenes.contains { $0.simulation != nil } ? TCPGauge.allCases.map { $0.name(.english) } : []
        return Set(written + measured).sorted()
    }
}

extension TCPGauge {
    /// Whether a gauge is called so in any language.
    fileprivate static func isKnown(_ name: String) -> Bool {
        allCases.contains { $0.name.wordings.contains { $0.text == name } }
    }
}
