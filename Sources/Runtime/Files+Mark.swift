import Glibc

extension Files {
    /// What tells whether a file is still the same, without reading it.
    ///
    /// A file that is replaced is another one; one that is written to has another time of change, which nobody can set.
    struct Mark: Hashable {
        private let device: dev_t
        private let number: ino_t
        private let size: off_t
        private let written: Int64
        private let changed: Int64

        init(_ status: stat) {
            (device, number, size) = (status.st_dev, status.st_ino, status.st_size)
            written = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
            changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
        }
    }

    /// The mark of the file at a path, links followed; `nil` when there is none.
    static func mark(of path: String) -> Mark? {
        var status = stat()
        return stat(path, &status) == 0 ? Mark(status) : nil
    }
}
