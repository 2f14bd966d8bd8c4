import ArgumentParser
import CellGrid
import Courseware
import Localization
import Runtime
import Tutor

/// Plays a lesson or a quiz while its author writes it.
struct PreviewCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Play a lesson or a quiz while you write it; every save shows at once.",
        discussion: """
            Below the lesson stands what is wrong with the file. While it is broken, the last good version stays. \
            The file need not exist yet. 'e' opens $VISUAL or $EDITOR at the fault. Nothing is written into your progress.

            Without a terminal, with TERM=dumb or with --plain every version is told as lines of text; ^C ends that.

            Examples:
              netarium preview lessons/my-lesson.json
              netarium preview quizzes/my-lesson.json --lang zh
              netarium preview lessons/my-lesson.json --plain
            """)

    @Argument(help: "The file of a lesson or a quiz.", completion: .file(extensions: ["json"])) var file: String
    @Flag(help: "Tell every version as lines of text.") var plain = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        try checkName()
        let watch: FileWatch
        do throws(FileProblem) {
            watch = try FileWatch()
        } catch {
            throw CommandProblem.file(error.message)
        }
        let course = PreviewedCourse(subject: file, known: Course(places(setting)).catalog)
        guard !plain, setting.hasScreen else { tell(course, watch, setting) }
        let preview = Preview(
            course, appearance: setting.appearance, size: Size(columns: 80, rows: 24),
            seed: UInt64.random(in: .min ... .max))
        try FullScreen.run(preview, hearing: watch, setting)
    }

    /// Whoever names a lesson by its id would wait for a file of that name until the end of days.
    private func checkName() throws {
        if Files.isDirectory(file) { throw CommandProblem.previewOfDirectory(file) }
        guard !file.hasSuffix(".json"), !Files.exists(file) else { return }
        throw CommandProblem.previewWithoutExtension(file)
    }

    /// Where what the file refers to is looked for: the course that the file is in, then all others.
    private func places(_ setting: Setting) -> [CourseLibrary.Place] {
        CourseLibrary.places(around: file) + setting.places
    }

    private func tell(_ course: PreviewedCourse, _ watch: FileWatch, _ setting: Setting) -> Never {
        var course = course
        var readings = watch.watch(course.watched)
        let clock = SystemClock()
        while true {
            let watched = course.watched
            course.take(readings)
            if course.watched != watched { course.take(watch.watch(course.watched)) }
            for line in PlainPreview(course, appearance: setting.appearance).lines { Output.line(line) }
            readings = watch.waitForChange(clock: clock)
        }
    }
}
