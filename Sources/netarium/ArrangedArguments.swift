/// The arguments with the name of the command in front, where the parser looks for it.
///
/// `netarium --lang zh play dns-lookup-path` means what `netarium play dns-lookup-path --lang zh` does.
struct ArrangedArguments {
    /// The options that stand before the name, or all arguments when they are the parser's to read.
    let options: [String]
    /// What should be the name of a command; `nil` when there is none, or when that is the parser's to say.
    let word: String?
    /// What stands after the name.
    private let rest: [String]

    /// The options that commands share, with a value and without; see ``CommonOptions``.
    private static let withValue: Set = ["--lang", "--lessons", "--progress", "--color", "--ambiguous", "--now"]
    private static let flags: Set = ["--ascii", "--utf8", "--reduced-motion"]

    init(_ arguments: some Collection<String>) {
        var options: [String] = []
        var left = arguments[...]
        while let option = left.first, option.hasPrefix("-") {
            let name = String(option.prefix { $0 != "=" })
            guard Self.withValue.contains(name) || Self.flags.contains(option) else {
                // The parser's own, such as --help, and what no command knows.
                self.options = Array(arguments)
                word = nil
                rest = []
                return
            }
            let taken = left.prefix(Self.withValue.contains(option) ? 2 : 1)
            options += taken
            left = left.dropFirst(taken.count)
        }
        self.options = options
        word = left.first
        rest = Array(left.dropFirst())
    }

    /// All of them, the options behind what stands after the name.
    ///
    /// Behind `--` there are names of files only, and help takes no options.
    var all: [String] {
        guard let word else { return options }
        if word == "help" { return [word] + rest }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return [word] + rest[..<end] + options + rest[end...]
    }
}
