import Timelines
import Wire

/// Seventh and eighth check of SEGMENT ARRIVES: the data and the FIN (RFC 9293 §3.10.7.4).
extension TCPConnection {
    /// Takes in what is new and within the window.
    mutating func take(data segment: TCPSegment) {
        guard !segment.payload.isEmpty else { return }
        switch state {
        case .established, .finWait1, .finWait2: break
        default: return
        }
        let end = segment.sequence + segment.payload.count
        if isOrphan, end > rcvNxt {
            answerWithReset(segment, because: .dataAfterClose)
            return finish(because: .dataAfterClose)
        }
        let known = max(rcvNxt - segment.sequence, 0)
        let room = rcvEdge - segment.sequence
        let upper = min(segment.payload.count, max(room, 0))
        guard known < upper else { return acknowledgeSoon(because: .oldSegment) }
        let bytes = segment.payload[known..<upper]
        guard segment.sequence <= rcvNxt else {
            reassembly.add(Array(bytes), at: segment.sequence)
            return acknowledgeSoon(because: .outOfOrder)
        }
        incoming.append(bytes)
        rcvNxt += bytes.count
        let hadGap = !reassembly.isEmpty
        if hadGap {
            let more = reassembly.take(from: rcvNxt)
            incoming.append(more)
            rcvNxt += more.count
        }
        actions.append(.notify(.readable, .dataInOrder))
        largestArrival = max(largestArrival, segment.payload.count)
        if hadGap {
            acknowledgeSoon(because: .gapIsFilled)
        } else if rcvNxt - lastACKSent > largestArrival {
            acknowledgeSoon(because: .everySecondSegment)
        } else if quickACKs < profile.quickACKs {
            quickACKs += 1
            acknowledgeSoon(because: .quickACK)
        } else {
            acknowledgeLater()
        }
    }

    /// The end of the peer's stream, in this segment or in one that came too early.
    mutating func take(fin segment: TCPSegment) {
        guard !hasTakenFIN else { return }
        if segment.flags.contains(.fin) { peerFIN = segment.sequence + segment.payload.count }
        guard let peerFIN, rcvNxt == peerFIN else {
            if segment.flags.contains(.fin) { acknowledgeSoon(because: .outOfOrder) }
            return
        }
        hasTakenFIN = true
        rcvNxt += 1
        if rcvEdge < rcvNxt { rcvEdge = rcvNxt }
        actions.append(.notify(.endOfStream, .finArrived))
        switch state {
        case .established:
            enter(.closeWait, because: .finArrived)
            acknowledgeLater()
        case .finWait1 where !finIsAcknowledged:
            enter(.closing, because: .finsCross)
            acknowledge(because: .acknowledgesFIN)
        case .finWait1, .finWait2:
            enter(.timeWait, because: .finArrivedLast)
            stop(.finWait2, because: .finArrivedLast)
            acknowledge(because: .acknowledgesFIN)
            startTimeWait(because: .timeWaitStarts)
        default: break
        }
    }

    /// TIME-WAIT lasts two maximum segment lifetimes, counted from the last FIN (§3.6.1, §3.10.7.4).
    mutating func startTimeWait(because rule: Rule) {
        for timer in TCPTimer.allCases where timer != .timeWait { stop(timer, because: .connectionIsOver) }
        start(.timeWait, profile.maximumSegmentLifetime.scaled(by: 2, over: 1), because: rule)
    }

    /// FIN-WAIT-2 of a connection that nobody reads any more, where the profile limits it.
    mutating func startFinWait2Timer() {
        if let limit = profile.finWait2 { start(.finWait2, limit, because: .finWait2Limit) }
    }
}
