import ArgumentParser
import CellGrid
import Courseware
import Runtime
import Simulator
import Tutor

/// Plays one lesson, on the screen or as lines of text.
struct PlayCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "play", abstract: "Play a lesson.",
        discussion: """
            Without a terminal, with TERM=dumb or with --plain the lesson is told as lines of text, one event a line.

            Examples:
              netarium play three-way-handshake
              netarium play three-way-handshake --scene syn-lost --plain
              netarium play three-way-handshake --plain --fault drop:2 --why

            A simulated lesson can be changed with --fault, as often as needed: drop:2 (the second packet), drop:SYN,ACK,
            drop:SYN@client#all, delay:2:500ms, duplicate:2, overtake:2, corrupt:2. With --challenge the faults are graded.
            Where a scene has sliders, --slide moves one, as often as needed:
            netarium play why-four-segments --scene your-delay --plain --slide close=30ms
            """)

    @Argument(help: "The lesson's id; 'netarium list' names them all.") var lesson: String
    @Option(help: "The variant's id; the lesson itself by default.") var scene: String?
    @Flag(help: "Tell the lesson as lines of text.") var plain = false
    @Option(
        help: ArgumentHelp("Something that goes wrong; may be given several times.", valueName: "effect:packet"))
    var fault: [String] = []
    @Option(
        help: ArgumentHelp(
            "Where a slider of the lesson stands; may be given several times.", valueName: "slider=value"))
    var slide: [String] = []
    @Flag(help: "With --plain: why each event happens.") var why = false
    @Option(help: "Grade the faults by a challenge of the lesson; the exit status says whether they solve it.")
    var challenge: String?
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        let faults = try fault.map(FaultOption.read)
        if let challenge {
            guard slide.isEmpty else { throw CommandProblem.slideAtChallenge }
            return try grade(faults, by: challenge, setting)
        }
        let overview = CourseOverview(setting.places), beginning = overview.catalog(withLesson: lesson)
        if let lesson = beginning.lesson(lesson) {
            if !plain, setting.hasScreen { return try play(lesson, faults, setting, beginning, isWhole: false) }
            setting.reportCircumstances(overview.problems)
            return try tell(lesson, faults, setting)
        }
        let course = setting.course()
        let lesson = try course.lesson(lesson)
        if !plain, setting.hasScreen { return try play(lesson, faults, setting, course.catalog, isWhole: true) }
        try tell(lesson, faults, setting)
    }

    /// Opens a lesson as the command does when nothing else is asked for; answers whether that could be done on a screen.
    static func open(_ id: String) throws -> Bool {
        let setting = Setting(Preferences())
        guard setting.hasScreen else { return false }
        let beginning = CourseOverview(setting.places).catalog(withLesson: id)
        guard beginning.lesson(id) != nil else { return false }
        try FullScreen.run(setting, with: beginning) { $0.open(lesson: id) }
        return true
    }

    private func tell(_ lesson: Lesson, _ faults: [Fault], _ setting: Setting) throws {
        let index = try SceneChoice.index(of: scene, in: lesson)
        try FaultOption.check(faults, in: lesson.scenes[index])
        let places = try SlideOption.places(slide, in: lesson.scenes[index])
        let plain = PlainLesson(
            lesson, scene: index, faults: faults, sliding: places, givesReasons: why, appearance: setting.appearance)
        for line in plain.lines { Output.line(line) }
    }

    private func play(
        _ lesson: Lesson, _ faults: [Fault], _ setting: Setting, _ catalog: Catalog, isWhole: Bool
    ) throws {
        let index = try SceneChoice.index(of: scene, in: lesson)
        try FaultOption.check(faults, in: lesson.scenes[index])
        let places = try SlideOption.places(slide, in: lesson.scenes[index])
        try FullScreen.run(setting, with: catalog, isWhole: isWhole) {
            $0.open(lesson: lesson.id, scene: index, faults: faults, sliding: places)
        }
    }

    /// Says whether the faults solve the challenge; exit status 1 when they do not.
    private func grade(_ faults: [Fault], by id: String, _ setting: Setting) throws {
        let lesson = try setting.course().lesson(lesson)
        guard let challenge = lesson.challenges.first(where: { $0.id == id }) else {
            throw CommandProblem.unknown(.challenge, id, among: lesson.challenges.map(\.id))
        }
        let index = try SceneChoice.index(of: challenge.scene, in: lesson)
        try FaultOption.check(faults, in: lesson.scenes[index])
        let grade = challenge.grade(faults, in: lesson.scenes[index])
        for line in ChallengeReport(challenge, grade, appearance: setting.appearance).lines { Output.line(line) }
        if !grade.isMet { throw ExitCode.failure }
    }
}

/// A variant named on the command line.
enum SceneChoice {
    /// The index of the scene with this id; 0 for none.
    ///
    /// Throws a sentence that names the nearest one.
    static func index(of id: String?, in lesson: Lesson) throws -> Int {
        guard let id else { return 0 }
        if let index = lesson.scenes.firstIndex(where: { $0.id == id }) { return index }
        throw CommandProblem.unknown(.variant, id, among: lesson.scenes.map(\.id))
    }
}
