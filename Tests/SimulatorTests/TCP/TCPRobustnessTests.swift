import Testing
import Timelines
import Wire

@testable import Simulator

/// What must hold whatever is lost, and whatever arrives.
@Suite struct `Whatever happens to two connections` {
    /// Open, three segments each way, close.
    private func converse(_ profile: HostProfile, fate: @escaping (TCPPair.Sent) -> TCPPair.Fate) -> TCPPair {
        var pair = TCPPair(profile)
        pair.fate = fate
        pair[.server].closesAtEnd = true
        pair.write(3 * 1448, at: .server)
        pair.open()
        pair.write(3 * 1448, at: .client)
        pair.run(for: 1_000_000)
        pair.close(.client)
        pair.run(until: .milliseconds(100_000_000))
        return pair
    }

    private func check(_ pair: TCPPair, _ label: Comment) {
        #expect(pair.isOver && pair.runningTimers.isEmpty, label)
        for side in TCPPair.Side.allCases {
            #expect(!pair[side].isAlive || pair[side].states.isEmpty, label)
            var state: TCPState = side == .client ? .closed : .listen
            for next in pair[side].states {
                #expect(StateDiagram.edges.contains([state.rawValue, next.rawValue]), "\(state) to \(next): \(label)")
                state = next
            }
        }
        let client = pair[.client], server = pair[.server]
        let isComplete = pair.isComplete
        let failures: Set<TCPNotice> = [.timedOut, .reset, .refused]
        let clientKnows = !failures.isDisjoint(with: client.notices)
        let serverKnows = !failures.isDisjoint(with: server.notices) || !server.notices.contains(.established)
        #expect(isComplete || (clientKnows && serverKnows), label)
    }

    /// One that probes for the ACKs of tails, which no profile does by itself.
    private static let probing: HostProfile = {
        var profile = HostProfile.linux65
        profile.sendsTailLossProbe = true
        return profile
    }()

