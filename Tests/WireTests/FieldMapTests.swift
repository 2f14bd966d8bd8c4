import Localization
import Testing
import Wire

@Suite struct FieldMapTests {
    /// Records an issue unless every bit belongs to exactly one leaf and every field to its parts.
    private func expectPartition(_ map: FieldMap, of bytes: [UInt8], _ comment: String) {
        var next = 0
        for leaf in map.leaves {
            if leaf.bits.lowerBound != next { Issue.record("\(comment): \(leaf.name) begins elsewhere in \(bytes)") }
            next = leaf.bits.upperBound
        }
        if next != bytes.count * 8 { Issue.record("\(comment): the leaves end elsewhere in \(bytes)") }
        func check(_ field: WireField) {
            guard let first = field.children.first, let last = field.children.last else { return }
            if field.bits != first.bits.lowerBound..<last.bits.upperBound {
                Issue.record("\(comment): \(field.name) is not its parts in \(bytes)")
            }
            field.children.forEach(check)
        }
        map.fields.forEach(check)
    }

    /// The tree as text, one field a line.
    private func drawn(_ fields: [WireField], _ indent: String = "") -> String {
        fields.map { field in
            "\(indent)\(field.name) [\(field.bits.lowerBound)..<\(field.bits.upperBound)] \(field.value)\n"
                + drawn(field.children, indent + "  ")
        }.joined()
    }

    private func faults(_ map: FieldMap) -> [WireField] { map.leaves.filter { $0.name == "Malformed" } }

    @Test(arguments: CapturedFrame.allCases)
    func `a kernel's frame is divided among its fields and nothing in it is wrong`(captured: CapturedFrame) {
        let map = FieldMap(dissecting: captured.bytes, as: .ethernet)
        expectPartition(map, of: captured.bytes, "\(captured)")
        #expect(faults(map).isEmpty)
        for leaf in map.leaves where leaf.name.hasSuffix("Checksum") && captured != .portUnreachable {
            #expect(leaf.value.hasSuffix("(correct)"), "\(captured): \(leaf.value)")
        }
    }

