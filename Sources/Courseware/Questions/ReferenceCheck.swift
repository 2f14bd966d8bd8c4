import Localization
import LocatedJSON
import Simulator
import Timelines

/// Looks whether a lesson has what a question says of it.
struct ReferenceCheck {
    let lesson: Lesson
    let log: FaultLog

    /// Reports what a mention of the lesson gets wrong.
    func check(_ target: Reference.Target) {
        switch target {
        case .lesson, .lessonOfTrack, .quiz: return
        case .moment(let moment, let variantPlace, let anchorPlace):
            _ = event(moment, variantPlace: variantPlace, anchorPlace: anchorPlace)
        case .events(let target, let scene, let places, let parts):
            if let scene = self.scene(scene, at: parts.variant) { checkRight(target, in: scene, places) }
        case .wrongEvents(let target, let right, let scene, let places, _):
            // A scene that does not exist has been reported with the right events.
            if let scene = lesson.scene(scene.variant) { checkWrong(target, besides: right, in: scene, places) }
        case .drawnEvents(let drawn, let parts):
            guard let scene = self.scene(drawn.scene, at: parts.variant) else { return }
            let count = scene.orderableEvents.count
            if count < drawn.count {
                log.report(CourseFault.tooFewEvents(count, needs: drawn.count, name(of: scene)), at: parts.rest)
            }
        case .challenge(let id, _, let place):
            let known = lesson.challenges.map(\.id)
            if !known.contains(id) {
                log.report(CourseFault.unknownChallenge(id, lesson: lesson.id, known: known), at: place)
            }
        case .ownChallenge(let goal, let solution, let scene, let parts, let goalPlace, let solutionPlace):
            guard let scene = self.scene(scene, at: parts.variant) else { return }
            let places = ChallengePlaces(scene: parts.lesson, goal: goalPlace, solution: solutionPlace)
            goal.tryOut(solution, in: scene, within: SimulationBudget(), places, log)
        case .prediction(let question, let isExplained, let parts, let place):
            checkPrediction(question, isExplained: isExplained, parts, place)
        case .field(let field, let mustBeNumber, let parts, let place):
            guard let (scene, event) = event(field.moment, variantPlace: parts.variant, anchorPlace: parts.rest),
                let value = value(of: field.field, at: event, in: scene, place, parts.rest)
            else { return }
            if mustBeNumber, Int64(value) == nil {
                log.report(CourseFault.fieldIsNoNumber(field.field, value), at: place)
            }
        }
    }

    // MARK: Scenes and moments

    private func scene(_ scene: LessonScene, at place: Place) -> Scene? {
        if let found = lesson.scene(scene.variant) { return found }
        let variants = lesson.scenes.dropFirst().map(\.id)
        log.report(CourseFault.unknownVariant(scene.variant ?? "", lesson: lesson.id, known: variants), at: place)
        return nil
    }

    private func event(
        _ moment: LessonMoment, variantPlace: Place, anchorPlace: Place
    ) -> (scene: Scene, event: Int)? {
        guard let scene = scene(moment.scene, at: variantPlace) else { return nil }
        return event(moment.anchor, in: scene, at: anchorPlace).map { (scene, $0) }
    }

    private func event(_ anchor: String, in scene: Scene, at place: Place) -> Int? {
        if let event = scene.timeline.event(anchored: anchor) { return event }
        let anchors = scene.timeline.events.compactMap(\.anchor)
        log.report(CourseFault.unknownMoment(anchor, scene: name(of: scene), known: anchors), at: place)
        return nil
    }

    private func name(of scene: Scene) -> String {
        scene.id == Scene.mainID
            ? "the lesson '\(lesson.id)'" : "the variant '\(scene.id)' of '\(lesson.id)'"
    }

    private func value(
        of field: String, at event: Int, in scene: Scene, _ place: Place, _ momentPlace: Place
    ) -> String? {
        guard let message = scene.timeline.events[event].kind.message else {
            log.report(CourseFault.fieldWithoutMessage, at: momentPlace)
            return nil
        }
        let fields = scene.timeline.messages[message].fields
        let value = fields.first { $0.name == field }?.value
        if value == nil { log.report(CourseFault.unknownSpotlight(field, known: fields.map(\.name)), at: place) }
        return value
    }

    // MARK: Pointing

    /// The events that a target names, each with the place where it is named; reports names that nothing has.
    private func events(_ target: EventTarget, in scene: Scene, _ places: [Place]) -> [(event: Int, place: Place)] {
        switch target {
        case .anchors(let anchors):
            return zip(anchors, places).compactMap { anchor, place in
                event(anchor, in: scene, at: place).map { ($0, place) }
            }
        case .pattern(let pattern):
            let events = pattern.matches(in: scene.timeline)
            if events.isEmpty, let place = places.first {
                log.report(CourseFault.nothingToPointAt(name(of: scene)), at: place)
            }
            return events.flatMap { event in places.prefix(1).map { (event, $0) } }
        }
    }

    private func checkRight(_ target: EventTarget, in scene: Scene, _ places: [Place]) {
        for (event, place) in events(target, in: scene, places)
        where scene.timeline.pointedEvent(for: event) == nil {
            log.report(CourseFault.unpointableEvent, at: place)
            return
        }
    }

    private func checkWrong(
        _ target: EventTarget, besides right: EventTarget?, in scene: Scene, _ places: [Place]
    ) {
        let timeline = scene.timeline
        let right = Set((right?.events(in: timeline) ?? []).compactMap(timeline.pointedEvent))
        for (event, place) in events(target, in: scene, places) {
            guard let pointed = timeline.pointedEvent(for: event) else {
                log.report(CourseFault.unpointableEvent, at: place)
                return
            }
            // A pattern may be wider than what is wrong; a name cannot.
            if case .anchors = target, right.contains(pointed) {
                log.report(CourseFault.pointIsRight, at: place)
            }
        }
    }

    // MARK: Predicting

    private func checkPrediction(
        _ question: PredictQuestion, isExplained: Bool, _ parts: MomentPlaces, _ place: Place
    ) {
        guard let (scene, event) = event(question.moment, variantPlace: parts.variant, anchorPlace: parts.rest) else {
            return
        }
        switch question.matter {
        case .event:
            if scene.timeline.words(forEvent: event) == nil {
                log.report(CourseFault.nothingToPredict(.event), at: parts.rest)
            }
        case .state:
            guard case .state(_, let state) = scene.timeline.events[event].kind else {
                log.report(CourseFault.nothingToPredict(.state), at: parts.rest)
                return
            }
            let others = lesson.scenes.flatMap(\.timeline.events).contains { other in
                if case .state(_, let name) = other.kind { name != state } else { false }
            }
            if !others { log.report(CourseFault.nothingToPredict(.state), at: parts.rest) }
        case .number(let field):
            guard let value = value(of: field, at: event, in: scene, place, parts.rest) else { return }
            if Int64(value) == nil { log.report(CourseFault.fieldIsNoNumber(field, value), at: place) }
        }
        if !isExplained, !scene.steps.contains(where: { $0.event == event }) {
            log.report(CourseFault.unexplainedMoment(question.moment.anchor), at: parts.rest)
        }
    }
}
