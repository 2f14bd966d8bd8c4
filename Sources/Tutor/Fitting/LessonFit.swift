import CellGrid
import Courseware
import Ladder
import Localization
import LocatedJSON
import Study
import Timelines

/// Measures a lesson with the player's own layouts on the smallest screen, and reports what finds no room there.
struct LessonFit {
    /// The screen on which everything should be seen.
    static let screen = Size(columns: 80, rows: 24)

    private let lesson: Lesson
    private let node: JSONNode
    private let log: FitLog

    init(_ lesson: Lesson, _ node: JSONNode, _ log: FaultLog) {
        self.lesson = lesson
        self.node = node
        self.log = FitLog(log)
    }

    /// Reports what does not fit in any of the lesson's languages.
    func survey() {
        for (index, scene) in lesson.scenes.enumerated() where !scene.timeline.participants.isEmpty {
            let written = ScenesTexts(of: scene, in: node)
            let player = PlayerScreen(lesson, scene: index)
            for language in Language.allCases {
                let appearance = Appearance(language: language)
                let layout = PlayerLayout(size: Self.screen, player: player, appearance: appearance)
                surveyLadder(of: scene, written, layout, appearance)
                surveyNarration(of: scene, written, layout, appearance)
                surveyTitle(of: player, written, appearance)
                surveyPictures(of: scene, layout, appearance)
            }
        }
        for language in Language.allCases { surveyChallenges(Appearance(language: language)) }
    }

    // MARK: Scenes

    private func surveyLadder(
        of scene: Scene, _ written: ScenesTexts, _ layout: PlayerLayout, _ appearance: Appearance
    ) {
        let language = appearance.language, columns = layout.ladder.columns
        let fit = LadderFit(scene.timeline, columns: columns, settings: appearance.ladder)
        // On a ladder that is too wide as a whole, names are cut because of that.
        for index in fit.widest == nil ? fit.cutNames : [] {
            let name = scene.timeline.participants[index].name
            guard let place = written.texts.place(of: name, under: "name", "id", in: language) else { continue }
            log.report(FitFault.cutName(name(language), language), at: place)
        }
        for event in fit.cutPhases {
            guard case .phase(let title) = scene.timeline.events[event].kind,
                let place = written.texts.place(of: title, under: "phase", in: language)
            else { continue }
            let cells = appearance.text(title).cellWidth
            log.report(FitFault.cutPhase(cells: cells, has: columns - 4, language), at: place)
        }
        guard let widest = fit.widest else { return }
        let (text, keys) = scene.timeline.text(of: widest.subject)
        guard let place = keys.lazy.compactMap({ written.texts.place(of: text, under: $0, in: language) }).first else {
            return
        }
        let words = truncated(text(language), columns: 40, ellipsis: "…")
        let fault = FitFault.wideLadder(needs: fit.width, has: columns, widest: words, cells: widest.cells, language)
        log.report(fault, at: place)
    }

    private func surveyNarration(
        of scene: Scene, _ written: ScenesTexts, _ layout: PlayerLayout, _ appearance: Appearance
    ) {
        let area = layout.text
        for step in scene.steps
        where !PlayerText.surelyFits(step, appearance: appearance, columns: area.columns, rows: area.rows) {
            let rows = PlayerText.rows(of: step, appearance: appearance, columns: area.columns)
            guard rows > area.rows,
                let place = written.texts.place(of: step.say, under: "say", in: appearance.language)
            else { continue }
            log.report(FitFault.tallNarration(rows: rows, has: area.rows, appearance.language), at: place)
        }
    }

    private func surveyTitle(of player: PlayerScreen, _ written: ScenesTexts, _ appearance: Appearance) {
        let view = PlayerView(player: player, appearance: appearance)
        let cells = view.title.cellWidth, room = view.titleRoom(columns: Self.screen.columns)
        guard cells > room,
            let place = written.texts.place(of: player.scene.title, under: "title", in: appearance.language)
        else { return }
        log.report(FitFault.cutTitle(cells: cells, has: room, appearance.language), at: place)
    }

    private func surveyPictures(of scene: Scene, _ layout: PlayerLayout, _ appearance: Appearance) {
        let variant = node["variants"]?.elements?.first { $0["id"]?.string == scene.id }
        guard let nodes = (variant?["pictures"] ?? node["pictures"])?.elements, nodes.count == scene.pictures.count
        else { return }
        let drawable = scene.pictures.indices.filter { scene.pictures[$0].isDrawable(in: scene.timeline) }
        guard !drawable.isEmpty else { return }
        for moment in scene.stops + [scene.timeline.finish] {
            let stack = PictureStack(
                scene.pictures, scene.timeline, at: moment, columns: layout.gauges.columns,
                settings: appearance.ladder)
            let has = Size(columns: layout.gauges.columns, rows: layout.gauges.rows)
            for (place, needs) in stack.cut(in: has) {
                let fault = FitFault.cutPicture(needs: needs, has: has, appearance.language)
                log.report(fault, at: nodes[drawable[place]].head)
            }
        }
    }

    // MARK: Challenges

    private func surveyChallenges(_ appearance: Appearance) {
        for (row, challenge) in lesson.challenges.enumerated() {
            let view = ChallengesView(
                lesson: lesson, list: ChallengeList(row: row, showsHint: true), progress: Progress(),
                appearance: appearance)
            let (rows, room) = view.rowsOfChosen(in: Self.screen)
            guard rows > room else { continue }
            let texts = WrittenTexts(in: node["challenges"] ?? node)
            guard
                let place = texts.place(
                    of: challenge.hint ?? challenge.task, under: "hint", "task", in: appearance.language)
            else { continue }
            log.report(FitFault.tallHint(rows: rows, has: room, appearance.language), at: place)
        }
    }
}

/// The texts of a scene, looked for only when there is something to point at.
private final class ScenesTexts {
    private let scene: Scene
    private let node: JSONNode
    /// The texts of the variant, or of the lesson when the scene is its main one.
    lazy var texts: WrittenTexts = {
        let variant = node["variants"]?.elements?.first { $0["id"]?.string == scene.id }
        return WrittenTexts(in: variant ?? node)
    }()

    init(of scene: Scene, in node: JSONNode) {
        self.scene = scene
        self.node = node
    }
}

extension Timeline {
    /// What a text on the ladder says, and the keys under which an author writes it.
    fileprivate func text(of subject: LadderFit.Subject) -> (LocalizedText, keys: [String]) {
        switch subject {
        case .name(let index): (participants[index].name, ["name", "id"])
        case .message(let index): (messages[index].label, ["send"])
        case .initialState(let index): (participants[index].state ?? "", ["state"])
        case .state(let event):
            if case .state(_, let state) = events[event].kind { (state, ["state"]) } else { ("", []) }
        }
    }
}
