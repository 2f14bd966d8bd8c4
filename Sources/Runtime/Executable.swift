/// Where this program lies, so that the course beside it can be found.
public enum Executable {
    /// The path of the running program, links followed; `nil` if the system does not tell.
    public static let path: String? = Files.linkTarget("/proc/self/exe")

    /// How far above the executable the top of its source tree can be: `.build/x86_64-unknown-linux-gnu/release/netarium`.
    private static let depth = 5

    /// The source tree that an executable was built in: the nearest directory above with a package and lessons.
    static func sourceTree(of executable: String) -> String? {
        var directory = Files.parent(of: executable)
        for _ in 0..<depth {
            let isTop = Files.exists("\(directory)/Package.swift") && Files.isDirectory("\(directory)/lessons")
            if isTop { return directory }
            directory = Files.parent(of: directory)
        }
        return nil
    }
}
