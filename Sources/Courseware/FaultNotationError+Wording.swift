import LocatedJSON
public import Simulator
import Timelines

extension FaultNotationError {
    /// The error in words: what, the offending word in quotes, the way out.
    public var message: String {
        switch self {
        case .unknownEffect(let name):
            if let meant = nearest(to: name, among: Simulator.Fault.effectNames) {
                return "no fault is called '\(name)'; did you mean '\(meant):…'?"
            }
            return "a fault is written as 'drop:2' or 'drop:SYN,ACK@server'; known are "
                + Simulator.Fault.effectNames.map { "'\($0)'" }.joined(separator: ", ")
        case .missingTarget: return "the fault does not say which message it is about; write 'drop:2' or 'drop:SYN'"
        case .malformedNumber(let text):
            return "'\(text)' is no number of a message; write 1 for the first, up to \(Simulator.Fault.largestNumber)"
        case .malformedChance(let text): return "'\(text)%' is no chance; write '0.1%' to '100%'"
        case .missingParticipant: return "a participant is missing; write 'SYN@client' or 'SYN@client/server'"
        case .missingDelay: return "the delay does not say how long; write 'delay:2:500ms'"
        case .malformedDelay(let text):
            return
                "'\(text)' is no duration; write a number and its unit, one of us, ms, s, min, h: '40ms', '1.5s', '2h'"
        case .longDelay(let span): return "\(span.text) is longer than a day; nobody will wait for it"
        case .surplus(let text): return "'\(text)' is too much here; put '\\' before a ':', '@' or '#' of a label"
        case .openEscape: return "'\\' stands at the end; it takes the meaning from a character after it"
        }
    }
}
