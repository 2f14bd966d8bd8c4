public import Timelines

extension Timeline {
    /// The packets that pass a participant's interfaces, in order of time.
    ///
    ///         client        server            seen at the client      seen at the server
    ///        0 ms ──SYN──►                     0 ms SYN
    ///              ◄──SYN,ACK── 20 ms                                 20 ms SYN and SYN,ACK
    ///       40 ms                             40 ms SYN,ACK
    ///
    /// As with tcpdump, what the participant sends is seen when it leaves, even if it is lost on the way; what is sent to
    /// it is seen when it arrives, with the bytes that arrive. A copy that the network makes is seen only where it
    /// arrives. Messages whose bytes are not known are left out.
    public func frames(at participant: Participant.Index) -> [CapturedFrame] {
        events.compactMap { event in
            switch event.kind {
            case .sent(let index):
                let message = messages[index]
                guard message.sender == participant, !message.isCopy, let packet = message.packet else { return nil }
                return CapturedFrame(at: event.instant, packet.framing, packet.bytes, message: index)
            case .arrived(let index):
                let message = messages[index]
                guard message.receiver == participant, message.sender != participant, let packet = message.packet
                else { return nil }
                return CapturedFrame(
                    at: event.instant, packet.framing, packet.arrivedBytes ?? packet.bytes, message: index)
            default: return nil
            }
        }
    }
}
