import LocatedJSON
import Simulator
import Timelines

/// What can be wrong with a lesson or a quiz, as facts.
///
/// `CourseFault+Wording.swift` puts them into words.
enum CourseFault: Equatable, Sendable {
    // Documents
    case unknownFormat(Int64)
    case idIsNotFileName(id: String, file: String)
    case malformedID(String)
    case repeatedID(String, of: String, firstLine: Int)
    case reservedID(String)
    case takenDocumentID(String, firstFile: String)
    case shadowedDocumentID(String, firstFile: String)
    case takenCourseID(String, firstFile: String)
    case missingSchema(String)

    // Texts
    case emptyText
    case unknownLanguage(String)
    case missingLanguage(String)
    case controlCharacter(Unicode.Scalar)
    case openCodeSpan
    case wideTitle(cells: Int, limit: Int)
    case staleTranslation([Translation.Disagreement])
    case malformedCitation(String)

    // Timelines
    case malformedDuration(String)
    case longDuration(String)
    case emptyTimeline
    case unknownParticipant(String, known: [String])
    case noVerb
    case secondVerb(String, first: String)
    case noMoment(key: String, verb: String)
    case keyWithoutSay(String)
    case afterAndWhen
    case pastWhen(Span, clock: Span)
    case malformedField(String)
    case unknownSpotlight(String, known: [String])
    case unclearTimer
    case timerNotRunning(String, at: String, known: [String])
    case timerRanOut(String, expiry: Span, clock: Span)
    case timerNeverEnds(String, expiry: Span)
    case emptyTableChange
    case unknownRow(String, known: [String])
    case fullTable(String, rows: Int, slots: Int)
    case unitOfTime
    case emptyPiece(from: Int, to: Int)
    case unseenQuantity
    case unknownQuantity(String, known: [String])
    case quantityWithoutValue(String, at: String, elsewhere: [String])
    case mixedUnits(String, String)
    case scriptedRecord
    case pictureWithoutConnection(Int, at: String, has: Int)
    case pictureWithoutStates(at: String, isScripted: Bool)
    case tooManyEvents(limit: Int)
    case tooManyFrames(limit: Int)
    case noEnds
    case noArrival(String)
    case noSender(String)
    case nobodyElse
    case broadcastToSender(String)
    case repeatedReceiver(String)
    case listOfOne(String)
    case lostElsewhere(String, known: [String])
    case notThereYet(String)
    case gone(String)
    case existsAlready(String)
    case notActive(String)
    case tooManyVariants(limit: Int)
    case pointlessStep
    case unusedParticipant(String)
    case repeatedScene(String)
    case nonconforming(Violation)
    case nothingWrong(ProtocolDocument)

    // Scenarios
    case noScenario
    case twoKinds(String)
    case needsScenario(String)
    case sameVariant
    case noneOfKeys(String, [String])
    case exclusiveKeys(String, String)
    case noTime
    case malformedAddress(String)
    case malformedEndpoint(String)
    case malformedSize(String)
    case largeSize(String, limit: Int)
    case malformedBandwidth(String)
    case largeBandwidth(String)
    case unknownGateway(String, known: [String])
    case missingLifelines([String])
    case noPair
    case bareSwitchLink
    case unlinked(String)
    case noLink(String, String)
    case addressCount(String, Int, links: Int)
    case noHost(String)
    case noSenderOfPackets(String)
    case malformedFlags(String)
    case segmentToItself(String)
    case largePayload(Int, limit: Int)
    case unreachable(String)
    case noListener
    case noSocket(String)
    case halfSlow
    case unknownLabel(String, known: [String])
    case unknownSlider(String, known: [String])
    case unusedSlider(String)
    case unknownStart(String, known: [String])

    // What is told and tried in a simulation
    case malformedFault(FaultNotationError)
    case idleFault(String)
    case emptyStep
    case stepWithoutSay(String)
    case stepNeverHappens
    case stepBeforeSince(at: Span, since: Span)
    case stepAfterUntil(at: Span, until: Span)
    case secondAnchor(String, first: String)
    case spotlightWithoutMessage
    case emptySimulation
    case tooMuchWork(limit: Int)
    case unclearTimerPattern
    case crossedTimes(after: Span, before: Span)
    case unknownScene(String, known: [String])
    case scriptedScene(String)
    case unsolved
    case alreadyMet

    // Questions
    case rightChoices(Int)
    case noRightChoice
    case unexplainedChoice
    case repeatedText(String, of: String)
    case malformedFormula(Expression.ParsingError.Fault)
    case unknownValue(String, known: [String])
    case divisionByZero([String: Int64])
    case formulaOverflow
    case mistakeIsRight(String)
    case repeatedMistake(String)
    case unshownValue(String)
    case malformedName(String)
    case emptyRange(Int64, Int64)
    case unusedValue(String)
    case textInFormula(String)
    case unpairedPick(String, count: Int)
    case needsCompanion(String, String)

    // Questions about scenes
    case nothingToPointAt(String)
    case unpointableEvent
    case pointIsRight
    case tooFewEvents(Int, needs: Int, String)
    case fieldWithoutMessage
    case fieldIsNoNumber(String, String)
    case nothingToPredict(PredictQuestion.Matter)
    case unexplainedMoment(String)

    // References
    case unknownLesson(String, known: [String])
    case lessonOfOtherTrack(String, track: String, listed: String)
    case unknownQuiz(String, known: [String])
    case unknownVariant(String, lesson: String, known: [String])
    case unknownMoment(String, scene: String, known: [String])
    case unknownChallenge(String, lesson: String, known: [String])
    case missingLessonReference(lesson: String)
    case missingQuizReference(quiz: String)
    case crossedReference(quiz: String, lessons: [String])
    case needsLater(lesson: String)
}

extension CourseFault: LocatedJSON.Fault {
    /// Warnings are about what plays as written but is probably not meant.
    var severity: Diagnostic.Severity {
        switch self {
        case .shadowedDocumentID, .takenCourseID: .warning
        case .openCodeSpan, .timerNeverEnds, .pointlessStep, .unusedValue, .idleFault, .missingSchema,
            .staleTranslation,
            .unusedParticipant, .repeatedScene, .missingLessonReference, .missingQuizReference, .crossedReference,
            .needsLater, .nothingWrong, .listOfOne, .unseenQuantity, .quantityWithoutValue, .mixedUnits,
            .pictureWithoutConnection, .pictureWithoutStates:
            .warning
        default: .error
        }
    }
}
