import Foundation

/// What Wireshark's dissectors say about a capture.
struct Tshark {
    /// The verdict on one packet.
    struct Verdict {
        /// The names of the fields below that the packet has.
        var marks: Set<String>
        /// Layers whose checksum is wrong: `ip`, `tcp`, `icmp`, `udp`.
        var badChecksums: Set<String>
        /// Whether an expert information of the severity "error" is attached.
        var hasError: Bool
        /// Whether it resets the connection.
        var isReset: Bool
        /// The protocols found, outermost first: `raw`, `ip`, `tcp`.
        var protocols: [String]

        var isMalformed: Bool { marks.contains("_ws.malformed") }
    }

    /// Why there is no verdict.
    struct Failure: Error, CustomStringConvertible { var description: String }

    /// What is only there or not there.
    static let marks = [
        "_ws.malformed", "tcp.analysis.retransmission", "tcp.analysis.fast_retransmission",
        "tcp.analysis.spurious_retransmission", "tcp.analysis.out_of_order", "tcp.analysis.duplicate_ack",
        "tcp.analysis.zero_window", "tcp.analysis.zero_window_probe", "tcp.analysis.keep_alive",
        "tcp.analysis.lost_segment",
        "tcp.analysis.ack_lost_segment", "tcp.analysis.window_full", "tcp.analysis.reused_ports",
    ]
    private static let layers = ["ip", "tcp", "icmp", "udp"]
    private static let error = 0x0080_0000

    /// The verdicts on the packets of a capture file, in order.
    static func verdicts(on capture: [UInt8]) throws -> [Verdict] {
        let directory = FileManager.default.temporaryDirectory.appending(path: "netarium-\(UUID())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let file = directory.appending(path: "capture.pcap")
        try Data(capture).write(to: file)
        let checksums = layers.map { "\($0).checksum.status" }
        let fields = ["frame.protocols", "_ws.expert.severity", "tcp.flags.reset"] + marks + checksums
        var arguments = ["-r", file.path, "-n", "-T", "fields", "-E", "separator=/t", "-E", "aggregator=,"]
        for layer in ["ip", "tcp", "udp"] { arguments += ["-o", "\(layer).check_checksum:TRUE"] }
        // What programs say is made up, and port 443 would make TLS of it.
        arguments += [
            "--disable-protocol", "tls", "--disable-protocol", "dns", "-o", "tcp.analyze_sequence_numbers:TRUE",
        ]
        for field in fields { arguments += ["-e", field] }
        let text = try output(of: "tshark", arguments)
        return try text.split(separator: "\n").map { line in
            let values = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard values.count == fields.count else { throw Failure(description: "tshark wrote '\(line)'") }
            let named = Dictionary(uniqueKeysWithValues: zip(fields, values))
            return Verdict(
                marks: Set(marks.filter { named[$0]?.isEmpty == false }),
                badChecksums: Set(layers.filter { named["\($0).checksum.status"]?.first == "0" }),
                hasError: values[1].split(separator: ",").contains { (Int($0) ?? 0) & Self.error != 0 },
                isReset: ["1", "True"].contains(values[2].split(separator: ",").first ?? ""),
                protocols: values[0].split(separator: ":").map(String.init))
        }
    }

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe(), problems = Pipe()
        process.standardOutput = output
        process.standardError = problems
        try process.run()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let words = String(decoding: try problems.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            throw Failure(description: "\(program) failed (./test installs it): \(words)")
        }
        return String(decoding: written, as: UTF8.self)
    }
}
