import Glibc

/// What an `errno` means, in words that can stand in a sentence.
enum ErrorNumber {
    /// What the system says: `permission denied`.
    static func english(_ number: Int32) -> String {
        guard let words = strerror(number) else { return "error \(number)" }
        let text = String(cString: words)
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// The same in Chinese for what goes wrong with files, whatever the locale; in English for the rest.
    static func chinese(_ number: Int32) -> String {
        switch number {
        case EACCES: "没有权限"
        case EPERM: "系统不允许这样做"
        case EROFS: "文件系统是只读的"
        case ENOSPC: "磁盘空间已满"
        case EDQUOT: "超出了磁盘配额"
        case EIO: "磁盘读写出错"
        case ENOENT: "文件或目录不存在"
        case ENOTDIR: "路径中有一级不是目录"
        case EISDIR: "这是一个目录"
        case EEXIST: "已有同名文件"
        case ELOOP: "符号链接层数过多"
        case ENAMETOOLONG: "文件名过长"
        case EMFILE, ENFILE: "打开的文件过多"
        default: english(number)
        }
    }
}
