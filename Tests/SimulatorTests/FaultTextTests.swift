import Simulator
import Testing
import Timelines

@Suite struct `The notation of a fault` {
    @Test(
        arguments: [
            ("drop:2", Fault(.drop, .message(2))),
            ("corrupt:1000000", Fault(.corrupt, .message(1_000_000))),
            ("drop:SYN,ACK", Fault(.drop, .matching(.init(label: "SYN,ACK"), nth: 1))),
            ("drop:SYN@client#3", Fault(.drop, .matching(.init(label: "SYN", from: "client"), nth: 3))),
            ("drop:SYN@client#all", Fault(.drop, .matching(.init(label: "SYN", from: "client"), nth: nil))),
            (
                "duplicate:ACK@client/server",
                Fault(.duplicate, .matching(.init(label: "ACK", from: "client", to: "server"), nth: 1))
            ),
            ("overtake:any@/server#2", Fault(.overtake, .matching(.init(to: "server"), nth: 2))),
            ("drop:any", Fault(.drop, .matching(.init(), nth: 1))),
            ("drop:10%", Fault(.drop, .some(.init(), perThousand: 100))),
            ("drop:ACK@client#2.5%", Fault(.drop, .some(.init(label: "ACK", from: "client"), perThousand: 25))),
            ("delay:2:500ms", Fault(.delay(.milliseconds(500)), .message(2))),
            (#"drop:\any"#, Fault(.drop, .matching(.init(label: "any"), nth: 1))),
            (#"drop:\7"#, Fault(.drop, .matching(.init(label: "7"), nth: 1))),
            (##"drop:a\:b\@c\#d\\"##, Fault(.drop, .matching(.init(label: ##"a:b@c#d\"##), nth: 1))),
            ("drop:GET /", Fault(.drop, .matching(.init(label: "GET /"), nth: 1))),
        ] as [(String, Fault)])
    func `has one text for one fault`(text: String, fault: Fault) throws {
        #expect(try Fault(parsing: text) == fault)
        #expect(fault.text == text)
    }

    @Test(
        arguments: [
            ("delay:2:0.5s", "delay:2:500ms"), ("drop:SYN#1", "drop:SYN"), ("drop:@client", "drop:any@client"),
            ("drop:any#10%", "drop:10%"), ("delay:2:120s", "delay:2:2min"), ("drop:2.0%", "drop:2%"),
            ("delay:1:1500 us", "delay:1:1500us"), ("delay:1:0s", "delay:1:0ms"), (#"dr\op:1"#, "drop:1"),
        ])
    func `has a shortest form`(text: String, shortest: String) throws {
        #expect(try Fault(parsing: text).text == shortest)
    }

    @Test(
        arguments: [
            ("", .unknownEffect("")), ("drop", .unknownEffect("drop")), ("dorp:2", .unknownEffect("dorp")),
            ("drop:", .missingTarget), ("drop:#2", .missingTarget), ("drop:0", .malformedNumber("0")),
            ("drop:1000001", .malformedNumber("1000001")),
            ("drop:99999999999999999999", .malformedNumber("99999999999999999999")),
            ("drop:SYN#", .malformedNumber("")), ("drop:SYN#two", .malformedNumber("two")),
            ("drop:SYN#-1", .malformedNumber("-1")), ("drop:0%", .malformedChance("0")),
            ("drop:101%", .malformedChance("101")), ("drop:1.25%", .malformedChance("1.25")),
            ("drop:.5%", .malformedChance(".5")), ("drop:SYN#100.1%", .malformedChance("100.1")),
            ("drop:SYN@", .missingParticipant), ("drop:SYN@client/", .missingParticipant),
            ("drop:SYN@client/server/x", .surplus("x")), ("drop:SYN@a@b", .surplus("b")),
            ("drop:SYN#1#2", .surplus("2")), ("drop:2:500ms", .surplus("500ms")), ("delay:2", .missingDelay),
            ("delay:2:", .malformedDelay("")), ("delay:2:500", .malformedDelay("500")),
            ("delay:2:-1s", .malformedDelay("-1s")), ("delay:2:1s:x", .surplus("x")),
            ("delay:2:1441min", .longDelay(.seconds(86_460))), (#"drop:SYN\"#, .openEscape),
        ] as [(String, FaultNotationError)])
    func `says what is wrong with anything else`(text: String, expected: FaultNotationError) {
        #expect(throws: expected) { try Fault(parsing: text) }
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `reads back as the same fault`(seed: UInt64) throws {
        var random = FaultMaker(seed: seed)
        for _ in 0..<50 {
            let fault = random.fault()
            #expect(try Fault(parsing: fault.text) == fault, "\(fault.text)")
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func `is read or refused, whatever the text`(seed: UInt64) {
        var random = FaultMaker(seed: seed)
        for _ in 0..<50 {
            let text = random.text(from: #"dropelay:@#/%\12.all SYNmsé，"#, atMost: 16)
            for text in [text, "drop:" + text, "delay:" + text + ":1s"] {
                guard let fault = try? Fault(parsing: text) else { continue }
                #expect((try? Fault(parsing: fault.text)) == fault, "\(text)")
            }
        }
    }
}

/// SplitMix64, and faults made of it.
private struct FaultMaker: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func text(from letters: String, atMost count: Int) -> String {
        String((0..<Int.random(in: 1...count, using: &self)).compactMap { _ in letters.randomElement(using: &self) })
    }

    private mutating func pattern() -> MessagePattern {
        func maybe(_ make: (inout FaultMaker) -> String, _ random: inout FaultMaker) -> String? {
            Bool.random(using: &random) ? make(&random) : nil
        }
        return MessagePattern(
            label: maybe({ $0.text(from: #"SYN,ACK:@#/\%any10é"#, atMost: 6) }, &self),
            from: maybe({ $0.text(from: #"client-1/:@#\"#, atMost: 6) }, &self),
            to: maybe({ $0.text(from: #"server-2/:@#\"#, atMost: 6) }, &self))
    }

    mutating func fault() -> Fault {
        let delay = Span(nanoseconds: Int64.random(in: 0...Fault.longestDelay.nanoseconds, using: &self))
        let rounded = Span(nanoseconds: delay.nanoseconds / 1_000_000_000 * 1_000_000_000)
        let effects: [Fault.Effect] = [.drop, .delay(delay), .delay(rounded), .duplicate, .overtake, .corrupt]
        let number = Int.random(in: 1...Fault.largestNumber, using: &self)
        let targets: [Fault.Target] = [
            .message(number), .matching(pattern(), nth: number), .matching(pattern(), nth: 1),
            .matching(pattern(), nth: nil), .some(pattern(), perThousand: Int.random(in: 1...1000, using: &self)),
        ]
        return Fault(
            effects.randomElement(using: &self) ?? .drop, targets.randomElement(using: &self) ?? .message(1))
    }
}
