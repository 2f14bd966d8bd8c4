import Glibc
public import Localization

/// The environment variables that the program looks at, and no others.
public struct Environment: Hashable, Sendable {
    private var values: [String: String]

    /// Every variable that means something to the program, in the order in which `doctor` lists them.
    public static let names = [
        "TERM", "COLORTERM", "NO_COLOR", "STY", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "HOME", "XDG_DATA_HOME",
        "NETARIUM_PATH", "NETARIUM_AMBIGUOUS", "NETARIUM_MOUSE", "NETARIUM_REDUCED_MOTION", "VISUAL", "EDITOR",
    ]

    /// An environment with these variables.
    public init(_ values: [String: String]) { self.values = values }

    /// The environment of this process.
    public static func ofProcess() -> Environment {
        var values: [String: String] = [:]
        for name in names {
            if let value = getenv(name) { values[name] = String(cString: value) }
        }
        if values["HOME", default: ""].isEmpty, let home = homeOfUser() { values["HOME"] = home }
        return Environment(values)
    }

    /// The value of a variable; `nil` when it is unset or empty, which POSIX programs hold to be the same.
    public subscript(name: String) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        return value
    }

    /// The language that the locale asks for, if the course has it: LC_ALL, LC_MESSAGES, LANG, the first that is set.
    public var language: Language? {
        (self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"]).flatMap(Language.init(tag:))
    }

    /// `$XDG_DATA_HOME/netarium`, or `~/.local/share/netarium`; `nil` for somebody without a home.
    ///
    /// A relative `$XDG_DATA_HOME` is ignored, as the XDG Base Directory Specification demands.
    public var dataDirectory: String? {
        if let data = self["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/netarium" }
        return self["HOME"].map { "\($0)/.local/share/netarium" }
    }

    /// A path that a person typed, in which `~/` stands for their home.
    public func expanding(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home = self["HOME"] else { return path }
        return home + path.dropFirst()
    }

    /// The progress file, unless another one is named.
    public var progressPath: String? { dataDirectory.map { "\($0)/progress.json" } }

    /// The home that the user database knows.
    private static func homeOfUser() -> String? {
        guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return nil }
        return String(cString: home)
    }
}
