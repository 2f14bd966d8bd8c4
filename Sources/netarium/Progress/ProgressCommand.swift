import ArgumentParser

/// What has been learnt so far: to look at, to take elsewhere, to bring together.
struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Show your progress; take it elsewhere, bring it together, begin anew.",
        discussion: """
            Nothing is ever lost by bringing copies together: every answer that is in one of them is in the result, once.

            Examples:
              netarium progress
              netarium progress --json
              netarium progress export ~/usb/progress.json
              netarium progress import ~/usb/progress.json
              netarium progress restore
            """,
        subcommands: [
            ShowProgressCommand.self, ExportProgressCommand.self, ImportProgressCommand.self, MergeProgressCommand.self,
            RestoreProgressCommand.self, ResetProgressCommand.self,
        ],
        defaultSubcommand: ShowProgressCommand.self)
}
