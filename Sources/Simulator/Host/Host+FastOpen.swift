import Localization
import Timelines
import Wire

/// What a host knows and decides about Fast Open (RFC 7413 §4.1).
extension Host {
    /// The cookie for a client: a keyed hash of its address, so that nothing has to be remembered.
    private func cookie(for client: IPv4Address) -> [UInt8] {
        let hash = fastOpenKey([UInt64(client.rawValue)])
        return stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0)) }
    }

    /// How a connection that is made for a SYN deals with its data.
    func synData(for syn: TCPSegment, from client: IPv4Address) -> SYNData {
        guard profile.fastOpen else { return .none }
        for case .fastOpen(let shown) in syn.options {
            let good = cookie(for: client)
            return shown == good ? .takes : .gives(good)
        }
        return .none
    }

    /// How a connection to a server that has something to send at once begins.
    func synData(to server: IPv4Address) -> SYNData {
        guard profile.fastOpen else { return .plain }
        return fastOpenCookies[server].map { .presents($0) } ?? .asks
    }

    /// Keeps a server's cookie, or forgets it.
    mutating func remember(
        _ cookie: FastOpenCookie?, of server: IPv4Address, because rule: Rule, _ net: inout Network
    ) {
        guard fastOpenCookies[server] != cookie else { return }
        fastOpenCookies[server] = cookie
        let key = server.description
        let rows = cookie.map { [TableChange.Row(key, LocalizedText($0.bytes.hexadecimal))] } ?? []
        _ = net.recorder.changed(
            TableChange(
                owner: index, name: LocalizedText(en: "Fast Open cookies", zh: "Fast Open Cookie"), set: rows,
                removed: cookie == nil ? [key] : []), at: net.now, because: rule)
    }

    /// A connection whose SYN brought good data goes into the accept queue although it is half-open.
    mutating func completeEarly(_ id: SocketID, because rule: Rule, _ net: inout Network) {
        move(id, as: sockets[id].connection.state, because: rule, &net)
    }
}
