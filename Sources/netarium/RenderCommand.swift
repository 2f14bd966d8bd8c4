import ArgumentParser
import CellGrid
import Courseware
import Localization
import Runtime
import Timelines
import Tutor

/// Writes a lesson for elsewhere: a frame, a sheet of frames, a film, a document, or its packets.
struct RenderCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Write a lesson as text, ANSI, SVG, asciicast, Mermaid, Markdown or pcap.",
        discussion: """
            Without --format, the ending of --output decides: .txt, .ans, .svg, .cast, .mmd, .md or .pcap.

            Examples:
              netarium render three-way-handshake --step 4
              netarium render three-way-handshake --at 30ms --true-time -o handshake.svg
              netarium render tls-handshake --format ansi --size 80x24 --lang zh
              netarium render tls-handshake --screen ladder --sheet -o steps.svg
              netarium render three-way-handshake --screen ladder --format animated-svg -o handshake.svg
              netarium render three-way-handshake -o handshake.cast
              netarium render dns-lookup-path -o handout.md
              netarium render dns-lookup-path -o diagram.mmd
              netarium render three-way-handshake --step 3 --press 'Up Up Enter' --format svg -o packet.svg
              netarium render three-way-handshake --at server --fault drop:2 -o handshake.pcap
            """)

    /// What of the program is drawn.
    enum ScreenName: String, CaseIterable, ExpressibleByArgument { case lesson, ladder, catalogue, quiz, help }

    @Argument(help: "The lesson's id.") var lesson: String
    @Option(
        help: """
            What to write: text, ansi or svg for a picture; animated-svg, asciicast or asciicast-v3 for the lesson as it \
            plays; mermaid; markdown for a handout; pcap for the packets of a simulated lesson.
            """)
    var format: RenderFormat?
    @Option(
        help: """
            The moment, as virtual time (40ms, 1.5s) or as an id that the lesson gives it; the end by default. For pcap \
            the participant at which packets are captured; the first that any packet passes by default.
            """)
    var at: String?
    @Option(help: "The step, from 0 (the opening) on; instead of --at.") var step: Int?
    @Flag(help: "All steps on one sheet; for markdown, a ladder under each step.") var sheet = false
    @Option(help: "The variant's id.") var scene: String?
    @Option(
        help: ArgumentHelp(
            "For pcap: something that goes wrong; may be given several times.", valueName: "effect:packet"))
    var fault: [String] = []
    @Option(help: "Columns and rows of the frame, 100x30 by default; a ladder is as high as it needs to be.")
    var size: String?
    @Option(help: "What is drawn: lesson, ladder (the diagram alone), catalogue, quiz or help.")
    var screen = ScreenName.lesson
    @Flag(help: "Rows are time, arrows slant.") var trueTime = false
    @Option(help: "Another variant's id, drawn beside this one.") var compare: String?
    @Option(help: "Keys to press before the frame is drawn, as the help names them: 'Up x w', 'S-Tab', 'Enter'.")
    var press = ""
    @Flag(help: "For SVG: a light background.") var light = false
    @Option(name: .shortAndLong, help: "The file to write; standard output by default.", completion: .file())
    var output: String?
    @OptionGroup var options: CommonOptions

    /// The format that was asked for, in words or by the ending of the file.
    var chosenFormat: RenderFormat { format ?? output.flatMap(RenderFormat.init(ofFile:)) ?? .text }

    func validate() throws {
        if at != nil, step != nil { throw ValidationError("--at and --step exclude each other; give one of them") }
        if chosenFormat == .pcap, step != nil {
            throw ValidationError("--step is about frames; a pcap has every packet")
        }
        if chosenFormat != .pcap, !fault.isEmpty {
            throw ValidationError("--fault goes with --format pcap; to see what it does, there is 'netarium play'")
        }
        try validateCombination()
        if let name = press.split(separator: " ").first(where: { Key(named: String($0)) == nil }) {
            throw ValidationError(
                "--press '\(name)' is no key; write keys as x, Space, Right, Enter or ^L, with spaces between")
        }
        if let size, frameSize == nil {
            throw ValidationError("--size '\(size)' is not of the form COLUMNSxROWS, such as 100x30, up to 500x500")
        }
    }

    /// Refuses options that would do nothing.
    private func validateCombination() throws {
        let pictures = RenderFormat.pictures, films = RenderFormat.films
        let rules: [(option: String, isGiven: Bool, formats: Set<RenderFormat>)] = [
            ("--at", at != nil, pictures.union([.pcap])), ("--step", step != nil, pictures),
            ("--sheet", sheet, pictures.union([.markdown])), ("--press", !press.isEmpty, pictures),
            ("--compare", compare != nil, pictures.union(films)), ("--true-time", trueTime, pictures.union(films)),
            ("--screen", screen != .lesson, pictures.union(films)),
            ("--size", size != nil, pictures.union(films).union([.markdown])),
        ]
        for rule in rules where rule.isGiven && !rule.formats.contains(chosenFormat) {
            let formats = RenderFormat.allCases.filter(rule.formats.contains).map(\.rawValue)
            throw ValidationError(
                "\(rule.option) means nothing for \(chosenFormat.rawValue); it goes with \(formats.joined(separator: ", "))"
            )
        }
        if sheet, at != nil || step != nil {
            throw ValidationError("--sheet shows every step; leave --at and --step out")
        }
        if sheet, !press.isEmpty { throw ValidationError("--sheet and --press exclude each other; give one of them") }
        if sheet || films.contains(chosenFormat), screen != .lesson, screen != .ladder {
            throw ValidationError("--screen \(screen.rawValue) has no steps; choose lesson or ladder")
        }
        if screen == .ladder, compare != nil || !press.isEmpty {
            throw ValidationError("--screen ladder is the diagram alone; leave --compare and --press out")
        }
    }

    var frameSize: Size? {
        guard let size else { return Size(columns: 100, rows: 30) }
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
        let scene = try SceneChoice.index(of: scene, in: lesson)
        switch chosenFormat {
        case .pcap: try writeCapture(of: lesson.scenes[scene], setting.language)
        case .mermaid: try writeDiagram(of: lesson, scene: scene, setting.language)
        case .markdown: try writeHandout(of: lesson, in: course.catalog, setting.language)
        case .text, .ansi, .svg:
            let grid = try picture(of: lesson, scene: scene, still(course, setting))
            try write(Array(written(grid, title: setting.appearance.text(lesson.title)).utf8), setting.language)
        case .animatedSVG, .asciicast, .asciicastV3:
            try writeFilm(of: lesson, scene: scene, still(course, setting), setting)
        }
    }

    /// Pictures as the options want them.
    private func still(_ course: Course, _ setting: Setting) -> Still {
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
        return still
    }

    private func picture(of lesson: Lesson, scene: Int, _ still: Still) throws -> Grid {
        let place = try place(in: lesson, scene: scene)
        if sheet { return try sheet(of: lesson, place, still) }
        switch screen {
        case .lesson: return still.lesson(lesson, at: place, isTrueTime: trueTime)
        case .ladder: return still.ladder(of: lesson, at: place, isTrueTime: trueTime)
        case .catalogue: return still.catalogue(choosing: lesson)
        case .quiz: return still.quiz(of: lesson)
        case .help: return still.help(for: lesson)
        }
    }

    /// Writes to the file that was named, or to standard output.
    func write(_ bytes: [UInt8], _ language: Language) throws {
        guard let output else { return Output.raw(bytes) }
        do throws(FileProblem) {
            try Files.replace(output, with: bytes)
        } catch {
            throw CommandProblem.file(error.message)
        }
    }

    private func written(_ grid: Grid, title: String) -> String {
        switch chosenFormat {
        case .ansi: grid.ansi(theme: .standard, depth: depth) + "\n"
        case .svg: grid.svg(title: title, palette: palette)
        default: grid.text + "\n"
        }
    }

    /// How many colours ANSI and asciicast have.
    var depth: ColorDepth { options.color.depth(default: .indexed256) }

    /// The colours of SVG.
    var palette: SVGPalette { light ? .light : .dark }

    /// The moment that was asked for.
    func place(in lesson: Lesson, scene index: Int) throws -> StillPlace {
        let scene = lesson.scenes[index]
        var place = try StillPlace(
            scene: index, page: step, compare: compare.map { try SceneChoice.index(of: $0, in: lesson) })
        if let step, !(0...scene.steps.count + 1).contains(step) {
            throw CommandProblem.noStep(step, last: scene.steps.count + 1)
        }
        guard let at else { return place }
        if let span = Span(at) {
            place.instant = .zero + span
        } else if scene.timeline.event(anchored: at) != nil {
            place.anchor = at
        } else {
            throw CommandProblem.noMoment(at, among: scene.timeline.events.compactMap(\.anchor))
        }
        return place
    }
}
