import Localization
import LocatedJSON
import Timelines

/// Performs the script of a scene, and once more for each branch in which it goes otherwise.
struct ScriptedSceneReader {
    let participants: [Participant]
    let isNumbered: Bool
    /// Whether what is written is held against the rules of its protocols.
    let judges: Bool
    let log: FaultLog

    /// More variants than anybody will look at; each of them is the whole script again.
    static let mostTellings = 24

    /// The scene of this id, and after it those that its alternatives make; none when there is nobody in it.
    func scenes(_ id: String, title: LocalizedText, _ entries: [ScriptEntry], _ place: Place) -> [Scene] {
        guard !participants.isEmpty else { return [] }
        let tellings = entries.tellings
        if tellings.count > Self.mostTellings {
            let fault = CourseFault.tooManyVariants(limit: Self.mostTellings)
            log.report(fault, at: tellings[Self.mostTellings].branch.place)
        }
        let others = tellings.prefix(Self.mostTellings).map { telling in
            let trial = log.emptied()
            var scene = scene(telling.id.value, telling.branch.condition, entries, telling.chosen, place, trial)
            scene.about = telling.branch.about
            return (scene, trial)
        }
        let main = scene(id, title, entries, [], place, log)
        // What all tellings have in common has been told off already.
        for diagnostic in others.flatMap(\.1.diagnostics)
        where !log.diagnostics.contains(where: { $0.place == diagnostic.place }) {
            log.report(diagnostic)
        }
        return [main] + others.map(\.0)
    }

    private func scene(
        _ id: String, _ title: LocalizedText, _ entries: [ScriptEntry], _ chosen: Set<String>, _ place: Place,
        _ log: FaultLog
    ) -> Scene {
        var performance = ScriptPerformance(
            participants: participants, isNumbered: isNumbered, choosing: chosen, judges: judges, log: log)
        let (timeline, steps) = performance.perform(entries)
        if timeline.events.isEmpty, !performance.hasGaps { log.report(CourseFault.emptyTimeline, at: place) }
        let scene = Scene(id: id, title: title, timeline: timeline, steps: steps.map(\.value))
        let stops = scene.stops
        for index in stops.indices.dropFirst() where stops[index] == stops[index - 1] {
            log.report(CourseFault.pointlessStep, at: steps[index].place)
        }
        return scene
    }
}
