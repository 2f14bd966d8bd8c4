import ArgumentParser
import CellGrid
import Courseware
import Localization
import Runtime
import Timelines
import Tutor

/// Draws one frame of a lesson, or of another screen, to a file or standard output; or writes its packets.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Draw a frame of a lesson as text, ANSI or SVG, or write its packets as pcap.",
        discussion: """
            Examples:
              netarium render three-way-handshake --step 4
              netarium render three-way-handshake --at 30ms --true-time --format svg -o handshake.svg
              netarium render tls-handshake --format ansi --size 80x24 --lang zh
              netarium render three-way-handshake --step 3 --press 'Up Up Enter' --format svg -o packet.svg
              netarium render three-way-handshake --format pcap --at server --fault drop:2 -o handshake.pcap
            """)

    /// What the frame is written as.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, ansi, svg, pcap }
    /// Screens other than the lesson player.
    enum ScreenName: String, CaseIterable, ExpressibleByArgument { case lesson, catalogue, quiz, help }

    @Argument(help: "The lesson's id.") var lesson: String
    @Option(help: "What to write: text, ansi, svg, or pcap for the packets of a simulated lesson.") var format = Format
        .text
    @Option(
        help: """
            The moment, as virtual time: 40ms, 1.5s; the end by default. For pcap the participant at which packets are \
            captured; the first that any packet passes by default.
            """)
    var at: String?
    @Option(help: "The step, from 0 (the opening) on; instead of --at.") var step: Int?
    @Option(help: "The variant's id.") var scene: String?
    @Option(
        help: ArgumentHelp(
            "For pcap: something that goes wrong; may be given several times.", valueName: "effect:packet"))
    var fault: [String] = []
    @Option(help: "Columns and rows of the frame.") var size = "100x30"
    @Option(help: "Which screen: lesson, catalogue, quiz or help.") var screen = ScreenName.lesson
    @Flag(help: "Rows are time, arrows slant.") var trueTime = false
    @Option(help: "Another variant's id, drawn beside this one.") var compare: String?
    @Option(help: "Keys to press before the frame is drawn, as the help names them: 'Up x w', 'S-Tab', 'Enter'.")
    var press = ""
    @Flag(help: "For SVG: a light background.") var light = false
    @Option(name: .shortAndLong, help: "The file to write; standard output by default.", completion: .file())
    var output: String?
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if at != nil, step != nil { throw ValidationError("--at and --step exclude each other; give one of them") }
        if format == .pcap, step != nil { throw ValidationError("--step is about frames; a pcap has every packet") }
        if format != .pcap, !fault.isEmpty {
            throw ValidationError("--fault goes with --format pcap; to see what it does, there is 'netarium play'")
        }
        if let name = press.split(separator: " ").first(where: { Key(named: String($0)) == nil }) {
            throw ValidationError(
                "--press '\(name)' is no key; write keys as x, Space, Right, Enter or ^L, with spaces between")
        }
        if frameSize == nil {
            throw ValidationError("--size '\(size)' is not of the form COLUMNSxROWS, such as 100x30, up to 500x500")
        }
    }

    private var frameSize: Size? {
        let parts = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...500).contains(columns),
            (1...500).contains(rows)
        else { return nil }
        return Size(columns: columns, rows: rows)
    }

    private var keys: [Key] { press.split(separator: " ").compactMap { Key(named: String($0)) } }

    func run() throws {
        let setting = Setting(options.preferences)
        let course = setting.course()
        let lesson = try course.lesson(lesson)
        if format == .pcap {
            return try writeCapture(of: lesson.scenes[SceneChoice.index(of: scene, in: lesson)], setting.language)
        }
        let place = try StillPlace(
            scene: SceneChoice.index(of: scene, in: lesson), instant: instant(), page: step,
            compare: compare.map { try SceneChoice.index(of: $0, in: lesson) })
        var appearance = setting.appearance
        // A picture is not bound to what this terminal can show.
        if !options.ascii {
            appearance = Appearance(
                language: setting.language, charset: options.ambiguous == .wide ? .ambiguousSafe : .unicode)
        }
        var still = Still(
            catalog: course.catalog, progress: setting.progress, appearance: appearance,
            size: frameSize ?? Size(columns: 100, rows: 30))
        still.keys = keys
        let grid =
            switch screen {
            case .lesson: try still.lesson(lesson, at: checked(place, in: lesson), isTrueTime: trueTime)
            case .catalogue: still.catalogue(choosing: lesson)
            case .quiz: still.quiz(of: lesson)
            case .help: still.help(for: lesson)
            }
        let text = written(grid, title: appearance.text(lesson.title))
        try write(Array(text.utf8), setting.language)
    }

    /// Writes to the file that was named, or to standard output.
    func write(_ bytes: [UInt8], _ language: Language) throws {
        guard let output else { return Output.raw(bytes) }
        do throws(FileProblem) {
            try Files.replace(output, with: bytes)
        } catch {
            throw CommandProblem.file(error.message(language))
        }
    }

    private func written(_ grid: Grid, title: String) -> String {
        switch format {
        case .ansi: grid.ansi(theme: .standard, depth: options.color.depth(default: .indexed256)) + "\n"
        case .svg: grid.svg(title: title, palette: light ? .light : .dark)
        case .text, .pcap: grid.text + "\n"
        }
    }

    private func instant() throws -> Instant? {
        guard let at else { return nil }
        guard let span = Span(at) else {
            throw CommandProblem.badMoment(at, reason: "is not a time; write a number and a unit, such as 40ms or 1.5s")
        }
        return .zero + span
    }

    private func checked(_ place: StillPlace, in lesson: Lesson) throws -> StillPlace {
        let steps = lesson.scenes[place.scene].steps.count
        if let page = place.page, !(0...steps + 1).contains(page) {
            throw CommandProblem.badMoment("\(page)", reason: "is no step of this lesson; it has 0 to \(steps + 1)")
        }
        return place
    }
}
