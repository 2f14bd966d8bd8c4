public import Localization
import Study

// The words for everything that can go wrong with files: what, where, why, and the way out.

extension FileProblem {
    /// What could not be done, in one sentence that names the path.
    public var message: LocalizedText {
        switch self {
        case .system(let operation, let path, let number):
            LocalizedText(
                en: "\(path): cannot \(operation.english): \(ErrorNumber.english(number))",
                zh: "\(path)：无法\(operation.chinese)：\(ErrorNumber.chinese(number))")
        case .notAFile(let path):
            LocalizedText(en: "\(path): not a regular file", zh: "\(path)：不是普通文件")
        case .tooLarge(let path, let limit):
            LocalizedText(
                en: "\(path): larger than \(limit >> 20) MiB, so it is none of ours",
                zh: "\(path)：大于\(limit >> 20) MiB，不可能是本程序的文件")
        case .tooMany(let path, let limit):
            LocalizedText(
                en: "\(path): holds more than \(limit) files; name a smaller directory",
                zh: "\(path)：文件超过\(limit)个，请指定小一些的目录")
        case .courseTooLarge(let path, let limit):
            LocalizedText(
                en: "\(path): holds more than \(limit >> 20) MiB; the files that follow are left out",
                zh: "\(path)：总量超过\(limit >> 20) MiB，其余文件不再读取")
        case .leadsOutside(let path, let target):
            LocalizedText(
                en: "\(path): leads out of the course, to \(target); copy the file into the course instead",
                zh: "\(path)：指向课程目录之外的\(target)；请把文件复制到课程目录里")
        case .changed(let path):
            LocalizedText(
                en: "\(path): somebody else has just changed it, so it was left alone; run this again",
                zh: "\(path)：文件刚被别人改过，所以没有动它；请再运行一次")
        case .wouldBeTooLarge(let path, let limit):
            LocalizedText(
                en: "\(path): would grow beyond \(limit >> 20) MiB; begin another file with --progress FILE",
                zh: "\(path)：会超过\(limit >> 20) MiB；请用 --progress FILE另起一个文件")
        case .locked(let path):
            LocalizedText(
                en: "\(path): another netarium holds the lock; is one stopped? 'fg' continues it",
                zh: "\(path)：另一个netarium占着锁；是否有一个被挂起了？用“fg”恢复它")
        }
    }
}

extension FileProblem.Operation {
    fileprivate var english: String {
        switch self {
        case .open: "open it"
        case .read: "read it"
        case .write: "write it"
        case .sync: "bring it to the disk"
        case .rename: "rename it"
        case .lock: "lock it"
        case .makeDirectory: "make this directory"
        case .list: "list this directory"
        case .watch: "watch it for changes"
        }
    }

    fileprivate var chinese: String {
        switch self {
        case .open: "打开"
        case .read: "读取"
        case .write: "写入"
        case .sync: "写到磁盘"
        case .rename: "改名"
        case .lock: "加锁"
        case .makeDirectory: "建立这个目录"
        case .list: "列出这个目录"
        case .watch: "监视它的变化"
        }
    }
}

extension ProgressObstacle {
    /// What is wrong, in one sentence that names the file.
    public var message: LocalizedText {
        switch self {
        case .file(let problem): problem.message
        case .content(let fault): fault.message
        }
    }
}

extension ProgressNotice {
    /// What is wrong, what was or was not done about it, and how to bring the backup back.
    public var message: LocalizedText { message(offering: backup) }

    /// The same without a word of the backup, which is offered in its own.
    public var trouble: LocalizedText { message(offering: nil) }

    private func message(offering backup: ProgressBackup?) -> LocalizedText {
        switch self {
        case .setAside(_, let aside, let damage, _):
            LocalizedText(
                en: "\(damage.message(.english)); it is kept as \(aside), and a new file is begun\(backup.english)",
                zh: "\(damage.message(.chinese))；原文件保留为\(aside)，另起了一个新文件\(backup.chinese)")
        case .gone(let path, _):
            LocalizedText(
                en: "\(path): is gone, and a new file is begun\(backup.english)",
                zh: "\(path)：文件不见了，另起了一个新文件\(backup.chinese)")
        case .notSaving(_, .content(let fault)):
            fault.message
        case .notSaving(_, .file(let problem)):
            LocalizedText(
                en: "\(problem.message(.english)); nothing will be saved: name another file with --progress FILE",
                zh: "\(problem.message(.chinese))；不会保存进度：请用 --progress FILE指定另一个文件")
        }
    }
}

extension ProgressBackup? {
    /// How to get it back; nothing when there is none.
    fileprivate var english: String {
        map { "; a backup of \($0.at.date) with \($0.answers) answers is there: netarium progress restore" } ?? ""
    }

    fileprivate var chinese: String {
        map { "；还有\($0.at.date)的备份，内有\($0.answers)个答案：netarium progress restore" } ?? ""
    }
}

extension ProgressBackup {
    /// What is in it, for the question whether to take it.
    public var summary: LocalizedText {
        LocalizedText(en: "\(at.date), \(answers) answers", zh: "\(at.date)，\(answers)个答案")
    }
}
