import Localization
public import LocatedJSON
import Timelines

/// Reads a lesson by docs/authoring.md and reports every fault of it in one go.
public struct LessonDecoder {
    private let file: ParsedFile
    private let log: FaultLog
    private var delay = usualDelay
    private var isNumbered = false
    /// What is drawn beside the ladder of scenes that do not say.
    private var pictures: [Picture] = []

    /// How long a message travels in a lesson that does not say.
    static let usualDelay = Span.milliseconds(20)

    /// Reads the lesson in `file`, which should be named after its id.
    public static func decode(_ file: SourceFile, _ scrutiny: Scrutiny = Scrutiny()) -> Decoded<Lesson> {
        decode(ParsedFile(file, scrutiny))
    }

    static func decode(_ file: ParsedFile) -> Decoded<Lesson> {
        file.decoded(survey: file.scrutiny.lessonSurvey) { node, log, references in
            var decoder = LessonDecoder(file: file, log: log)
            return decoder.lesson(node, &references)
        }
    }

    private init(file: ParsedFile, log: FaultLog) {
        self.file = file
        self.log = log
    }

    private mutating func lesson(_ node: JSONNode, _ references: inout [Reference]) -> Lesson? {
        guard var object = ObjectReader(node, as: "a lesson", log: log) else { return nil }
        let id = object.header(of: file, schema: "../schemas/lesson.schema.json", log: log)
        object.checkName(id, of: file, log: log)
        let track = object.required("track", .identifier)
        let order = object.optional("order", .lessonOrder) ?? LessonHead.usualOrder
        let minutes = object.optional("minutes", .lessonMinutes) ?? LessonHead.usualMinutes
        let title = object.required("title", .lessonTitle)
        let question = object.optional("question", .text)
        let summary = object.required("summary", .text)
        let needs = object.optional("needs", .list(of: .identifier, atMost: CourseLimits.neededLessons)) ?? []
        delay = object.optional("delay", .duration) ?? delay
        isNumbered = object.optional("numbered", .bool) ?? false
        let rehearses = file.scrutiny.rehearses
        var simulations = SimulatedSceneReader(delay: delay, isNumbered: isNumbered, rehearses: rehearses, log: log)
        var participants: [Participant] = []
        var usedIDs = UsedIDs(of: "the variant")
        var main: [Scene]
        if object.has("scenario") {
            object.forbid(["participants", "timeline"], log) { .twoKinds($0) }
            main = simulations.main(&object, title: title ?? "").map { [$0] } ?? []
        } else {
            object.allow("scenario")
            object.forbid(["steps", "faults", "sliders"], log) { .needsScenario($0) }
            participants = object.required("participants", participantList) ?? []
            main = scripted(Scene.mainID, title, participants, isNumbered, &object, &usedIDs)
        }
        pictures = main.first.flatMap { object.optional("pictures", .pictures(among: $0.participantIDs)) } ?? []
        object.allow("pictures")
        for index in main.indices { main[index].pictures = pictures }
        let variants = object.optional("variants", variantList(participants, simulations, usedIDs)) ?? []
        let scenes = main + variants
        let challenges = object.optional(
            "challenges",
            .challenges(
                in: scenes, named: sceneIDs(in: node), simulations.participants,
                triedWithin: rehearses ? simulations.budget : nil))
        let myths = object.optional("myths", .list(of: myth)) ?? []
        let answer = object.optional("answer", .text)
        let quiz = object.optional("quiz", .identifier)
        object.finish()
        // What cannot be read may be what is missed.
        if log.isThorough, log.errorCount == 0 {
            SceneSurvey(log: log).survey(scenes, of: node)
            PictureSurvey(log: log).survey(scenes, of: node)
        }
        for (id, node) in zip(needs, node["needs"]?.elements ?? []) {
            references.append(Reference(target: .lesson(id), place: node.place))
        }
        if let quiz { references.append(Reference(target: .quiz(quiz), place: object.place(of: "quiz"))) }
        guard let id, let track, let title, let summary, !main.isEmpty else { return nil }
        return Lesson(
            id: id, track: track, order: order, minutes: minutes, title: title, question: question, summary: summary,
            needs: needs, scenes: scenes, myths: myths,
            challenges: challenges ?? [], answer: answer, quiz: quiz)
    }

    // MARK: Participants

