import CellGrid
import Courseware
import Exports
import Localization
import Mermaid
import Tutor

extension RenderCommand {
    /// Milliseconds between two frames of something that moves: fine enough to be smooth, coarse enough to be small.
    private static let svgInterval: Int64 = 100, castInterval: Int64 = 50
    /// The longest film, in milliseconds.
    private static let longestFilm: Int64 = 60 * 60 * 1000

    /// Every step on one picture.
    func sheet(of lesson: Lesson, _ place: StillPlace, _ still: Still) throws -> Grid {
        let count = lesson.scenes[place.scene].steps.count
        guard count <= ContactSheet.limit else { throw CommandProblem.tooManySteps(count, limit: ContactSheet.limit) }
        let subject: Still.Subject = screen == .ladder ? .ladder : .player
        let pictures = still.steps(of: lesson, in: place, showing: subject, isTrueTime: trueTime)
        // Lines of text are read downwards; on a picture there is room beside each other.
        let across = chosenFormat == .svg ? ContactSheet.across(pictures.count, of: pictures[0].grid.size) : 1
        return ContactSheet(pictures.map { ($0.caption, $0.grid) }, across: across).grid
    }

    /// Writes the lesson as it plays.
    func writeFilm(of lesson: Lesson, scene: Int, _ still: Still, _ setting: Setting) throws {
        let film = still.film(
            of: lesson, in: try place(in: lesson, scene: scene), showing: screen == .ladder ? .ladder : .player,
            isTrueTime: trueTime, interval: chosenFormat == .animatedSVG ? Self.svgInterval : Self.castInterval)
        guard film.length <= Self.longestFilm else {
            throw CommandProblem.longFilm(minutes: film.length / 60_000, limit: Self.longestFilm / 60_000)
        }
        let title = setting.appearance.text(lesson.title)
        let text =
            switch chosenFormat {
            case .animatedSVG: SVGFilm(of: film, palette: palette).document(title: title)
            case .asciicastV3: Asciicast(.three, of: film, title: title, depth: depth).text
            default: Asciicast(.two, of: film, title: title, depth: depth).text
            }
        try write(Array(text.utf8), setting.language)
    }

    /// Writes the scene as a sequence diagram for other programs.
    func writeDiagram(of lesson: Lesson, scene index: Int, _ language: Language) throws {
        let scene = lesson.scenes[index]
        let text = MermaidWriter.text(
            of: scene.timeline, title: index == 0 ? lesson.title : scene.title, language: language)
        try write(Array(text.utf8), language)
    }

    /// Writes the lesson as a document.
    func writeHandout(of lesson: Lesson, in catalog: Catalog, _ language: Language) throws {
        let handout = Handout(
            of: lesson, in: catalog, language: language, ladders: sheet ? .everyStep : .once,
            scene: try scene.map { try SceneChoice.index(of: $0, in: lesson) },
            columns: size == nil ? 80 : frameSize?.columns ?? 80)
        try write(Array(handout.text.utf8), language)
    }
}
