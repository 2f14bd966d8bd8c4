import LocatedJSON
import Simulator
import Timelines

extension Reading where Value == [Challenge] {
    /// The challenges of a lesson, checked by trying them if there is a budget for it.
    ///
    /// `scenes` are those that could be read, `names` the ids of all of them; `participants` are those of a scene that
    /// could not be read.
    static func challenges(
        in scenes: [Scene], named names: [String], _ participants: [Participant.ID],
        triedWithin budget: SimulationBudget?
    ) -> Self {
        Reading { node, log in
            var used = UsedIDs(of: "the challenge")
            let challenge = Reading<Challenge> { node, log in
                let errors = log.errorCount
                guard var object = ObjectReader(node, as: "a challenge", log: log) else { return nil }
                let id = object.required("id", .identifier)
                if let id { used.use(id, at: object.place(of: "id"), log: log) }
                let task = object.required("task", .text), hint = object.optional("hint", .text)
                let because = object.required("because", .text), citations = object.required("cite", .citations)
                let name = object.optional("scene", .sceneName(among: names)) ?? Scene.mainID
                let scene = scenes.first { $0.id == name }
                let known = scene?.participants ?? participants
                let goal = object.required("goal", .goal(among: known))
                let solution = object.required("solution", .list(of: .fault(among: known), atLeast: 1))
                object.finish()
                guard let id, let task, let because, let citations, let goal, let solution else { return nil }
                let challenge = Challenge(
                    id: id, task: task, hint: hint, because: because, citations: citations, scene: name, goal: goal,
                    solution: solution)
                if let budget, let scene, log.errorCount == errors {
                    let places = ChallengePlaces(
                        scene: object.has("scene") ? object.place(of: "scene") : object.node.head,
                        goal: object.place(of: "goal"), solution: object.place(of: "solution"))
                    goal.tryOut(solution, in: scene, within: budget, places, log)
                }
                return challenge
            }
            return Reading.list(of: challenge, atMost: CourseLimits.challenges).read(node, log)
        }
    }
}

extension Scene {
    /// Who takes part, without letting anything happen.
    fileprivate var participants: [Participant.ID] {
        simulation.map { $0.scenario.nodes.map(\.id) } ?? timeline.participants.map(\.id)
    }
}

extension Reading where Value == String {
    /// The id of a simulated scene.
    fileprivate static func sceneName(among names: [String]) -> Self {
        Reading { node, log in
            guard let name = Reading<String>.string.read(node, log) else { return nil }
            if !names.contains(name) { log.report(CourseFault.unknownScene(name, known: names), at: node.place) }
            return name
        }
    }
}

/// Where the parts of a challenge are written.
struct ChallengePlaces {
    var scene: Place, goal: Place, solution: Place
}

extension Goal {
    /// Reports when a solution does not reach the goal, and when nothing needs to be done.
    func tryOut(
        _ solution: [Simulator.Fault], in scene: Scene, within budget: SimulationBudget, _ places: ChallengePlaces,
        _ log: FaultLog
    ) {
        guard let simulation = scene.simulation else {
            log.report(CourseFault.scriptedScene(scene.id), at: places.scene)
            return
        }
        if isMet(by: scene.timeline) {
            log.report(CourseFault.alreadyMet, at: places.goal)
            return
        }
        do throws(SimulationBudget.Exhausted) {
            let timeline = try simulation.perform(faults: solution, within: budget).timeline
            if !isMet(by: timeline) { log.report(CourseFault.unsolved, at: places.solution) }
        } catch {
            log.report(CourseFault.tooMuchWork(limit: error.limit), at: places.solution)
        }
    }
}
