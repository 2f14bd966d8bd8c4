import Foundation

/// Wireshark without its window, as a second opinion.
enum Tshark {
    static let path = "/usr/bin/tshark"

    /// What tshark reads in these fields, each field's first occurrence, for each of the IPv4 packets.
    static func fields(_ names: [String], of packets: [[UInt8]]) throws -> [[String]] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pcap")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(capture(of: packets)).write(to: file)
        let process = Process(), output = Pipe()
        process.executableURL = URL(fileURLWithPath: path)
        let checks =
            ["ip", "tcp", "udp"].flatMap { ["-o", "\($0).check_checksum:TRUE"] } + [
                "-o", "tcp.relative_sequence_numbers:FALSE",
            ]
        process.arguments =
            ["-r", file.path, "-T", "fields", "-E", "occurrence=f", "-E", "separator=|"] + checks
            + names.flatMap { ["-e", $0] }
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// A pcap file of packets that begin with IPv4 (link type 101).
    private static func capture(of packets: [[UInt8]]) -> [UInt8] {
        func words(_ values: [UInt32]) -> [UInt8] {
            values.flatMap { value in (0..<4).map { UInt8(value >> ($0 * 8) & 255) } }
        }
        return words([0xA1B2_C3D4, 0x0004_0002, 0, 0, 65535, 101])
            + packets.flatMap { words([0, 0, UInt32($0.count), UInt32($0.count)]) + $0 }
    }
}
