import Captures
import Testing
import Timelines

@Suite struct `A capture file` {
    @Test func `is classic pcap with nanoseconds when all packets are framed alike`() throws {
        let timeline = Sample.timeline([
            Sample.message(Packet(.ipv4, [0x45, 0xFF, 0x01]), at: Instant(nanoseconds: 2_000_000_007))
        ])
        let file = try CaptureWriter.file(of: timeline)
        #expect(
            file == [
                0x4D, 0x3C, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 101, 0, 0, 0,
                2, 0, 0, 0, 7, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0, 0x45, 0xFF, 0x01,
            ])
    }

    @Test func `says Ethernet when the packets are frames`() throws {
        let file = try CaptureWriter.file(of: Sample.timeline([Sample.message(Packet(.ethernet, [0]))]))
        #expect(file[20] == 1)
    }

    @Test func `is pcapng with an interface for each framing when they differ`() throws {
        let timeline = Sample.timeline([
            Sample.message(Packet(.ethernet, [1, 2, 3, 4, 5])), Sample.message(Packet(.ipv4, [6]), from: 2),
        ])
        let blocks = try Blocks(CaptureWriter.file(of: timeline, seenAt: 1))
        #expect(blocks.types == [0x0A0D_0D0A, 1, 1, 6, 6])
        #expect(blocks.bodies[1].prefix(2) == [1, 0])
        #expect(blocks.bodies[2].prefix(2) == [101, 0])
        let time = Array(withUnsafeBytes(of: (21_000_000 as UInt32).littleEndian) { $0 })
        #expect(
            blocks.bodies[3] == [0, 0, 0, 0, 0, 0, 0, 0] + time + [5, 0, 0, 0, 5, 0, 0, 0, 1, 2, 3, 4, 5, 0, 0, 0])
        #expect(blocks.bodies[4] == [1, 0, 0, 0, 0, 0, 0, 0] + time + [1, 0, 0, 0, 1, 0, 0, 0, 6, 0, 0, 0])
    }

    @Test func `is of the first participant that packets pass unless another is named`() throws {
        let timeline = Sample.timeline([Sample.message(Packet(.ipv4, [1]), from: 1, to: 2, isLost: true)])
        #expect(try CaptureWriter.file(of: timeline) == CaptureWriter.file(of: timeline, seenAt: 1))
        #expect(throws: CaptureProblem.noPacketsAt("server")) { try CaptureWriter.file(of: timeline, seenAt: 2) }
    }

    @Test func `cannot be made of a timeline without bytes`() {
        #expect(throws: CaptureProblem.noPackets) { try CaptureWriter.file(of: Sample.timeline([Sample.message(nil)])) }
        #expect(throws: CaptureProblem.noPackets) { try CaptureWriter.file(of: Sample.timeline([]), seenAt: 9) }
    }

    @Test func `cuts off what is longer than the snap length and says how long it was`() {
        let long = CapturedFrame(at: .zero, .ipv4, [UInt8](repeating: 9, count: 262_145))
        let file = CaptureWriter.file(of: [long])
        #expect(file.count == 24 + 16 + 262_144)
        #expect(file[32..<40] == [0, 0, 4, 0, 1, 0, 4, 0])
    }
}

/// The blocks of a pcapng file whose lengths, before and after each body, agree.
private struct Blocks {
    struct Torn: Error {}

    var types: [UInt32] = []
    var bodies: [[UInt8]] = []

    init(_ file: [UInt8]) throws {
        func number(at place: Int) throws -> Int {
            guard place + 4 <= file.count else { throw Torn() }
            return (0..<4).reduce(0) { $0 | Int(file[place + $1]) << (8 * $1) }
        }
        var place = 0
        while place < file.count {
            let length = try number(at: place + 4)
            guard length >= 12, length % 4 == 0, try number(at: place + length - 4) == length else { throw Torn() }
            types.append(UInt32(try number(at: place)))
            bodies.append(Array(file[place + 8..<place + length - 4]))
            place += length
        }
    }
}
