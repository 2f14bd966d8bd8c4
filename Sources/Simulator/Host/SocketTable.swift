import Wire

/// The sockets of a host, by name.
///
/// A name that means nothing any more reads as a socket that is closed and holds nothing; what is written to it is
/// forgotten. Changing happens in place: a connection is large, and copies of it for every segment would cost
/// more than the segment.
struct SocketTable: Sendable {
    /// The first place is nobody's.
    private var sockets: [TCPSocket]
    /// How many sockets each place has had before the present one.
    private var generations = [0]
    private var freePlaces: [Int] = []

    init(_ profile: HostProfile) {
        let nowhere = SocketAddress(IPv4Address(rawValue: 0), 0)
        var nobody = TCPSocket(
            connection: TCPConnection(local: nowhere, remote: nowhere, initialSequence: 0, profile: profile, mss: 536),
            ends: TCPSocket.Ends(local: nowhere, remote: nowhere), listener: nil, ordinal: 0)
        nobody.isAlive = false
        sockets = [nobody]
    }

    private func place(of id: SocketID) -> Int {
        generations.indices.contains(id.place) && generations[id.place] == id.generation ? id.place : 0
    }

    /// Whether there is a socket of this name.
    func contains(_ id: SocketID) -> Bool { place(of: id) != 0 }

    /// The socket of this name.
    ///
    /// Not a `_read`: Swift 6.3 without optimisation releases what such an accessor yields once too often. With optimisation
    /// a `get` is as fast.
    subscript(id: SocketID) -> TCPSocket {
        get { sockets[place(of: id)] }
        _modify {
            let place = place(of: id)
            if place == 0 {
                var nobody = sockets[0]
                yield &nobody
            } else {
                yield &sockets[place]
            }
        }
    }

    /// Takes a socket in and names it.
    mutating func add(_ socket: TCPSocket) -> SocketID {
        let place = freePlaces.popLast() ?? sockets.count
        if place == sockets.count {
            sockets.append(socket)
            generations.append(0)
        } else {
            sockets[place] = socket
        }
        return SocketID(place: place, generation: generations[place])
    }

    /// Forgets a socket.
    mutating func remove(_ id: SocketID) {
        let place = place(of: id)
        guard place != 0 else { return }
        sockets[place] = sockets[0]
        generations[place] += 1
        freePlaces.append(place)
    }

    /// Forgets all of them.
    mutating func removeAll() {
        for place in sockets.indices.dropFirst() where !freePlaces.contains(place) {
            remove(SocketID(place: place, generation: generations[place]))
        }
    }

    /// Every socket that there is.
    var all: [TCPSocket] { sockets.indices.dropFirst().filter { !freePlaces.contains($0) }.map { sockets[$0] } }
}
