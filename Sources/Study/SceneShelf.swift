import Courseware
import Timelines

/// The scenes that one question shows and asks about, each run at most once for an attempt.
struct SceneShelf {
    let course: Catalog
    let seed: UInt64
    /// The scenes that are told with numbers of this attempt.
    private var redrawn: [LessonScene: Scene] = [:]

    init(_ course: Catalog, seed: UInt64) {
        self.course = course
        self.seed = seed
    }

    /// A scene as its author tells it, or with this attempt's numbers if it has been asked for so.
    func scene(_ place: LessonScene) -> Scene? {
        redrawn[place] ?? course.lesson(place.lesson)?.scene(place.variant)
    }

    /// A scene with this attempt's numbers.
    mutating func freshScene(_ place: LessonScene) -> Scene? {
        if let known = redrawn[place] { return known }
        let scene = course.lesson(place.lesson)?.scene(place.variant)?.redrawn(seed: seed)
        redrawn[place] = scene
        return scene
    }

    /// The event at a moment, in its scene.
    func event(_ moment: LessonMoment) -> (scene: Scene, event: Int)? {
        guard let scene = scene(moment.scene), let event = scene.timeline.event(anchored: moment.anchor) else {
            return nil
        }
        return (scene, event)
    }

    /// The value of a header field in this attempt.
    mutating func value(of field: LessonField) -> String? {
        guard let scene = freshScene(field.moment.scene),
            let event = scene.timeline.event(anchored: field.moment.anchor),
            let message = scene.timeline.message(of: event)
        else { return nil }
        return scene.timeline.messages[message].fields.first { $0.name == field.field }?.value
    }
}
