import Localization
import Timelines

extension Conformance {
    /// Whether a judge may have something to say about a timeline; a quick look that errs on the side of yes.
    static func concerns(_ timeline: Timeline) -> Bool { timeline.messages.contains(where: \.mayBeRecognised) }
}

extension Message {
    /// Whether a judge may recognise the message.
    ///
    /// Whatever TCP, DNS, TLS and HTTP call their messages has a capital letter or a number of three digits, but for the
    /// referral of DNS; a label may hold fields, and what it does not say a field of a known name does.
    fileprivate var mayBeRecognised: Bool {
        Self.mayName(label(.english)) || fields.contains { Self.mayTell($0.name) }
    }

    private static func mayName(_ label: String) -> Bool {
        // The judges pass over what stands in front of the first word.
        if let first = label.utf8.first, first == UInt8(ascii: " ") || first == UInt8(ascii: ",") { return true }
        var digits = 0
        for byte in label.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "="): return true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                if digits == 3 { return true }
            default: digits = 0
            }
        }
        return label.utf8.starts(with: "referral".utf8)
    }

    /// Whether a field of this name makes a message one of TCP, DNS or HTTP, in capitals or not.
    private static func mayTell(_ name: String) -> Bool {
        switch name.utf8.count {
        case 2, 3, 5, 7: tellingNames.contains(name.lowercased())
        default: false
        }
    }

    private static let tellingNames: Set = ["seq", "ctl", "flags", "aa", "rcode", "ancount", ":method", ":status"]
}
