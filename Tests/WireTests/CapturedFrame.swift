/// Frames that two Linux 6 kernels exchanged over a virtual Ethernet, captured with tcpdump: `ping -c1 -s16`, a UDP
/// datagram to a port where nobody listens, and a TCP connection with seven bytes of request and two of response.
enum CapturedFrame: String, CaseIterable {
    case arpRequest, arpReply, echoRequest, echoReply, udp, portUnreachable, syn, synAck
    case handshakeAck, request, requestAck, response, responseAck, serverFin, clientFin, lastAck

    /// The frame's bytes.
    var bytes: [UInt8] { hexadecimalBytes(digits) }

    /// The bytes of the IPv4 packet in the frame.
    var packet: [UInt8] { Array(bytes.dropFirst(14)) }

    private var digits: String {
        switch self {
        case .arpRequest:
            """
            ffffffffffff02000000000108060001080006040001020000000001c0000201000000000000c0000202
            """
        case .arpReply:
            """
            02000000000102000000000208060001080006040002020000000002c0000202020000000001c0000201
            """
        case .echoRequest:
            """
            02000000000202000000000108004500002c509040004001663dc0000201c00002020800ea9017d20001604f016b00000000\
            92e1010000000000
            """
        case .echoReply:
            """
            02000000000102000000000208004500002c101300004001e6bac0000202c00002010000f29017d20001604f016b00000000\
            92e1010000000000
            """
        case .udp:
            """
            0200000000020200000000010800450000212ffb4000401186cdc0000201c00002029c5e0009000d9b9668656c6c6f
            """
        case .portUnreachable:
            """
            020000000001020000000002080045c0003d105500004001e5a7c0000202c00002010303811f00000000450000212ffb4000\
            401186cdc0000201c00002029c5e0009000d9b9668656c6c6f
            """
        case .syn:
            """
            02000000000202000000000108004500003c262940004006908fc0000201c0000202b2480050b1c61ccb00000000a002faf0\
            36e70000020405b40402080a355fdb97000000000103030a
            """
        case .synAck:
            """
            02000000000102000000000208004500003c000040004006b6b8c0000202c00002010050b2480fd0f3e7b1c61ccca012fe88\
            cb480000020405b40402080adaa38999355fdb970103030a
            """
        case .handshakeAck:
            """
            020000000002020000000001080045000034262a400040069096c0000201c0000202b2480050b1c61ccc0fd0f3e88010003f\
            f86100000101080a355fdb97daa38999
            """
        case .request:
            """
            02000000000202000000000108004500003b262b40004006908ec0000201c0000202b2480050b1c61ccc0fd0f3e88018003f\
            23e000000101080a355fdb97daa38999474554202f0d0a
            """
        case .requestAck:
            """
            0200000000010200000000020800450000349acd400040061bf3c0000202c00002010050b2480fd0f3e8b1c61cd380100040\
            f85900000101080adaa38999355fdb97
            """
        case .response:
            """
            0200000000010200000000020800450000369ace400040061bf0c0000202c00002010050b2480fd0f3e8b1c61cd380180040\
            8fe500000101080adaa3899a355fdb976869
            """
        case .responseAck:
            """
            020000000002020000000001080045000034262c400040069094c0000201c0000202b2480050b1c61cd30fd0f3ea8010003f\
            f85600000101080a355fdb98daa3899a
            """
        case .serverFin:
            """
            0200000000010200000000020800450000349acf400040061bf1c0000202c00002010050b2480fd0f3eab1c61cd380110040\
            f85400000101080adaa3899a355fdb98
            """
        case .clientFin:
            """
            020000000002020000000001080045000034262d400040069093c0000201c0000202b2480050b1c61cd30fd0f3eb8011003f\
            f85400000101080a355fdb98daa3899a
            """
        case .lastAck:
            """
            0200000000010200000000020800450000349ad0400040061bf0c0000202c00002010050b2480fd0f3ebb1c61cd480100040\
            f85300000101080adaa3899a355fdb98
            """
        }
    }
}

/// The bytes that these hexadecimal digits stand for.
func hexadecimalBytes(_ digits: String) -> [UInt8] {
    let values = digits.compactMap(\.hexDigitValue)
    return stride(from: 0, to: values.count - 1, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
}
