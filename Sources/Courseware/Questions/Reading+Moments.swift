import Localization
import LocatedJSON

/// Where the parts of something in a lesson are written.
struct MomentPlaces: Equatable, Sendable {
    /// The id of the lesson.
    var lesson: Place
    /// The id of the variant, or what would have it.
    var variant: Place
    /// What else is said, such as the id of the event.
    var rest: Place
}

/// A moment of a lesson as it was written.
struct PlacedMoment {
    var moment: LessonMoment
    var places: MomentPlaces

    /// That the moment must exist.
    var reference: Reference {
        let target = Reference.Target.moment(moment, variantPlace: places.variant, anchorPlace: places.rest)
        return Reference(target: target, place: places.lesson)
    }
}

extension ObjectReader {
    /// Reads `lesson` and `variant`.
    mutating func lessonScene(rest key: String? = nil) -> (scene: LessonScene?, places: MomentPlaces) {
        let lesson = required("lesson", .identifier), variant = optional("variant", .identifier)
        let places = MomentPlaces(
            lesson: place(of: "lesson"), variant: place(of: "variant"), rest: key.map(place) ?? node.head)
        return (lesson.map { LessonScene(lesson: $0, variant: variant) }, places)
    }
}

extension Reading where Value == PlacedMoment {
    /// A moment of a lesson.
    static var moment: Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a moment", log: log) else { return nil }
            let (scene, places) = object.lessonScene(rest: "at")
            let anchor = object.required("at", .identifier)
            object.finish()
            guard let scene, let anchor else { return nil }
            let moment = LessonMoment(lesson: scene.lesson, variant: scene.variant, anchor: anchor)
            return PlacedMoment(moment: moment, places: places)
        }
    }
}

/// A scene of a lesson as it was written.
struct PlacedScene {
    var scene: LessonScene
    var places: MomentPlaces
}

extension Reading where Value == PlacedScene {
    /// A scene of a lesson.
    static var scene: Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a scene", log: log) else { return nil }
            let (scene, places) = object.lessonScene()
            object.finish()
            return scene.map { PlacedScene(scene: $0, places: places) }
        }
    }
}

/// Events of a scene to be put in order, as they were written.
struct PlacedEvents {
    var events: DrawnEvents
    var places: MomentPlaces
}

extension Reading where Value == PlacedEvents {
    /// Steps of a scene to draw items from.
    static var drawnEvents: Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a source of items", log: log) else { return nil }
            let (scene, places) = object.lessonScene()
            let count = object.optional("count", .wholeNumber(in: 3...9)) ?? DrawnEvents.usualCount
            object.finish()
            return scene.map { PlacedEvents(events: DrawnEvents(from: $0, count: count), places: places) }
        }
    }
}

/// A header field of a message in a lesson, as it was written.
struct PlacedField {
    var field: LessonField
    var places: MomentPlaces
    var fieldPlace: Place
}

extension Reading where Value == PlacedField {
    /// A header field of a message in a lesson.
    static var lessonField: Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a field of a message", log: log) else { return nil }
            let (scene, places) = object.lessonScene(rest: "at")
            let anchor = object.required("at", .identifier), field = object.required("field", .wording)
            object.finish()
            guard let scene, let anchor, let field else { return nil }
            let moment = LessonMoment(lesson: scene.lesson, variant: scene.variant, anchor: anchor)
            return PlacedField(
                field: LessonField(moment, field: field), places: places, fieldPlace: object.place(of: "field"))
        }
    }
}
