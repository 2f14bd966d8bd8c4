extension CourseFault {
    /// What is wrong with a question about a scene, in words.
    var sceneQuestionMessage: String {
        switch self {
        case .nothingToPointAt(let scene): "no event of \(scene) fits this; nobody could point at it"
        case .unpointableEvent:
            "no cursor can be put on this event; name the message, the state or the timer that it goes with"
        case .pointIsRight: "this event is a right one too; leave it out here, or in the answer"
        case .tooFewEvents(let count, let needs, let scene):
            "\(scene) has \(count == 1 ? "1 step" : "\(count) steps") that can be put in order, and \(needs) are wanted; "
                + "no two may happen at the same time or in the same words"
        case .fieldWithoutMessage: "no message is sent, arrives or is lost at this moment, so it has no field"
        case .fieldIsNoNumber(let field, let value): "the field '\(field)' is '\(value)', which is no whole number"
        case .nothingToPredict(.state): "no state is entered at this moment, or there is no other to choose from"
        case .nothingToPredict: "nothing happens at this moment that could be predicted; name another"
        case .unexplainedMoment(let id):
            "no step tells of '\(id)', so the question needs its own 'because' and 'cite'"
        default: scenarioMessage
        }
    }
}
