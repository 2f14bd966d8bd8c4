extension CourseFault {
    /// Whether a JSON Schema can judge it too: what is left needs the rest of the file, other files or a simulation.
    var isOfForm: Bool {
        switch self {
        case .unknownFormat, .malformedID, .emptyText, .unknownLanguage, .malformedCitation: true
        case .malformedDuration, .noVerb, .secondVerb, .noMoment, .keyWithoutSay, .afterAndWhen: true
        case .malformedField, .unclearTimer, .emptyTableChange, .noEnds: true
        case .twoKinds, .needsScenario, .sameVariant, .noneOfKeys, .exclusiveKeys, .noPair, .halfSlow: true
        case .malformedFlags, .malformedAddress, .malformedEndpoint, .malformedSize, .malformedBandwidth: true
        case .emptyStep, .stepWithoutSay, .unclearTimerPattern: true
        case .rightChoices, .noRightChoice, .unexplainedChoice, .malformedName, .needsCompanion: true
        default: false
        }
    }
}