    @Test func `the SYN reads as an engineer would write it`() {
        let map = FieldMap(dissecting: CapturedFrame.syn.packet, as: .ipv4)
        #expect(
            drawn(map.fields) == """
                IPv4 [0..<160] 192.0.2.1 → 192.0.2.2
                  Version [0..<4] 4
                  IHL [4..<8] 5 (20 bytes)
                  Type of Service [8..<16] 0x00
                    DSCP [8..<14] 0
                    ECN [14..<16] 0 (Not-ECT)
                  Total Length [16..<32] 60
                  Identification [32..<48] 0x2629
                  Flags [48..<51] DF
                    Reserved [48..<49] 0
                    DF [49..<50] 1
                    MF [50..<51] 0
                  Fragment Offset [51..<64] 0
                  Time to Live [64..<72] 64
                  Protocol [72..<80] 6 (TCP)
                  Header Checksum [80..<96] 0x908f (correct)
                  Source Address [96..<128] 192.0.2.1
                  Destination Address [128..<160] 192.0.2.2
                TCP [160..<480] 45640 → 80, SYN
                  Source Port [160..<176] 45640
                  Destination Port [176..<192] 80
                  Sequence Number [192..<224] 2982550731
                  Acknowledgment Number [224..<256] 0
                  Data Offset [256..<260] 10 (40 bytes)
                  Reserved [260..<264] 0
                  Flags [264..<272] SYN
                    CWR [264..<265] 0
                    ECE [265..<266] 0
                    URG [266..<267] 0
                    ACK [267..<268] 0
                    PSH [268..<269] 0
                    RST [269..<270] 0
                    SYN [270..<271] 1
                    FIN [271..<272] 0
                  Window [272..<288] 64240
                  Checksum [288..<304] 0x36e7 (correct)
                  Urgent Pointer [304..<320] 0
                  Options [320..<480] 20 bytes
                    Maximum Segment Size [320..<352] 1460
                      Kind [320..<328] 2
                      Length [328..<336] 4
                      MSS Value [336..<352] 1460
                    SACK Permitted [352..<368]\u{20}
                      Kind [352..<360] 4
                      Length [360..<368] 2
                    Timestamps [368..<448] 895474583, 0
                      Kind [368..<376] 8
                      Length [376..<384] 10
                      TSval [384..<416] 895474583
                      TSecr [416..<448] 0
                    No-Operation [448..<456] 01
                    Window Scale [456..<480] 10 (multiply by 1024)
                      Kind [456..<464] 3
                      Length [464..<472] 3
                      Shift Count [472..<480] 10 (multiply by 1024)

                """)
    }

    @Test func `an ICMP error shows whom the packet it quotes was meant for`() {
        let map = FieldMap(dissecting: CapturedFrame.portUnreachable.bytes, as: .ethernet)
        let original = map.fields.last?.children.last
        #expect(map.fields.map(\.name) == ["Ethernet", "IPv4", "ICMP"])
        #expect(
            map.fields.last?.children.prefix(2).map(\.value) == ["3 (Destination Unreachable)", "3 (port unreachable)"])
        #expect(original?.value == "192.0.2.1 → 192.0.2.2")
        #expect(original?.children.first { $0.name == "Destination Port" }?.value == "9")
        #expect(original?.children.last?.value == "5 bytes, \"hello\"")
    }

    @Test func `ARP asks and answers in words`() {
        let request = FieldMap(dissecting: CapturedFrame.arpRequest.bytes, as: .ethernet)
        let reply = FieldMap(dissecting: CapturedFrame.arpReply.bytes, as: .ethernet)
        #expect(request.fields.last?.value == "Who has 192.0.2.2? Tell 192.0.2.1")
        #expect(reply.fields.last?.value == "192.0.2.2 is at 02:00:00:00:00:02")
    }

    @Test func `a damaged segment shows the checksum that would be right`() {
        var bytes = CapturedFrame.request.packet
        bytes[bytes.count - 1] ^= 1
        let map = FieldMap(dissecting: bytes, as: .ipv4)
        let checksum = map.fields.last?.children.first { $0.name == "Checksum" }
        #expect(checksum?.value == "0x23e0 (wrong, should be 0x22e0)")
        #expect(faults(map).isEmpty)
    }

    @Test func `Ethernet's padding is not the packet's`() {
        let bytes = CapturedFrame.arpReply.bytes + [UInt8](repeating: 0, count: 18)
        let map = FieldMap(dissecting: bytes, as: .ethernet)
        #expect(map.fields.last?.name == "Padding")
        #expect(map.fields.last?.bytes == 42..<60)
        expectPartition(map, of: bytes, "padded")
    }

    @Test func `a fragment is not taken for a segment`() {
        var packet = IPv4Packet(
            moreFragments: true, protocolNumber: .tcp, source: IPv4Address(rawValue: 1),
            destination: IPv4Address(rawValue: 2), payload: [UInt8](repeating: 0, count: 24))
        #expect(FieldMap(dissecting: packet.serialized(), as: .ipv4).fields.last?.name == "Fragment")
        (packet.moreFragments, packet.fragmentOffset) = (false, 3)
        #expect(FieldMap(dissecting: packet.serialized(), as: .ipv4).fields.last?.name == "Fragment")
    }

    @Test(arguments: CapturedFrame.allCases)
    func `a frame cut off anywhere is read up to there and says so`(captured: CapturedFrame) {
        for length in 0..<captured.bytes.count {
            let bytes = Array(captured.bytes.prefix(length))
            let map = FieldMap(dissecting: bytes, as: .ethernet)
            expectPartition(map, of: bytes, "\(captured) cut to \(length)")
            #expect(map.leaves.last?.name == "Malformed", "\(captured) cut to \(length)")
            #expect(faults(map).count == 1)
        }
    }

    @Test(arguments: Layer.allCases)
    func `any bytes are divided without rest`(layer: Layer) {
        var random = SplitMix64(seed: 5)
        for round in 0..<1500 {
            var bytes = random.bytes(0...90)
            let frame = CapturedFrame.allCases.randomElement(using: &random)
            if let frame, !round.isMultiple(of: 3) {
                // Real bytes with some of them changed come further than random ones.
                bytes = layer == .ethernet ? frame.bytes : frame.packet
                if layer == .tcp || layer == .udp || layer == .icmp { bytes.removeFirst(20) }
                for _ in 0..<3 { bytes[Int.random(in: bytes.indices, using: &random)] = random.number() }
            }
            let map = FieldMap(dissecting: bytes, as: layer)
            expectPartition(map, of: bytes, "\(layer)")
            if faults(map).count > 1 { Issue.record("several faults in \(bytes)") }
        }
    }

    @Test func `every bit leads to its leaf and back`() {
        let bytes = CapturedFrame.synAck.bytes
        let map = FieldMap(dissecting: bytes, as: .ethernet)
        for bit in 0..<(bytes.count * 8) {
            let path = map.path(toBit: bit)
            #expect(map[path] == map.leaf(atBit: bit))
            #expect(map.leaf(atBit: bit)?.bits.contains(bit) == true)
            #expect(map.leaf(atBit: bit)?.children.isEmpty == true)
        }
        #expect(map.leaf(atBit: -1) == nil)
        #expect(map.leaf(atBit: bytes.count * 8) == nil)
        #expect(map[[0, 99]] == nil)
    }

    @Test func `every field says what it is for in both languages`() {
        for captured in CapturedFrame.allCases {
            func check(_ field: WireField) {
                let english = field.meaning(.english), chinese = field.meaning(.chinese)
                #expect(english.hasSuffix(".") && chinese.hasSuffix("。"), "\(field.name)")
                #expect(!chinese.contains(" "), "\(field.name): \(chinese)")
                #expect(!field.source.isEmpty, "\(field.name)")
                field.children.forEach(check)
            }
            FieldMap(dissecting: captured.bytes, as: .ethernet).fields.forEach(check)
        }
    }
}
