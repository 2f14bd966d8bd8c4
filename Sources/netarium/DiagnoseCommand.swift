import ArgumentParser
import CellGrid
import Courseware
import Study
import Tutor

/// Ten questions that find out where to begin.
struct DiagnoseCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "diagnose", abstract: "Answer ten questions to find out where to begin.",
        discussion: """
            After a right answer comes a harder question, after a wrong one an easier one. Lessons that you may skip are then
            marked; every lesson stays open.

            Examples:
              netarium diagnose
              netarium diagnose --plain
            """)

    @Option(help: "The seed from which the questions are drawn; random by default.") var seed: UInt64?
    @Flag(help: "Ask in lines of text.") var plain = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        let catalog = setting.course().catalog
        let seed = seed ?? UInt64.random(in: .min ... .max)
        if !plain, setting.hasScreen {
            return try FullScreen.run(setting, with: catalog, isWhole: true) { $0.openDiagnostic(seed: seed) }
        }
        let diagnostic = PlacementTest(catalog.practiceCards, seed: seed)
        var talk = Conversation(setting)
        talk.run(QuizSession(.diagnostic(diagnostic), seed: seed, in: catalog))
    }
}