    private var participantList: Reading<[Participant]> {
        Reading { node, log in
            var used = UsedIDs(of: "the participant")
            let participant = Reading<Participant> { node, log in
                guard var object = ObjectReader(node, as: "a participant", log: log) else { return nil }
                let id = object.required("id", .identifier)
                let name = object.required("name", .text)
                let address = object.optional("address", .wording)
                let state = object.optional("state", .text)
                let group = object.optional("group", .text)
                object.finish()
                if let id { used.use(id, at: object.place(of: "id"), log: log) }
                return id.map {
                    Participant(id: $0, name: name ?? LocalizedText($0), address: address, state: state, group: group)
                }
            }
            return Reading.list(of: participant, atLeast: 1, atMost: CourseLimits.participants).read(node, log)
        }
    }

    // MARK: Scenes

    private func script(among participants: [Participant]) -> Reading<[ScriptEntry]> {
        ScriptDecoder(participants: participants, delay: delay).entries
    }

    /// The scenes that the timeline of a lesson or a variant makes.
    private func scripted(
        _ id: String, _ title: LocalizedText?, _ participants: [Participant], _ isNumbered: Bool,
        _ object: inout ObjectReader, _ used: inout UsedIDs
    ) -> [Scene] {
        guard let entries = object.required("timeline", script(among: participants)) else { return [] }
        for telling in entries.tellings { use(telling.id.value, at: telling.id.place, &used) }
        let reader = ScriptedSceneReader(
            participants: participants, isNumbered: isNumbered, judges: file.scrutiny.rehearses, log: log)
        return reader.scenes(id, title: title ?? "", entries, object.place(of: "timeline"))
    }

    /// Notes the id of a variant.
    private func use(_ id: String, at place: Place, _ used: inout UsedIDs) {
        used.use(id, at: place, log: log)
        if id == Scene.mainID { log.report(CourseFault.reservedID(Scene.mainID), at: place) }
    }

    /// The ids of all scenes but those of branches, also of those that cannot be read.
    private func sceneIDs(in node: JSONNode) -> [String] {
        [Scene.mainID] + (node["variants"]?.elements?.compactMap { $0["id"]?.string } ?? [])
    }

    private func variantList(
        _ participants: [Participant], _ simulations: SimulatedSceneReader, _ usedIDs: UsedIDs
    ) -> Reading<[Scene]> {
        Reading { node, log in
            var used = usedIDs
            let variant = Reading<[Scene]> { node, _ in self.variant(node, participants, simulations, &used) }
            return Reading.list(of: variant, atMost: CourseLimits.variants).read(node, log)?.flatMap(\.self)
        }
    }

    private func variant(
        _ node: JSONNode, _ lessonParticipants: [Participant], _ simulations: SimulatedSceneReader,
        _ used: inout UsedIDs
    ) -> [Scene]? {
        guard var object = ObjectReader(node, as: "a variant", log: log) else { return nil }
        let id = object.required("id", .identifier)
        let title = object.required("title", .text)
        let about = object.required("about", .text)
        if let id { use(id, at: object.place(of: "id"), &used) }
        let isNumbered = object.optional("numbered", .bool)
        var scenes: [Scene] = []
        let isScripted = object.has("timeline") || object.has("participants")
        if object.has("scenario") || (simulations.isLesson && !isScripted) {
            object.forbid(["participants", "timeline"], log) { .twoKinds($0) }
            let scene = simulations.variant(&object, id: id ?? "", title: title ?? "", isNumbered: isNumbered)
            scenes = scene.map { [$0] } ?? []
        } else {
            object.forbid(["steps", "faults", "sliders"], log) {
                simulations.isLesson ? .exclusiveKeys("timeline", $0) : .needsScenario($0)
            }
            let participants =
                simulations.isLesson
                ? object.required("participants", participantList) ?? []
                : object.optional("participants", participantList) ?? lessonParticipants
            scenes = scripted(id ?? "", title, participants, isNumbered ?? self.isNumbered, &object, &used)
        }
        let own = scenes.first.flatMap { object.optional("pictures", .pictures(among: $0.participantIDs)) }
        object.allow("pictures")
        for index in scenes.indices { scenes[index].pictures = own ?? pictures }
        object.finish()
        if !scenes.isEmpty { scenes[0].about = about }
        return scenes
    }

    private var myth: Reading<Myth> {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a myth", log: log) else { return nil }
            let claim = object.required("claim", .text)
            let truth = object.required("truth", .text)
            let citations = object.required("cite", .citations)
            object.finish()
            guard let claim, let truth else { return nil }
            return Myth(claim: claim, truth: truth, citations: citations ?? [])
        }
    }
}
