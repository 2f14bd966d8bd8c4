import ArgumentParser
import CellGrid
import Courseware
import Runtime
import Tutor

/// Plays one lesson, on the screen or as lines of text.
struct PlayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play", abstract: "Play a lesson.",
        discussion: """
            Without a terminal, with TERM=dumb or with --plain the lesson is told as lines of text, one event a line.

            Examples:
              netarium play three-way-handshake
              netarium play three-way-handshake --scene syn-lost --plain
            """)

    @Argument(help: "The lesson's id; 'netarium list' names them all.") var lesson: String
    @Option(help: "The variant's id; the lesson itself by default.") var scene: String?
    @Flag(help: "Tell the lesson as lines of text.") var plain = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        if !plain, setting.hasScreen {
            let beginning = CourseOverview(setting.places).catalog(withLesson: lesson)
            if let lesson = beginning.lesson(lesson) { return try play(lesson, setting, beginning, isWhole: false) }
        }
        let course = setting.course()
        let lesson = try course.lesson(lesson)
        if !plain, setting.hasScreen { return try play(lesson, setting, course.catalog, isWhole: true) }
        let index = try SceneChoice.index(of: scene, in: lesson)
        for line in PlainLesson(lesson, scene: index, appearance: setting.appearance).lines { Output.line(line) }
    }

    private func play(_ lesson: Lesson, _ setting: Setting, _ catalog: Catalog, isWhole: Bool) throws {
        let index = try SceneChoice.index(of: scene, in: lesson)
        try FullScreen.run(setting, with: catalog, isWhole: isWhole) { $0.open(lesson: lesson.id, scene: index) }
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
        throw CommandProblem.unknown("variant", id, among: lesson.scenes.map(\.id))
    }
}