    @Test(arguments: HostProfile.all + [probing])
    func `every pattern of losses among the first eight segments ends well`(
        _ profile: HostProfile
    ) {
        for mask in 0..<256 {
            let pair = converse(profile) { $0.number <= 8 && mask >> ($0.number - 1) & 1 == 1 ? .isLost : .arrives }
            check(pair, "losing \((1...8).filter { mask >> ($0 - 1) & 1 == 1 })\n\(pair.told)")
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `loss, delay and doubling change nothing that arrives`(
        _ seed: UInt64
    ) {
        var dice = Dice(seed: seed)
        var profile = HostProfile.all[dice.below(3)]
        profile.offersSACK = dice.below(2) == 0
        profile.sendsTailLossProbe = seed % 2 == 1
        profile.offersTimestamps = dice.below(2) == 0
        profile.receiveBuffer = [1500, 4000, 64_240][dice.below(3)]
        var pair = TCPPair(profile, initialSequence: SequenceNumber(UInt32(truncatingIfNeeded: dice.next())))
        var wire = dice
        let percent = [2, 10, 30][dice.below(3)]
        pair.fate = { _ in
            guard wire.below(100) < percent else { return .arrives }
            return [.isLost, .arrivesTwice, .isLate(.milliseconds(Int64(wire.below(60))))][wire.below(3)]
        }
        pair.open()
        pair.write(40_000, at: .client)
        pair.write(40_000, at: .server)
        pair.run(for: 2_000_000)
        let failed = pair[.client].notices.contains(.timedOut) || pair[.server].notices.contains(.timedOut)
        if !failed {
            #expect(pair.isComplete, "\(pair.told)")
        }
        #expect(!failed || percent == 30, "\(pair.told)")
    }

    /// Anything may stand in a segment: nothing traps, every change of state is one of the diagram's, and every
    /// timer that runs was started.
    @Test(arguments: 0..<400 as Range<UInt64>) func `strange segments and calls in any order`(_ seed: UInt64) {
        var dice = Dice(seed: seed)
        let states: [TCPState] = TCPState.allCases
        var profile = HostProfile.all[dice.below(3)]
        profile.receiveBuffer = [0, 1, 700, 64_240][dice.below(4)]
        let initial = SequenceNumber([1000, 0, 0xFFFF_FFFE][dice.below(3)])
        var end = TCPEnd(states[dice.below(states.count)], profile: profile, initialSequence: initial)
        var state = end.connection.state
        var running = end.connection.armedTimers
        for _ in 0..<120 {
            end.now = end.now + .milliseconds(Int64(dice.below(2000)))
            let actions = end.perform(dice.input(near: end.connection))
            for action in actions {
                switch action {
                case .enter(let next, _):
                    #expect(StateDiagram.edges.contains([state.rawValue, next.rawValue]), "\(actions.story)")
                    state = next
                case .start(let timer, let span, _):
                    #expect(span > .zero)
                    running.insert(timer)
                case .stop(let timer, _): running.remove(timer)
                default: break
                }
            }
            #expect(end.connection.armedTimers.isSubset(of: running))
            if actions.last == .delete { return #expect(end.connection.armedTimers.isEmpty) }
            #expect(end.connection.state == state)
        }
    }
}

extension Dice {
    mutating func input(near connection: TCPConnection) -> TCPInput {
        switch below(12) {
        case 0: return .send([UInt8](repeating: 1, count: below(4000)))
        case 1: return .receive(below(3000))
        case 2: return below(4) == 0 ? .shutdown : .open
        case 3: return below(8) == 0 ? .close : .unreachable(isHard: false)
        case 4: return .timeout(TCPTimer.allCases[below(TCPTimer.allCases.count)])
        default: return .segment(segment(near: connection))
        }
    }

    private mutating func segment(near connection: TCPConnection) -> TCPSegment {
        let offsets = [0, 0, 0, 1, -1, 100, -100, 1460, 70_000, -70_000, 1 << 31]
        let sequence = connection.rcvNxt + offsets[below(offsets.count)]
        let base = below(2) == 0 ? connection.sndUna : connection.sndNxt
        var options: [TCPOption] = []
        switch below(6) {
        case 0: options = [.timestamps(value: UInt32(below(9000)), echoReply: UInt32(below(9000)))]
        case 1: options = [.sack((0..<below(5)).map { _ in SACKBlock(base + below(5000) - 100, base + below(9000)) })]
        case 2: options = [.maximumSegmentSize(UInt16(below(70))), .windowScale(UInt8(below(256))), .sackPermitted]
        default: break
        }
        return TCPSegment(
            sourcePort: TCPEnd.far.port, destinationPort: TCPEnd.near.port, sequence: sequence,
            acknowledgment: base + offsets[below(offsets.count)],
            flags: below(3) == 0 ? TCPFlags(rawValue: UInt8(below(256))) : .ack,
            window: UInt16([0, 1, 500, 65_535][below(4)]), urgentPointer: UInt16(below(65_536)), options: options,
            payload: [UInt8](repeating: 7, count: [0, 0, 1, 600, 1460][below(5)]))
    }
}

/// The cost of a segment must not grow with the transfer.
@Suite struct `A long transfer` {
    @Test func `arrives whole through a wire that loses a segment in a hundred`() {
        var profile = HostProfile.linux65
        profile.receiveBuffer = 1 << 20
        var pair = TCPPair(profile)
        var dice = Dice(seed: 7)
        pair.remembers = false
        pair.delay = .milliseconds(1)
        pair.fate = { _ in dice.below(100) == 0 ? .isLost : .arrives }
        pair[.server].closesAtEnd = true
        pair.open()
        pair.write(20_000_000, at: .client, then: .close)
        pair.run()
        #expect(pair.isComplete)
        #expect(pair[.client].states.last == .closed && pair.runningTimers.isEmpty)
    }
}
