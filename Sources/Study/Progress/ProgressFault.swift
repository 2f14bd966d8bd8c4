public import Localization
public import LocatedJSON

/// Why a progress file cannot be used; it must then be left as it is.
public enum ProgressFault: Error, Hashable, Sendable {
    /// A later version of the program wrote it, in this format.
    case newerFormat(Int64, file: String)
    /// It is damaged, or no progress file at all; the first fault found.
    case unreadable(Diagnostic)

    /// What is wrong and the way out, as one line that names the file.
    public var message: LocalizedText {
        switch self {
        case .newerFormat(let format, let file):
            LocalizedText(
                en: """
                    \(file): written by a newer netarium (format \(format), this one knows \(Progress.format)): \
                    update netarium, or use another file with --progress FILE
                    """,
                zh: """
                    \(file)：由更新版本的netarium写成（格式\(format)，本版本只认识\(Progress.format)）：\
                    请升级netarium，或用 --progress FILE指定另一个文件
                    """)
        case .unreadable(let diagnostic): LocalizedText(diagnostic.description)
        }
    }
}
