import Localization
public import LocatedJSON

/// Reads a `course.json` by docs/authoring.md and reports every fault of it in one go.
public enum CourseDecoder {
    /// Reads the course in `file`.
    public static func decode(_ file: SourceFile, _ scrutiny: Scrutiny = Scrutiny()) -> Decoded<CourseOutline> {
        decode(ParsedFile(file, scrutiny))
    }

    static func decode(_ file: ParsedFile) -> Decoded<CourseOutline> {
        file.speakingItsLanguages.decoded { node, log, references in course(node, in: file, log, &references) }
    }

    private static func course(
        _ node: JSONNode, in file: ParsedFile, _ log: FaultLog, _ references: inout [Reference]
    ) -> CourseOutline? {
        guard var object = ObjectReader(node, as: "a course", log: log) else { return nil }
        let id = object.header(of: file, schema: "schemas/course.schema.json", log: log)
        let title = object.required("title", .lessonTitle)
        let about = object.optional("about", .text)
        let languages = object.optional("languages", .list(of: language, atLeast: 1))
        var tracks = TrackReader()
        let list = Reading<CourseOutline.Track> { node, log in tracks.track(node, log) }
        let order = object.optional("order", .lessonOrder) ?? LessonHead.usualOrder
        let read = object.optional("tracks", .list(of: list, atMost: CourseLimits.tracks)) ?? []
        object.finish()
        references += tracks.references
        guard let id, let title else { return nil }
        return CourseOutline(
            id: id, title: title, about: about, languages: languages, tracks: read, order: order)
    }

    private static var language: Reading<Language> { .oneOf(Language.allCases.map { ($0.rawValue, $0) }) }
}

extension ParsedFile {
    /// The file, in which no language is missed that it does not list.
    fileprivate var speakingItsLanguages: ParsedFile {
        guard let listed = node?["languages"]?.elements?.compactMap({ $0.string.flatMap(Language.init(rawValue:)) }),
            !listed.isEmpty
        else { return self }
        var scrutiny = scrutiny
        scrutiny.languages = Set(listed)
        return ParsedFile(source, scrutiny, census: census)
    }
}

/// Reads the tracks of a course, in which no track and no lesson may stand twice.
private struct TrackReader {
    private(set) var references: [Reference] = []
    private var tracks = UsedIDs(of: "the track")
    private var lessons = UsedIDs(of: "the lesson")

    mutating func track(_ node: JSONNode, _ log: FaultLog) -> CourseOutline.Track? {
        guard var object = ObjectReader(node, as: "a track", log: log) else { return nil }
        let id = object.required("id", .identifier)
        let title = object.required("title", .text)
        let about = object.optional("about", .text)
        let listed = object.optional("lessons", .list(of: Reading.identifier.located)) ?? []
        object.finish()
        if let id { tracks.use(id, at: object.place(of: "id"), log: log) }
        for lesson in listed {
            lessons.use(lesson.value, at: lesson.place, log: log)
            if let id {
                references.append(Reference(target: .lessonOfTrack(lesson.value, track: id), place: lesson.place))
            }
        }
        guard let id, let title else { return nil }
        return CourseOutline.Track(id: id, title: title, about: about, lessons: listed.map(\.value))
    }
}
