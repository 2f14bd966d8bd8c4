import Localization
import Testing
import Timelines

@testable import Courseware

@Suite struct `A judge of a protocol` {
    /// Labels and fields that one of the judges knows, or that are near to it.
    private static let labels = [
        "SYN", "SYN,ACK", "[FIN, ACK]", "seq=5", "data seq=1 ack=2", "A? www.example.com", "A 192.0.2.1", "NXDOMAIN",
        "referral", " referral", "ClientHello", "Certificate, Finished", "CH", "GET /", "HTTP/1.1 200 OK", "200",
        "404 not found", "hello", "request 12", "page 3 of 12", "你好", "",
    ]
    private static let fields = [
        "id", "seq", "SEQ", "flags", "CTL", "ctl", "AA", "rcode", "ANCOUNT", ":method", ":status", "size", "ack",
        "data",
    ]

    @Test(arguments: labels) func `is asked whenever it would recognise a message`(label: String) {
        for field in [nil] + Self.fields.map(Optional.some) {
            let message = Message(
                from: 0, to: 1, label: LocalizedText(label),
                fields: field.map { [Message.Field($0, "200"), Message.Field("len", "1")] } ?? [],
                departure: .zero, fate: .arrives(.zero))
            let timeline = Timeline(participants: [], messages: [message], timers: [], events: [])
            if isRecognised(message) { #expect(Conformance.concerns(timeline), "\(label), \(field ?? "no field")") }
        }
    }

    @Test func `is not asked about greetings`() {
        for label in ["hello", "request 12", "你好", "page 3 of 12"] {
            let message = Message(
                from: 0, to: 1, label: LocalizedText(label), fields: [Message.Field("id", "1")], departure: .zero,
                fate: .arrives(.zero))
            #expect(
                !Conformance.concerns(Timeline(participants: [], messages: [message], timers: [], events: [])))
        }
    }

    private func isRecognised(_ message: Message) -> Bool {
        let tcp = SegmentReading(message), tls = TLSReading(message)
        guard case .other = tcp else { return true }
        guard case .other = DNSReading(message) else { return true }
        if !tls.handshake.isEmpty { return true }
        switch HTTPReading(message, tls: tls, tcp: tcp).kind {
        case .request, .response: return true
        case .unknown, .other: return false
        }
    }
}
