import ArgumentParser
import CellGrid
import Courseware
import Runtime
import Study
import Tutor

/// Asks what is about to be forgotten.
struct ReviewCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Review what you are about to forget.",
        discussion: """
            Asks the questions that are due today, and new ones of lessons that you have finished, a few at a time. Without a
            terminal, with TERM=dumb or with --plain it is a conversation in lines of text: an empty line shows the answer,
            ? a hint, and u before the next answer takes the last one back.

            Examples:
              netarium review
              netarium review --track tcp --plain
            """)

    @Option(help: "Only questions of this track.") var track: String?
    @Flag(help: "Ask in lines of text.") var plain = false
    @Option(help: "The seed from which values and orders are drawn; random by default.") var seed: UInt64?
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        let course = setting.course()
        let catalog = course.catalog, now = setting.clock.now()
        if let track { try course.requireTrack(track) }
        if !plain, setting.hasScreen {
            return try FullScreen.run(setting, with: catalog, isWhole: true) { $0.openReview(track: track, at: now) }
        }
        let outlook = ReviewOutlook(
            catalog: catalog, progress: setting.progress, track: track, at: now.milliseconds,
            offset: setting.utcOffset)
        guard outlook.count > 0 else {
            return Output.line(
                PlainReview.nothing(outlook, at: now, appearance: setting.appearance, utcOffset: setting.utcOffset))
        }
        let seed = seed ?? UInt64.random(in: .min ... .max)
        var talk = Conversation(setting)
        talk.run(.review(outlook.queue, seed: seed, in: catalog))
        if outlook.queue.hasMore { Output.line(PlainReview.more(setting.appearance)) }
    }
}

extension Course {
    /// Throws a sentence that names the nearest track when there is none with this id.
    func requireTrack(_ id: String) throws {
        let tracks = catalog.tracks.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard !tracks.contains(id) else { return }
        throw CommandProblem.unknownTrack(id, among: tracks)
    }
}
