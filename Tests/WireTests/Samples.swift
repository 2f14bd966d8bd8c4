import Wire

/// A repeatable source of chance (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func bytes(_ count: ClosedRange<Int>) -> [UInt8] {
        (0..<Int.random(in: count, using: &self)).map { _ in UInt8.random(in: 0...255, using: &self) }
    }

    mutating func number<Number: FixedWidthInteger>() -> Number { Number(truncatingIfNeeded: next()) }

    mutating func address() -> IPv4Address { IPv4Address(rawValue: number()) }

    mutating func mac() -> MACAddress { MACAddress(rawValue: next()) }
}

/// Packets of every kind as chance has them.
extension SplitMix64 {
    mutating func frame() -> EthernetFrame {
        EthernetFrame(
            destination: mac(), source: mac(), etherType: EtherType(rawValue: number()), payload: bytes(0...60))
    }

    mutating func arpPacket() -> ARPPacket {
        ARPPacket(
            operation: .init(rawValue: number()), senderMAC: mac(), senderIP: address(), targetMAC: mac(),
            targetIP: address())
    }

    mutating func ipv4Packet() -> IPv4Packet {
        IPv4Packet(
            typeOfService: number(), identification: number(), dontFragment: .random(using: &self),
            moreFragments: .random(using: &self), fragmentOffset: number() & 0x1FFF, timeToLive: number(),
            protocolNumber: IPProtocol(rawValue: number()), source: address(), destination: address(),
            options: Array(bytes(0...40).chunkedWords), payload: bytes(0...99))
    }

    mutating func icmpMessage() -> ICMPMessage {
        switch Int.random(in: 0...4, using: &self) {
        case 0: .echoRequest(identifier: number(), sequence: number(), data: bytes(0...60))
        case 1: .echoReply(identifier: number(), sequence: number(), data: bytes(0...60))
        case 2:
            .destinationUnreachable(
                code: .init(rawValue: number()), nextHopMTU: number(), original: bytes(0...60))
        case 3: .timeExceeded(code: .init(rawValue: number()), original: bytes(0...60))
        default: .other(type: UInt8.random(in: 12...255, using: &self), code: number(), rest: bytes(4...60))
        }
    }

    mutating func udpDatagram() -> UDPDatagram {
        UDPDatagram(sourcePort: number(), destinationPort: number(), payload: bytes(0...99))
    }

    mutating func tcpSegment() -> TCPSegment {
        TCPSegment(
            sourcePort: number(), destinationPort: number(), sequence: SequenceNumber(number()),
            acknowledgment: SequenceNumber(number()), flags: TCPFlags(rawValue: number()), window: number(),
            urgentPointer: number(), options: tcpOptions(), payload: bytes(0...99))
    }

    /// Options that fit into one header together.
    private mutating func tcpOptions() -> [TCPOption] {
        var room = 40
        return (0..<Int.random(in: 0...5, using: &self)).compactMap { _ in
            let (option, length) = tcpOption()
            guard length <= room else { return nil }
            room -= length
            return option
        }
    }

    private mutating func tcpOption() -> (TCPOption, length: Int) {
        switch Int.random(in: 0...6, using: &self) {
        case 0: return (.maximumSegmentSize(number()), 4)
        case 1: return (.windowScale(number()), 3)
        case 2: return (.sackPermitted, 2)
        case 3:
            let count = Int.random(in: 1...4, using: &self)
            let blocks = (0..<count).map { _ in SACKBlock(SequenceNumber(number()), SequenceNumber(number())) }
            return (.sack(blocks), 2 + 8 * count)
        case 4: return (.timestamps(value: number(), echoReply: number()), 10)
        case 5:
            let length = [0, 4, 8, 16][Int.random(in: 0...3, using: &self)], cookie = bytes(length...length)
            return (.fastOpen(cookie: cookie), 2 + cookie.count)
        default:
            let data = bytes(0...12)
            return (.other(kind: UInt8.random(in: 35...255, using: &self), data: data), 2 + data.count)
        }
    }
}

extension [UInt8] {
    /// As many of the bytes as make whole words of four.
    fileprivate var chunkedWords: ArraySlice<UInt8> { prefix(count / 4 * 4) }
}
