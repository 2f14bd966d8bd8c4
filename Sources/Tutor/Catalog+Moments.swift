import Courseware
import Timelines

extension Catalog {
    /// The scene that a question points at, and the moment when the event named there has just happened.
    func moment(_ place: LessonMoment) -> (scene: Scene, moment: Moment)? {
        guard let scene = lesson(place.lesson)?.scene(place.variant),
            let event = scene.timeline.event(anchored: place.anchor)
        else { return nil }
        return (scene, Moment(scene.timeline.events[event].instant, happened: event + 1))
    }
}
