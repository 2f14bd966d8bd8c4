import Timelines
import Wire

extension Host {
    /// Records where the gauges of a connection stand, before it does what it wants.
    ///
    /// SND.NXT and what is in flight stay behind until the segments leave that move them.
    func readGauges(of id: SocketID, _ net: inout Network) {
        guard isMeasured(id, net) else { return }
        let socket = sockets[id]
        let next = socket.toldNext ?? socket.connection.iss
        read(socket.connection.gauges(sent: told(next, of: socket.connection)), of: socket, &net)
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

    /// SND.NXT as it is told, which a connection can take back that gives a probe up.
    private func told(_ told: SequenceNumber, of connection: TCPConnection) -> SequenceNumber {
        told <= connection.sndMax ? told : connection.sndMax
    }
}
