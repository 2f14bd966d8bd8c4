public import Study

/// Why progress cannot be read, or not written, as facts; the words are in `FileProblem+Wording.swift`.
public enum ProgressObstacle: Error, Hashable, Sendable {
    /// The file or its directory cannot be used.
    case file(FileProblem)
    /// What is in the file is no progress that this version understands.
    case content(ProgressFault)
}

/// What must be said about the progress file although the program goes on.
public enum ProgressNotice: Hashable, Sendable {
    /// The file was damaged; it lies untouched at `aside`, and a new one is begun. Perhaps there is a backup.
    case setAside(path: String, aside: String, because: ProgressObstacle, backup: ProgressBackup?)
    /// There is no file, but a backup of one.
    case gone(path: String, backup: ProgressBackup)
    /// The file is left as it is, and nothing of this session is kept.
    case notSaving(path: String, because: ProgressObstacle)
}

extension ProgressNotice {
    /// Why nothing can be saved, if that is so.
    public var obstacle: ProgressObstacle? {
        if case .notSaving(_, let obstacle) = self { obstacle } else { nil }
    }

    /// The backup that can be brought back, if there is one.
    public var backup: ProgressBackup? {
        switch self {
        case .setAside(_, _, _, let backup): backup
        case .gone(_, let backup): backup
        case .notSaving: nil
        }
    }
}
