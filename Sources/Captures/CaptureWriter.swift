// Reading list: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html (pcap)
//               https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html (pcapng)
//               https://www.tcpdump.org/linktypes.html (LINKTYPE_ values)

public import Timelines

/// Writes captures that tcpdump and Wireshark read.
public enum CaptureWriter {
    /// What was seen at a participant of a timeline, as the bytes of a file.
    ///
    /// - Parameters:
    ///   - timeline: What happened.
    ///   - participant: Where it is looked at; `nil` for the first participant that any packet passes.
    /// - Returns: A pcap file, or a pcapng file when packets with and without an Ethernet header passed.
    /// - Throws: ``CaptureProblem`` when there is nothing to write.
    public static func file(
        of timeline: Timeline, seenAt participant: Participant.Index? = nil
    ) throws(CaptureProblem) -> [UInt8] {
        guard let participant else {
            for candidate in timeline.participants.indices {
                let frames = timeline.frames(at: candidate)
                if !frames.isEmpty { return file(of: frames) }
            }
            throw .noPackets
        }
        guard timeline.participants.indices.contains(participant) else { throw .noPackets }
        let frames = timeline.frames(at: participant)
        if frames.isEmpty { throw .noPacketsAt(timeline.participants[participant].id) }
        return file(of: frames)
    }

    /// Packets in order of time, as the bytes of a file: pcap if all are framed alike, pcapng if not.
    public static func file(of frames: [CapturedFrame]) -> [UInt8] {
        let framings = Set(frames.map(\.framing))
        if framings.count > 1 { return PcapngFile.bytes(of: frames) }
        return PcapFile.bytes(of: frames, framing: framings.first ?? .ipv4)
    }
}

extension Packet.Framing {
    /// The LINKTYPE_ value of captures: ETHERNET, or RAW for bare IP packets.
    var linkType: UInt16 {
        switch self {
        case .ethernet: 1
        case .ipv4: 101
        }
    }
}
