/// The arguments with the name of the command in front, where the parser looks for it.
///
/// `netarium --lang zh play dns-lookup-path` means what `netarium play --lang zh dns-lookup-path` does.
struct ArrangedArguments {
    /// The options that all commands share, wherever they stand.
    private(set) var shared: [String] = []
    /// What should be the name of a command; `nil` when there is none, or when that is the parser's to say.
    let word: String?
    /// What stands before the name, or all arguments when there is no name.
    private let options: [String]
    /// What stands after the name.
    private let rest: [String]

    /// The options that commands share, with a value and without; see ``CommonOptions``.
    private static let withValue: Set = ["--lang", "--lessons", "--progress", "--color", "--ambiguous", "--now"]
    private static let flags: Set = ["--ascii", "--utf8", "--reduced-motion"]

    init(_ arguments: some Collection<String>) {
        let arguments = Array(arguments)
        var name: Int?
        var place = 0
        while place < arguments.count {
            let count = Self.sharedOption(at: place, of: arguments)
            shared += arguments[place..<place + count]
            if count == 0, name == nil {
                // Other options are the parser's own, such as --help, or no command knows them.
                name = arguments[place].hasPrefix("-") ? arguments.count : place
            }
            place += max(count, 1)
        }
        let end = name ?? arguments.count
        word = end < arguments.count ? arguments[end] : nil
        options = word == nil ? arguments : Array(arguments[..<end])
        rest = Array(arguments.dropFirst(end + 1))
    }

    /// How many arguments the option that stands there takes with its value; 0 for none that all commands share.
    private static func sharedOption(at place: Int, of arguments: [String]) -> Int {
        let argument = arguments[place]
        if withValue.contains(argument) { return min(2, arguments.count - place) }
        let isWithValue = argument.contains("=") && withValue.contains(String(argument.prefix { $0 != "=" }))
        return isWithValue || flags.contains(argument) ? 1 : 0
    }

    /// All of them, the options in front of what stands after the name, so that what is said later counts as ever.
    ///
    /// - Parameter subcommands: The names of the command's own commands, such as `export` of `progress`.
    /// - Returns: The arguments for the parser.
    func all(subcommands: [String]) -> [String] {
        guard let word else { return options }
        // Help takes no options.
        if word == "help" { return [word] + rest }
        let nested = rest.prefix(1).filter(subcommands.contains)
        return [word] + nested + options + rest.dropFirst(nested.count)
    }
}
