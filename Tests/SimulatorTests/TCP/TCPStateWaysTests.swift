import Simulator
import Testing
import Timelines
import Wire

/// The ways of ``ConnectionState`` and what connections do are held against each other, in both directions.
@Suite struct `The state machine` {
    private static func state(_ state: TCPState) -> ConnectionState? { ConnectionState(rawValue: state.rawValue) }

    /// The states that an input leads through, the one before it first.
    private func path(_ end: TCPEnd, _ inputs: [TCPInput]) -> [ConnectionState?] {
        var end = end
        var path = [Self.state(end.connection.state)]
        for input in inputs {
            for case .enter(let next, _) in end.perform(input) { path.append(Self.state(next)) }
        }
        return path
    }

    /// Every combination of flags with numbers in, before and beyond what is expected, every call and every timer.
    private static let inputs: [TCPInput] = {
        let flags: [TCPFlags] = [.syn, .ack, .fin, .rst, .psh]
        var inputs: [TCPInput] = [
            .open, .send([1]), .receive(1), .shutdown, .close, .abort, .unreachable(isHard: true),
            .unreachable(isHard: false),
        ]
        for timer in TCPTimer.allCases { inputs.append(.timeout(timer)) }
        for mask in 0..<1 << flags.count {
            let set = flags.enumerated().filter { mask & 1 << $0.offset != 0 }.reduce(into: TCPFlags()) {
                $0.formUnion($1.element)
            }
            for sequence in [4999, 5000, 5001, 5002] as [SequenceNumber] {
                for acknowledgment in [1000, 1001, 1002] as [SequenceNumber] {
                    for length in [0, 10] {
                        inputs.append(
                            .segment(TCPEnd.segment(set, sequence, ack: acknowledgment, length: length)))
                    }
                }
            }
        }
        return inputs
    }()

    @Test(arguments: TCPState.allCases)
    func `goes no way that is not drawn, whatever happens`(_ state: TCPState) {
        for first in Self.inputs {
            let path = path(TCPEnd(state), [first])
            for (from, to) in zip(path, path.dropFirst()) where from != to {
                #expect(to.map { from?.successors.contains($0) == true } == true, "\(path) by \(first)")
            }
        }
    }

    /// Inputs that are what a way says; `nil` for what the host does and not the connection.
    private static func inputs(_ way: ConnectionState.Way, from state: ConnectionState) -> [TCPInput]? {
        func segment(_ flags: TCPFlags, _ sequence: SequenceNumber, ack: SequenceNumber = 0) -> [TCPInput] {
            [.segment(TCPEnd.segment(flags, sequence, ack: ack))]
        }
        let next: SequenceNumber = [.closeWait, .lastACK, .closing, .timeWait].contains(state) ? 5002 : 5001
        switch way.trigger {
        case .passiveOpen, .passiveReset, .newSYN: return nil
        case .activeOpen: return state == .closed ? [.open] : nil
        // In SYN-RECEIVED it waits for the ACK of the SYN, which the RFC permits.
        case .close:
            if state == .listen { return nil }
            return [.shutdown] + (state == .synReceived ? segment(.ack, 5001, ack: 1001) : [])
        case .abort: return [.abort]
        case .syn: return segment(.syn, 5000)
        case .synACK: return segment([.syn, .ack], 5000, ack: 1001)
        case .ackOfSYN: return segment(.ack, 5001, ack: 1001)
        case .fin: return segment([.fin, .ack], 5001, ack: 1001)
        case .ackOfFIN: return segment(.ack, next, ack: 1002)
        case .finAndACK: return segment([.fin, .ack], 5001, ack: 1002)
        case .reset: return state == .synSent ? segment([.rst, .ack], 0, ack: 1001) : segment(.rst, next)
        case .timeout:
            let data: [TCPInput] = state == .established || state == .closeWait ? [.send([1])] : []
            let patience = [TCPInput](repeating: .timeout(.retransmission), count: 40)
            return state == .finWait2 ? [.close, .timeout(.finWait2)] : data + patience
        case .twoMSL: return [.timeout(.timeWait)]
        }
    }

    @Test(arguments: TCPState.allCases)
    func `goes every way that is drawn`(_ state: TCPState) throws {
        let from = try #require(Self.state(state))
        for way in from.ways {
            guard let inputs = Self.inputs(way, from: from) else { continue }
            #expect(path(TCPEnd(state), inputs).last == way.target, "\(from) \(way)")
        }
    }
}
