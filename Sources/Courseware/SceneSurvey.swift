import Localization
import LocatedJSON
import Timelines

/// Looks over the scenes of a lesson for what plays as written and is probably not meant.
struct SceneSurvey {
    let log: FaultLog

    /// Looks for participants at whom nothing happens, and for variants that are none.
    ///
    /// - Parameters:
    ///   - scenes: The scenes that could be read.
    ///   - node: The lesson that they were read from.
    func survey(_ scenes: [Scene], of node: JSONNode) {
        reportUnused(in: scenes, node)
        if scenes.count > 1 { reportRepetitions(of: scenes, node["variants"]?.elements ?? []) }
    }

    // MARK: Participants

    /// Reports at whom nothing happens in any scene.
    ///
    /// Who has something to do in one scene may stand idle in another: that nobody asks them is then what is shown.
    private func reportUnused(in scenes: [Scene], _ node: JSONNode) {
        var used = scenes.reduce(into: Set<Participant.ID>()) { $0.formUnion($1.timeline.busyParticipants) }
        for list in ([node] + (node["variants"]?.elements ?? [])).flatMap(Self.lists) {
            for participant in list.elements ?? [] where participant["external"]?.bool != true {
                guard let id = participant["id"], let name = id.string, used.insert(name).inserted else { continue }
                log.report(CourseFault.unusedParticipant(name), at: id.place)
            }
        }
    }

    /// The lists of participants that an object with scenes or a scenario has.
    private static func lists(in node: JSONNode) -> [JSONNode] {
        let scenario = node["scenario"]
        let lists = [node["participants"]] + ["hosts", "routers", "switches"].map { scenario?[$0] }
        return lists.compactMap { $0 }
    }

    // MARK: Repetitions

    private func reportRepetitions(of scenes: [Scene], _ variants: [JSONNode]) {
        let ids = variants.compactMap { $0["id"] }
        let places = Dictionary(ids.map { ($0.string ?? "", $0.place) }) { first, _ in first }
        var told: [Extent: [Scene]] = [:]
        for scene in scenes {
            let extent = Extent(scene)
            let first = told[extent]?.first { Telling($0) == Telling(scene) }
            if let first, let place = places[scene.id] {
                log.report(CourseFault.repeatedScene(first.id), at: place)
            } else if first == nil {
                told[extent, default: []].append(scene)
            }
        }
    }

    /// How much there is of everything in a scene, in which scenes nearly always differ.
    private struct Extent: Hashable {
        var participants: Int, messages: Int, events: Int, steps: Int
        var end: Instant

        init(_ scene: Scene) {
            let timeline = scene.timeline
            (participants, messages) = (timeline.participants.count, timeline.messages.count)
            (events, steps) = (timeline.events.count, scene.steps.count)
            end = timeline.end
        }
    }

    /// What a learner sees and reads in a scene.
    private struct Telling: Equatable {
        var participants: [Participant]
        var messages: [Message]
        var events: [Event]
        var says: [String]

        init(_ scene: Scene) {
            participants = scene.timeline.participants
            messages = scene.timeline.messages
            events = scene.timeline.events.map { Event(at: $0.instant, $0.kind) }
            says = scene.steps.flatMap { step in
                ["\(step.event)"] + step.say.wordings.map { "\($0.language?.rawValue ?? ""):\($0.text)" }
            }
        }
    }
}

extension Timeline {
    /// Those at whom something happens.
    fileprivate var busyParticipants: Set<Participant.ID> {
        var busy: Set<Participant.Index> = []
        for event in events {
            switch event.kind {
            case .sent(let message), .arrived(let message), .lost(let message):
                busy.insert(messages[message].sender)
                busy.insert(messages[message].receiver)
            case .state(let owner, _), .action(let owner, _): busy.insert(owner)
            case .timerStarted(let timer), .timerCancelled(let timer), .timerFired(let timer):
                busy.insert(timers[timer].owner)
            case .table(let change): busy.insert(change.owner)
            case .note(let range, _): busy.formUnion(range)
            case .work(let owner, _), .created(let owner), .destroyed(let owner): busy.insert(owner)
            case .phase, .divider, .gap: continue
            }
        }
        return Set(busy.filter(participants.indices.contains).map { participants[$0].id })
    }
}
