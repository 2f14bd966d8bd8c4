import Captures
import Testing
import Timelines

@Suite struct `What passes a participant` {
    @Test func `is seen at the sender when it leaves and at the receiver when it arrives`() {
        let timeline = Sample.timeline([Sample.message(Packet(.ipv4, [1, 2]))])
        #expect(timeline.frames(at: 0) == [CapturedFrame(at: .milliseconds(1), .ipv4, [1, 2], message: 0)])
        #expect(timeline.frames(at: 1) == [CapturedFrame(at: .milliseconds(21), .ipv4, [1, 2], message: 0)])
        #expect(timeline.frames(at: 2) == [])
    }

    @Test func `is seen by the sender only when it is lost`() {
        let timeline = Sample.timeline([Sample.message(Packet(.ipv4, [1]), isLost: true)])
        #expect(timeline.frames(at: 0).count == 1)
        #expect(timeline.frames(at: 1) == [])
    }

    @Test func `has the bytes that arrived where it arrives`() {
        let timeline = Sample.timeline([Sample.message(Packet(.ipv4, [1, 2], arrivedBytes: [1, 3]))])
        #expect(timeline.frames(at: 0).map(\.bytes) == [[1, 2]])
        #expect(timeline.frames(at: 1).map(\.bytes) == [[1, 3]])
    }

    @Test func `does not include at the sender the copies that the network makes`() {
        let packet = Packet(.ipv4, [1])
        let timeline = Sample.timeline([
            Sample.message(packet), Sample.message(packet, isCopy: true, at: .milliseconds(2)),
        ])
        #expect(timeline.frames(at: 0).map(\.instant) == [.milliseconds(1)])
        #expect(timeline.frames(at: 1).map(\.instant) == [.milliseconds(21), .milliseconds(22)])
    }

    @Test func `is written once when a participant talks to itself`() {
        let timeline = Sample.timeline([Sample.message(Packet(.ipv4, [1]), from: 0, to: 0)])
        #expect(timeline.frames(at: 0).count == 1)
    }

    @Test func `leaves out messages whose bytes are not known`() {
        let timeline = Sample.timeline([Sample.message(nil), Sample.message(Packet(.ipv4, [7]))])
        #expect(timeline.frames(at: 0).map(\.bytes) == [[7]])
    }
}
