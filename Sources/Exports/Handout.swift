import CellGrid
public import Courseware
import Ladder
public import Localization
import Timelines

/// A lesson on paper: one Markdown document with its ladders, its narration and sources, and its quiz with the answers at
/// the end.
public struct Handout: Sendable {
    /// How often ladders are drawn.
    public enum Ladders: Sendable {
        /// Once for each scene, as it is at the end.
        case once
        /// Under each step, as it is then.
        case everyStep
    }

    let lesson: Lesson
    /// Where the quiz is, and the lessons that its pictures are of.
    let catalog: Catalog
    let language: Language
    private let ladders: Ladders
    private let only: Int?
    let columns: Int

    /// A handout of a lesson.
    ///
    /// - Parameters:
    ///   - lesson: The lesson.
    ///   - catalog: Where its quiz is.
    ///   - language: Of everything.
    ///   - ladders: How often ladders are drawn.
    ///   - scene: The one scene to tell, by its place in the lesson; `nil` for all of them.
    ///   - columns: How wide ladders are if their participants fit, in cells.
    public init(
        of lesson: Lesson, in catalog: Catalog, language: Language, ladders: Ladders = .once, scene: Int? = nil,
        columns: Int = 80
    ) {
        self.lesson = lesson
        self.catalog = catalog
        self.language = language
        self.ladders = ladders
        self.only = scene
        self.columns = columns
    }

    /// The document, with a line break at its end.
    public var text: String {
        var blocks: [[String]] = [["# " + Markdown.line(lesson.title(language))], ["*\(facts)*"]]
        if let question = lesson.question {
            let paragraphs = Markdown.paragraphs(question(language))
            blocks.append(Array(paragraphs.map { ["> \($0)"] }.joined(separator: [">"])))
        }
        blocks += Markdown.paragraphs(lesson.summary(language)).map { [$0] }
        for (index, scene) in lesson.scenes.enumerated() where only == nil || only == index {
            let title = index == 0 ? say("What happens", "过程") : Markdown.line(scene.title(language))
            blocks.append(["## " + title])
            if let about = scene.about { blocks += Markdown.paragraphs(about(language)).map { [$0] } }
            blocks += told(scene)
        }
        blocks += myths + interview + challenges
        if let quiz = lesson.quiz.flatMap(catalog.quiz) { blocks += asked(quiz) }
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// A word of the handout's own.
    func say(_ english: String, _ chinese: String) -> String { language == .chinese ? chinese : english }

    private var facts: String {
        Markdown.plain(lesson.track)
            + say(
                lesson.minutes == 1 ? ", 1 minute" : ", \(lesson.minutes) minutes", "，\(lesson.minutes)分钟")
    }

    // MARK: Scenes

    private func told(_ scene: Scene) -> [[String]] {
        var blocks: [[String]] = []
        if ladders == .once || scene.steps.isEmpty {
            blocks.append(Markdown.block(ladder(scene.timeline, at: scene.timeline.finish)))
        }
        for (number, (step, stop)) in zip(scene.steps, scene.stops).enumerated() {
            let marker = "\(number + 1)."
            let clock = scene.timeline.events[step.event].instant.clock
            var paragraphs = Markdown.paragraphs(step.say(language))
            if !paragraphs.isEmpty {
                paragraphs[0] = "**\(clock)** " + paragraphs[0]
                paragraphs[paragraphs.count - 1] += sources(step.citations)
            }
            blocks.append(Markdown.item(marker, paragraphs))
            if ladders == .everyStep {
                let indent = String(repeating: " ", count: marker.count + 1)
                blocks.append(Markdown.block(ladder(scene.timeline, at: stop), indent: indent))
            }
        }
        return blocks
    }

    /// A ladder with what has happened until then.
    func ladder(_ timeline: Timeline, at moment: Moment) -> String {
        let pane = LadderPane(
            timeline, at: moment, settings: LadderSettings(language: language), showsFuture: false)
        var grid = Grid(pane.wholeSize(columns: columns))
        pane.draw(into: &grid, in: grid.bounds)
        return grid.text
    }

    /// ` (RFC 9293 §3.5; listen(2))`, or nothing.
    func sources(_ citations: [Citation]) -> String {
        guard !citations.isEmpty else { return "" }
        let list = citations.map { source($0.text) }.joined(separator: say("; ", "；"))
        return say(" (\(list))", "（\(list)）")
    }

    private func source(_ text: String) -> String {
        let isLink = text.hasPrefix("https://") && !text.contains { $0.isWhitespace || "<>\\".contains($0) }
        return isLink ? "<\(text.sanitized)>" : Markdown.plain(text)
    }

    // MARK: What surrounds them

    private var myths: [[String]] {
        guard !lesson.myths.isEmpty else { return [] }
        return [["## " + say("Often heard", "常见误解")]]
            + lesson.myths.map { myth in
                Markdown.item(
                    "-",
                    [
                        "**" + say("Often heard:", "常见误解：") + "** " + Markdown.line(myth.claim(language)),
                        "**" + say("In truth:", "事实是：") + "** " + Markdown.line(myth.truth(language))
                            + sources(myth.citations),
                    ])
            }
    }

    private var interview: [[String]] {
        guard let answer = lesson.answer else { return [] }
        return [["## " + say("In an interview you could say", "面试时可以这样回答")]]
            + Markdown.paragraphs(answer(language)).map { [$0] }
    }

    private var challenges: [[String]] {
        guard !lesson.challenges.isEmpty else { return [] }
        return [["## " + say("Try it yourself", "动手试试")]]
            + lesson.challenges.map { challenge in
                Markdown.item(
                    "-",
                    Markdown.paragraphs(challenge.task(language)) + [
                        Markdown.code("netarium play \(lesson.id) --challenge \(challenge.id)")
                    ])
            }
    }
}
