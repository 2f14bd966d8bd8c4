import Localization
public import LocatedJSON

/// What shows at first sight of a file that may hold a lesson.
public enum FirstSight: Equatable, Sendable {
    /// A lesson with this head. Whether the rest of it is sound is not known.
    case lesson(LessonHead)
    /// A quiz.
    case quiz
    /// Nothing yet: the bytes end too early, or there is a fault in what came so far.
    case unclear

    /// Looks at a file, of which the first bytes are enough: what makes up the head stands at the top of a lesson.
    ///
    /// Stops where the head is complete. A lesson that leaves out its order or its minutes must be gone over to its end.
    public init(of file: SourceFile, _ scrutiny: Scrutiny = Scrutiny()) {
        let log = scrutiny.log(of: file)
        var format: Int64?, id: String?, track: String?, order: Int?, minutes: Int?, title: LocalizedText?
        var isQuiz = false
        var skimmer = JSONSkimmer(file.bytes)
        let isAllRead = skimmer.members { key, value in
            func take<Value>(_ reading: Reading<Value>) -> Value? { value.value().flatMap { reading.read($0, log) } }
            switch key {
            case "format": format = take(.format)
            case "id": id = take(.identifier)
            case "track": track = take(.identifier)
            case "order": order = take(.lessonOrder)
            case "minutes": minutes = take(.lessonMinutes)
            case "title": title = take(.lessonTitle)
            case "questions": isQuiz = true
            default: break
            }
            let isHeadMissing =
                format == nil || id == nil || track == nil || order == nil || minutes == nil || title == nil
            return !isQuiz && isHeadMissing
        }
        let isHeadRead = isAllRead || (order != nil && minutes != nil)
        if isQuiz {
            self = .quiz
        } else if isHeadRead, log.errorCount == 0, format != nil, id == file.stem, let id, let track, let title {
            let head = LessonHead(
                id: id, track: track, order: order ?? LessonHead.usualOrder,
                minutes: minutes ?? LessonHead.usualMinutes, title: title)
            self = .lesson(head)
        } else {
            self = .unclear
        }
    }
}
