import Glibc
public import Testing

/// Compares a text with `Goldens/NAME.txt` beside the test file.
///
/// With `RECORD_GOLDENS=1` in the environment the file is written anew, and the test fails all the same, so that
/// nobody takes a recording for a check.
public func expectGolden(
    _ text: String, _ name: String, testFile: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
    let directory = testFile.prefix(upTo: testFile.lastIndex(of: "/") ?? testFile.startIndex) + "/Goldens"
    let path = "\(directory)/\(name).txt"
    if getenv("RECORD_GOLDENS") != nil {
        mkdir(String(directory), 0o755)
        write(text + "\n", to: path)
        Issue.record("recorded \(path); run again without RECORD_GOLDENS", sourceLocation: sourceLocation)
        return
    }
    guard let expected = read(path) else {
        Issue.record("no golden \(path); RECORD_GOLDENS=1 writes it", sourceLocation: sourceLocation)
        return
    }
    guard expected != text + "\n" else { return }
    Issue.record(
        "\(name) differs (- expected, + drawn):\n\(difference(expected, text + "\n"))", sourceLocation: sourceLocation)
}

/// The lines that differ, each pair with its number (1-based).
private func difference(_ expected: String, _ drawn: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(old.count, new.count) {
        let before = index < old.count ? old[index] : "(no line)", after = index < new.count ? new[index] : "(no line)"
        if before != after { lines += ["\(index + 1) - \(before)", "\(index + 1) + \(after)"] }
    }
    return lines.joined(separator: "\n")
}

private func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        guard count > 0 else { break }
        bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
}
