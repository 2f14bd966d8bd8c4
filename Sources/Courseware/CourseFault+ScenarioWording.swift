import Localization
import LocatedJSON
import Simulator
import Timelines

extension CourseFault {
    /// The fault of a scenario in words.
    var scenarioMessage: String {
        switch self {
        case .noScenario: return "the file has no 'scenario'"
        case .twoKinds(let key):
            return "'scenario' and '\(key)' exclude each other: a lesson is simulated or scripted"
        case .needsScenario(let key): return "'\(key)' belongs to a simulation, and there is no 'scenario' here"
        case .sameVariant:
            return "a variant needs at least one of 'scenario', 'faults', 'steps', 'sliders'; else nothing differs"
        case .noneOfKeys(let what, let keys):
            return "\(what) needs one of " + keys.map { "'\($0)'" }.joined(separator: ", ")
        case .exclusiveKeys(let one, let other): return "'\(one)' and '\(other)' exclude each other; keep one"
        case .noTime: return "the duration must be longer than nothing"
        case .malformedAddress(let text): return "'\(text)' is no IPv4 address; write it as '192.0.2.10'"
        case .malformedEndpoint(let text): return "'\(text)' is no host and port; write them as 'server:443'"
        case .malformedSize(let text): return "'\(text)' is no size; write it as '100B', '64kB' or '10MB'"
        case .largeSize(let text, let limit): return "'\(text)' is more than \(limit) MB; nobody will wait for it"
        case .malformedBandwidth(let text): return "'\(text)' is no bandwidth; write it as '64kbit/s' or '10Mbit/s'"
        case .largeBandwidth(let text): return "'\(text)' is more than 1000 Gbit/s; no link is so fast"
        case .unknownGateway(let text, let known): return "nobody has the address '\(text)'" + hint(text, known)
        case .missingLifelines(let ids):
            return "'lifelines' must name everybody; missing are " + ids.map { "'\($0)'" }.joined(separator: ", ")
        case .noPair: return "a link joins two different participants"
        case .bareSwitchLink: return "a switch forwards Ethernet frames; leave 'ethernet' out"
        case .unlinked(let id): return "no link joins '\(id)' to the others"
        case .noLink(let one, let other): return "no link joins '\(one)' and '\(other)'"
        case .addressCount(let id, let addresses, let links):
            return "the router '\(id)' needs an address for each of its links; it has \(addresses) for \(links)"
        case .noHost(let id): return "'\(id)' runs no programs; name a simulated host"
        case .noSenderOfPackets(let id): return "'\(id)' makes no packets; name a simulated host or a router"
        case .malformedFlags(let text):
            return "'\(text)' are no control bits; write them as labels have them, such as 'SYN,ACK' or 'RST'"
        case .segmentToItself(let id): return "'\(id)' is also where the segment goes; let somebody else send it"
        case .largePayload(let size, let limit): return "these are \(size) bytes, and only \(limit) fit into it"
        case .unreachable(let id): return "the switch '\(id)' has no address; name a host or a router"
        case .noListener: return "'accept' needs a port, and this program has not called 'listen' before"
        case .noSocket(let call):
            return "'\(call)' needs a connection, and this program has called neither 'connect' nor 'accept' before"
        case .halfSlow: return "reading slowly needs 'receive': \"all\", 'chunk' and 'every'"
        case .unknownLabel(let label, let known):
            return "no earlier call of this program has the label '\(label)'" + hint(label, known)
        case .unknownSlider(let id, let known): return "there is no slider '\(id)' in 'sliders'" + hint(id, known)
        case .unusedSlider(let id): return "nothing in 'scenario' is \"$\(id)\", so this slider moves nothing"
        case .unknownStart(let text, let known):
            return "'\(text)' is none of the 'values', which are " + known.map { "'\($0)'" }.joined(separator: ", ")
        default: return tellingMessage
        }
    }

    /// The fault of what is told and tried in a simulation, in words.
    private var tellingMessage: String {
        switch self {
        case .malformedFault(let error): return error.message(.english)
        case .idleFault(let text): return "nothing in this scene fits '\(text)'; it changes nothing"
        case .emptyStep: return "a step needs a 'say' or an 'id'"
        case .stepWithoutSay(let key): return "'\(key)' needs a 'say' beside it"
        case .stepNeverHappens:
            return "nothing in this scene fits; if it is for what a learner may change, add '\"optional\": true'"
        case .stepBeforeSince(let time, let since):
            return "what fits happens at \(time.text), and the scene begins at \(since.text); bring 'since' forward"
        case .stepAfterUntil(let time, let until):
            return "what fits happens at \(time.text), and the scene ends at \(until.text); put 'until' later"
        case .secondAnchor(let id, let first):
            return "the event has the id '\(first)' already; '\(id)' needs another event"
        case .spotlightWithoutMessage: return "'spotlight' needs a message, and this step is about something else"
        case .emptySimulation: return "nothing happens; let a program call something in 'do'"
        case .tooMuchWork(let limit):
            return "the simulation takes more than \(limit) occurrences (arrivals, timers, calls); "
                + "let less happen, or end it with 'until'"
        case .unclearTimerPattern: return "a timer pattern needs exactly one of 'starts', 'cancelled', 'fires'"
        case .crossedTimes(let after, let before):
            return "nothing comes after \(after.text) and before \(before.text); swap them"
        case .unknownScene(let id, let known): return "there is no scene '\(id)'" + hint(id, known)
        case .scriptedScene(let id): return "the scene '\(id)' is scripted; only a simulated one can be changed"
        case .unsolved: return "the solution does not reach the goal"
        case .alreadyMet: return "the scene reaches the goal without any fault; there is nothing to do"
        default: return ""
        }
    }
}
