import Localization
import LocatedJSON
import Simulator
import Timelines

extension QuestionDecoder {
    // MARK: Point

    mutating func pointForm(_ object: inout ObjectReader) -> Question.Kind? {
        let placed = object.required("scene", .scene)
        let right = target(&object)
        let wrong = object.optional("wrong", .list(of: mistake)) ?? []
        guard let placed else { return nil }
        if let right {
            references.append(
                Reference(
                    target: .events(right.target, in: placed.scene, right.places, placed.places),
                    place: placed.places.lesson))
        }
        for mistake in wrong {
            let target = Reference.Target.wrongEvents(
                mistake.mistake.events, besides: right?.target, in: placed.scene, mistake.places, placed.places)
            references.append(Reference(target: target, place: placed.places.lesson))
        }
        guard let right else { return nil }
        return .point(PointQuestion(scene: placed.scene, right: right.target, wrong: wrong.map(\.mistake)))
    }

    /// What `at` or `on` says, and where each of its parts stands.
    private func target(_ object: inout ObjectReader) -> (target: EventTarget, places: [Place])? {
        let anchors = object.optional("at", .anchors)
        let pattern = object.optional("on", .pattern(among: nil))
        switch (object.has("at"), object.has("on")) {
        case (true, true):
            let place = object.member("on")?.keyPlace ?? object.node.head
            log.report(CourseFault.exclusiveKeys("at", "on"), at: place)
            return nil
        case (false, false):
            log.report(CourseFault.noneOfKeys(object.name, ["at", "on"]), at: object.node.head)
            return nil
        case (true, false): return anchors.map { (.anchors($0.map(\.value)), $0.map(\.place)) }
        case (false, true): return pattern.map { (.pattern($0), [object.place(of: "on")]) }
        }
    }

    private struct PlacedMistake { var mistake: PointMistake, places: [Place] }

    private var mistake: Reading<PlacedMistake> {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a wrong place", log: log) else { return nil }
            let target = target(&object)
            let because = object.required("because", .text)
            object.finish()
            guard let target, let because else { return nil }
            return PlacedMistake(mistake: PointMistake(target.target, because: because), places: target.places)
        }
    }

    // MARK: Challenge

    private static let ownKeys = ["scene", "goal", "solution"]

    /// Whether a challenge says itself what is to be done.
    static func isOwnChallenge(_ object: ObjectReader) -> Bool { ownKeys.contains(where: object.has) }

    mutating func challengeForm(_ object: inout ObjectReader) -> Question.Kind? {
        guard Self.isOwnChallenge(object) else {
            for key in Self.ownKeys { object.allow(key) }
            let lesson = object.required("lesson", .identifier), id = object.required("challenge", .identifier)
            guard let lesson, let id else { return nil }
            let target = Reference.Target.challenge(id, of: lesson, place: object.place(of: "challenge"))
            references.append(Reference(target: target, place: object.place(of: "lesson")))
            return .challenge(.named(id, lesson: lesson))
        }
        for key in ["lesson", "challenge"] {
            object.allow(key)
            guard let member = object.member(key) else { continue }
            log.report(CourseFault.exclusiveKeys("goal", key), at: member.keyPlace)
        }
        let placed = object.required("scene", .scene), goal = object.required("goal", .goal(among: nil))
        let solution = object.required("solution", .list(of: .fault(among: nil), atLeast: 1))
        guard let placed, let goal, let solution else { return nil }
        let target = Reference.Target.ownChallenge(
            goal, solution, in: placed.scene, placed.places, goalPlace: object.place(of: "goal"),
            solutionPlace: object.place(of: "solution"))
        references.append(Reference(target: target, place: placed.places.lesson))
        return .challenge(.own(placed.scene, goal, solution: solution))
    }

    // MARK: Predict

    private enum Matter: String, CaseIterable { case event, state, number }

    mutating func predictForm(_ object: inout ObjectReader) -> Question.Kind? {
        let placed = object.required("moment", .moment)
        let asks = object.optional("asks", .oneOf(Matter.allCases.map { ($0.rawValue, $0) })) ?? .event
        let field = asks == .number ? object.required("field", .wording) : nil
        guard let placed else { return nil }
        let matter: PredictQuestion.Matter
        switch asks {
        case .event: matter = .event
        case .state: matter = .state
        case .number:
            guard let field else { return nil }
            matter = .number(field: field)
        }
        let question = PredictQuestion(moment: placed.moment, matter: matter)
        let target = Reference.Target.prediction(
            question, isExplained: object.has("because") && object.has("cite"), placed.places,
            matterPlace: object.has("field") ? object.place(of: "field") : object.place(of: "asks"))
        references.append(Reference(target: target, place: placed.places.lesson))
        return .predict(question)
    }
}

extension Reading where Value == [Located<String>] {
    /// The id of an event, or a list of such ids.
    fileprivate static var anchors: Self {
        Reading { node, log in
            let one = Reading<String>.identifier.located
            guard node.elements == nil else { return Reading.list(of: one, atLeast: 1).read(node, log) }
            return one.read(node, log).map { [$0] }
        }
    }
}
