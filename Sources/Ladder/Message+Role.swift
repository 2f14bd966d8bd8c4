import CellGrid
import Timelines

extension Message {
    /// How a message is drawn, by where it is, how it is protected, whether it was sent before and whether it is wrong
    /// or forged.
    func role(_ journey: Timeline.Journey) -> Role {
        switch journey {
        case .toCome: return .future
        case .inFlight: return .inFlight
        case .lost: return .lost
        case .arrived: break
        }
        if wrong != nil || stray == .forged { return .failure }
        switch protection {
        case .handshakeKeys: return .handshakeKeys
        case .applicationKeys: return .applicationKeys
        case .clear: return isRetransmission || stray == .old ? .retransmission : .message
        }
    }
}
