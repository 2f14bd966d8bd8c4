import LocatedJSON
import Simulator

/// A mention of another document.
struct Reference: Equatable, Sendable {
    enum Target: Equatable, Sendable {
        case lesson(String)
        /// A lesson that a course lists under a track.
        case lessonOfTrack(String, track: String)
        case quiz(String)
        /// A moment in a lesson, whose parts stand at these places.
        case moment(LessonMoment, variantPlace: Place, anchorPlace: Place)
        /// Events that a learner is to point at; the last places are those of the parts of the target.
        case events(EventTarget, in: LessonScene, [Place], MomentPlaces)
        /// Events that a learner may point at by mistake, besides those that are right.
        case wrongEvents(EventTarget, besides: EventTarget?, in: LessonScene, [Place], MomentPlaces)
        /// Steps that are to be put in order.
        case drawnEvents(DrawnEvents, MomentPlaces)
        /// A challenge of a lesson, whose id stands at a place.
        case challenge(String, of: String, place: Place)
        /// What is to be brought about in a scene, and how it can be.
        case ownChallenge(
            Goal, [Simulator.Fault], in: LessonScene, MomentPlaces, goalPlace: Place, solutionPlace: Place)
        /// Something to be predicted; whether the quiz itself explains it, and where it says what is asked.
        case prediction(PredictQuestion, isExplained: Bool, MomentPlaces, matterPlace: Place)
        /// A value in a message.
        case field(LessonField, mustBeNumber: Bool, MomentPlaces, fieldPlace: Place)
    }

    var target: Target
    /// Where the id of the document stands.
    var place: Place

    /// The id of the lesson that a question is about; `nil` for a mention of another kind.
    var lesson: String? {
        switch target {
        case .lesson, .lessonOfTrack, .quiz: nil
        case .moment(let moment, _, _): moment.lesson
        case .events(_, let scene, _, _), .wrongEvents(_, _, let scene, _, _), .ownChallenge(_, _, let scene, _, _, _):
            scene.lesson
        case .drawnEvents(let events, _): events.scene.lesson
        case .challenge(_, let lesson, _): lesson
        case .prediction(let question, _, _, _): question.moment.lesson
        case .field(let field, _, _, _): field.moment.lesson
        }
    }
}
