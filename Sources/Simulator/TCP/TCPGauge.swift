public import Localization
import Timelines
import Wire

/// What is recorded of every connection, so that pictures can be drawn of it.
///
/// Names are those of RFC 9293 §3.3.1, RFC 5681 §2 and RFC 6298 §2.
public enum TCPGauge: CaseIterable, Hashable, Sendable {
    case iss, sndUna, sndNxt, sndWnd, irs, rcvNxt, rcvWnd
    /// Data that arrived beyond a gap, as ranges.
    case outOfOrder
    /// The segment that arrived last, as a range.
    case arrived
    /// Bytes sent and not acknowledged (FlightSize).
    case flight
    case cwnd, ssthresh
    /// Bytes that arrived in order and that the application has not read.
    case receiveBuffer
    /// Bytes that the application has written and the peer has not acknowledged.
    case sendBuffer
    case rto, srtt, rttvar

    /// What the timeline calls it.
    public var name: LocalizedText {
        switch self {
        case .iss: "ISS"
        case .sndUna: "SND.UNA"
        case .sndNxt: "SND.NXT"
        case .sndWnd: "SND.WND"
        case .irs: "IRS"
        case .rcvNxt: "RCV.NXT"
        case .rcvWnd: "RCV.WND"
        case .outOfOrder: LocalizedText(en: "out of order", zh: "乱序数据")
        case .arrived: LocalizedText(en: "arrived", zh: "刚到达")
        case .flight: LocalizedText(en: "in flight", zh: "在途")
        case .cwnd: "cwnd"
        case .ssthresh: "ssthresh"
        case .receiveBuffer: LocalizedText(en: "receive buffer", zh: "接收缓冲区")
        case .sendBuffer: LocalizedText(en: "send buffer", zh: "发送缓冲区")
        case .rto: "RTO"
        case .srtt: "SRTT"
        case .rttvar: "RTTVAR"
        }
    }

    /// What it counts.
    var unit: Quantity.Unit {
        switch self {
        case .iss, .sndUna, .sndNxt, .irs, .rcvNxt: .none
        case .rto, .srtt, .rttvar: .time
        case .sndWnd, .rcvWnd, .outOfOrder, .arrived, .flight, .cwnd, .ssthresh, .receiveBuffer, .sendBuffer:
            .named("B")
        }
    }
}

extension TCPConnection {
    /// What its record says besides numbers; options only once both SYNs are known, and no state.
    var controlBlock: ControlBlock.Fields {
        var fields = ControlBlock.Fields(local: local.description, remote: remote.description)
        switch state {
        case .closed, .listen, .synSent: break
        default:
            fields.options = ControlBlock.Options(
                mss: peerMSS, scales: scalesWindows ? [Int(peerShift), Int(ownShift)] : nil, sack: usesSACK,
                timestamps: usesTimestamps)
        }
        return fields
    }

    /// Where the gauges stand, without those that mean nothing yet.
    ///
    /// SND.NXT is the number after the last that was ever sent, as RFC 9293 has it: what is sent again does not move it.
    ///
    /// - Parameter sent: SND.NXT, which may be behind that of the connection while what it sends is being told.
    /// - Returns: Each gauge with its value, and the pieces that it is made of if it is.
    func gauges(sent: SequenceNumber) -> [(gauge: TCPGauge, value: Int64, ranges: [Range<Int64>])] {
        var gauges: [(gauge: TCPGauge, value: Int64, ranges: [Range<Int64>])] = []
        func note(_ gauge: TCPGauge, _ value: Int64) { gauges.append((gauge, value, [])) }
        switch state {
        case .closed, .listen: return []
        default: break
        }
        note(.iss, Int64(iss.rawValue))
        note(.sndUna, Int64(sndUna.rawValue))
        note(.sndNxt, Int64(sent.rawValue))
        note(.flight, Int64(max(sent - sndUna, 0)))
        note(.rto, timeout.current.nanoseconds)
        if state != .synSent {
            note(.irs, Int64(irs.rawValue))
            note(.rcvNxt, Int64(rcvNxt.rawValue))
            note(.rcvWnd, Int64(rcvWnd))
            note(.sndWnd, Int64(sndWnd))
        }
        guard !isOpening else { return gauges }
        note(.cwnd, Int64(congestion.window))
        if congestion.threshold != .max { note(.ssthresh, Int64(congestion.threshold)) }
        if let smoothed = timeout.smoothed {
            note(.srtt, smoothed.nanoseconds)
            note(.rttvar, timeout.variation.nanoseconds)
        }
        note(.receiveBuffer, Int64(incoming.count))
        note(.sendBuffer, Int64(outgoing.count))
        let islands = reassembly.islands
        gauges.append((.outOfOrder, islands.reduce(0) { $0 + Int64($1.count) }, islands))
        return gauges
    }
}

extension ReassemblyQueue {
    /// What is contiguous, in order: from the first number to the one after the last.
    fileprivate var islands: [Range<Int64>] {
        guard !isEmpty else { return [] }
        return blocks(limit: .max).map { block in
            let first = Int64(block.left.rawValue)
            return first..<first + Int64(max(block.right - block.left, 0))
        }.sorted { $0.lowerBound < $1.lowerBound }
    }
}
