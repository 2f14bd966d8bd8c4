import ArgumentParser
import Localization
import Runtime
import Study
import Tutor

/// Brings two progress files together into a third.
struct MergeProgressCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Bring progress files together into another one.",
        discussion: """
            Each answer that is in one of them is in the result, once. Your own progress is not touched.

            Examples:
              netarium progress merge laptop.json desk.json -o both.json
            """)

    @Argument(help: "Progress files, two or more.", completion: .file()) var files: [String]
    @Option(name: .shortAndLong, help: "The file to write, which must not exist yet; - for standard output.")
    var output: String
    @Flag(help: "Write over a file that exists.") var force = false
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if files.count < 2 { throw ValidationError("name two progress files, or more") }
    }

    func run() throws {
        let setting = Setting(options.preferences)
        var merged = Progress()
        for file in files { merged = merged.merging(try ProgressCommand.read(file, setting)) }
        merged.rememberAll()
        try ProgressCommand.write(merged.json, to: output, force: force, setting)
        guard output != "-" else { return }
        let count = merged.answerCount
        Output.line(
            setting.appearance.say(
                "wrote \(output): \(count) \(count == 1 ? "answer" : "answers")", "已写入\(output)：\(count)个答案"))
    }
}
