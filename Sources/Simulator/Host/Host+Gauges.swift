import Timelines
import Wire

extension Host {
    /// Records where the gauges of a connection stand, before it does what it wants.
    ///
    /// SND.NXT and what is in flight stay behind until the segments leave that move them.
    mutating func readGauges(of id: SocketID, _ net: inout Network) {
        guard isMeasured(id, net) else { return }
        readBlock(of: id, &net)
        let socket = sockets[id]
        var next = socket.toldNext ?? socket.connection.iss
        if next > socket.connection.sndMax {
            // A connection takes back the byte with which it probed a closed window.
            next = socket.connection.sndMax
            sockets[id].toldNext = next
        }
        read(socket.connection.gauges(sent: next), of: socket, &net)
    }

    /// Records what the transmission control block of a connection says, if it is new or more is known than before.
    private func readBlock(of id: SocketID, _ net: inout Network) {
        let told = net.recorder.record(of: index, connection: sockets[id].ordinal)
        guard told?.options == nil else { return }
        var fields = sockets[id].connection.controlBlock
        fields.state = told?.state
        net.recorder.note(fields, of: index, connection: sockets[id].ordinal, at: net.now)
    }

    /// Records that a connection is in a state now; in CLOSED there is no record of it.
    func readState(_ state: TCPState, of id: SocketID, _ net: inout Network) {
        guard isMeasured(id, net) else { return }
        var fields = state == .closed ? nil : net.recorder.record(of: index, connection: sockets[id].ordinal)
        fields?.state = ConnectionState(rawValue: state.rawValue)
        net.recorder.note(fields, of: index, connection: sockets[id].ordinal, at: net.now)
    }

    /// Records what has just arrived for a connection, acceptable or not; acknowledgments alone are nothing to draw.
    func readArrival(of segment: TCPSegment, for id: SocketID, _ net: inout Network) {
        guard segment.length > 0 || segment.flags.contains(.rst), isMeasured(id, net) else { return }
        let first = Int64(segment.sequence.rawValue)
        net.recorder.read(
            .arrived, of: index, connection: sockets[id].ordinal, value: Int64(segment.length),
            ranges: [first..<first + Int64(max(segment.length, 1))], at: net.now)
    }

    /// Records what a segment changes that has just left.
    mutating func readGauges(of id: SocketID, sending segment: TCPSegment, _ net: inout Network) {
        guard isMeasured(id, net) else { return }
        let end = segment.sequence + segment.length
        if let told = sockets[id].toldNext, end <= told { return }
        sockets[id].toldNext = end
        readGauges(of: id, &net)
    }

    /// Whether anybody could draw this connection.
    private func isMeasured(_ id: SocketID, _ net: Network) -> Bool {
        net.recorder.isOn && sockets.contains(id) && sockets[id].isAlive
            && sockets[id].ordinal <= Scenario.measuredConnections
    }

    private func read(
        _ gauges: [(gauge: TCPGauge, value: Int64, ranges: [Range<Int64>])], of socket: TCPSocket,
        _ net: inout Network
    ) {
        for reading in gauges {
            net.recorder.read(
                reading.gauge, of: index, connection: socket.ordinal, value: reading.value, ranges: reading.ranges,
                at: net.now)
        }
    }
}
