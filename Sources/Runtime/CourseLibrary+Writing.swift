public import LocatedJSON

extension CourseLibrary {
    /// Puts a file that was read by ``read(_:)`` and changed in the place of what was read, all of it or nothing.
    ///
    /// - Parameters:
    ///   - file: The file as it shall be.
    ///   - former: The file as it was read.
    /// - Throws: Why not; also when somebody else has changed the file since.
    public static func write(_ file: SourceFile, over former: SourceFile) throws(FileProblem) {
        guard try Files.read(file.name, limit: sizeLimit) == former.bytes else { throw .changed(path: file.name) }
        try Files.replace(file.name, with: file.bytes)
    }
}
