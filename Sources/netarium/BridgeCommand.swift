import ArgumentParser
import Bridge
import Captures
import CellGrid
import Courseware
import Localization
import Runtime
import Simulator
import Timelines
import Tutor
import Wire

/// Joins simulated hosts to this computer's kernel, so that ordinary programs can talk to them.
struct BridgeCommand: CommandWithOptions {
    static let configuration = CommandConfiguration(
        commandName: "bridge", abstract: "Let real programs talk to simulated hosts through a TUN device.",
        discussion: """
            Linux only, as root; best in a network namespace of its own, where nothing else is disturbed. Without a \
            scenario there is a server behind a router, with echo, discard, a source of data and a web page. SIGUSR1 \
            lists the simulated connections; Ctrl-C ends it.

            Examples:
              netarium bridge --verbose
              netarium bridge --loss 10% --duplicate 1% --reorder 5% --seed 7
              netarium bridge three-way-handshake --as client
              unshare --map-root-user --net netarium bridge
            """)

    @Argument(help: "A simulated lesson: its id or its file. By default a small demonstration.") var scenario: String?
    @Option(name: .customLong("as"), help: "The host that this computer stands for; by default the first.")
    var role: String?
    @Option(name: .customLong("tun"), help: "The interface's name; by default the kernel picks one.")
    var interface: String?
    @Option(help: "How long a packet is on the link of this computer: 20ms, 500us.") var delay: LengthOfTime?
    @Option(help: "How many packets that link loses, each way: 10%.") var loss: Share?
    @Option(help: "How many packets it delivers twice: 1%.") var duplicate: Share?
    @Option(help: "How many packets are overtaken by the next: 5%.") var reorder: Share?
    @Option(help: "A number that every chance is made from.") var seed: UInt64?
    @Option(help: "Write the packets that cross the bridge to this file when it ends, as pcap.", completion: .file())
    var capture: String?
    @Flag(name: .shortAndLong, help: "Tell each packet and each change of state.") var verbose = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let setting = Setting(options.preferences)
        let scenario = try chosenScenario(setting)
        var frames: [CapturedFrame] = []
        let ending: BridgeProblem?
        do throws(BridgeProblem) {
            try run(scenario, setting.appearance, into: &frames)
            ending = nil
        } catch {
            ending = error
        }
        try write(frames, setting.language)
        if let ending { throw CommandProblem.bridge(ending.message) }
    }

    /// Writes the capture that was asked for; of a bridge that has not been built there is none.
    private func write(_ frames: [CapturedFrame], _ language: Language) throws {
        guard let capture, !frames.isEmpty else { return }
        do throws(FileProblem) {
            try Files.replace(capture, with: CaptureWriter.file(of: frames))
        } catch {
            throw CommandProblem.file(error.message)
        }
    }

    private func run(
        _ scenario: Scenario, _ appearance: Appearance, into frames: inout [CapturedFrame]
    ) throws(BridgeProblem) {
        let attachment = try Attachment(scenario, as: role)
        let impairment = Impairment(
            delay: delay?.span, lossPerThousand: loss?.perThousand ?? 0,
            duplicatesPerThousand: duplicate?.perThousand ?? 0,
            reorderedPerThousand: reorder?.perThousand ?? 0, seed: seed)
        let device = try TunDevice(named: interface)
        try device.configure(attachment)
        var bridge = TunBridge(
            network: ExternalNode(attachment, impairment: impairment), port: device,
            world: try WallClock(waitingAt: device))
        greet(attachment, device.name, appearance)
        var journal = BridgeJournal(attachment)
        let isCapturing = capture != nil
        try bridge.run { incident, instant, network in
            if isCapturing, let packet = incident.packet { frames.append(CapturedFrame(at: instant, .ipv4, packet)) }
            let lines =
                switch incident {
                case .report: journal.report(of: network.internet, at: instant)
                case .entered(let packet), .left(let packet):
                    verbose ? [journal.line(forPacket: packet, at: instant)] : []
                case .settled: verbose ? journal.changes(in: network.internet, at: instant) : []
                }
            for line in lines { Output.line(appearance.text(line).sanitized) }
        }
    }

    /// The scenario that was asked for.
    private func chosenScenario(_ setting: Setting) throws -> Scenario {
        guard let scenario else { return DemoInternet.scenario }
        let isFile = scenario.hasSuffix(".json") || scenario.contains("/")
        let course = isFile ? Course(CourseLibrary.places(checking: [scenario])) : setting.course()
        if isFile { setting.reportProblems(of: course) }
        let lesson = isFile ? course.catalog.lessons.first : try course.lesson(scenario)
        guard let simulation = lesson?.scenes.first?.simulation else { throw CommandProblem.notSimulated(scenario) }
        return simulation.scenario
    }

    /// Says what is there, and what one can do with it.
    private func greet(_ attachment: Attachment, _ interface: String, _ appearance: Appearance) {
        let name = attachment.scenario.nodes.first { $0.id == attachment.node }?.name ?? LocalizedText(attachment.node)
        let address = "\(attachment.address)/\(attachment.prefixLength)"
        Output.line(
            appearance.say(
                "\(interface): this computer stands for \(appearance.text(name)), \(address)",
                "\(interface)：本机充当\(appearance.text(name))，\(address)"))
        for node in attachment.scenario.nodes where node.id != attachment.node && !node.addresses.isEmpty {
            let addresses = node.addresses.map(\.description).joined(separator: ", ")
            Output.line("  \(addresses)  \(appearance.text(node.name))".sanitized)
        }
        if scenario == nil {
            for service in DemoInternet.services {
                Output.line("    :\(service.port)  \(appearance.text(service.about))")
            }
        }
        Output.line(appearance.say("ready; Ctrl-C ends it", "就绪；按Ctrl-C结束"))
    }
}

/// A share of packets, as people write it: `10%`, `0.5%`.
struct Share: ExpressibleByArgument {
    /// How many in a thousand, 0 to 1000.
    let perThousand: Int

    /// Reads a percentage with at most one decimal; `nil` for anything else.
    init?(argument: String) {
        guard argument.hasSuffix("%") else { return nil }
        let parts = argument.dropLast().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let whole = UInt8(first), whole <= 100 else { return nil }
        var tenths = 0
        if parts.count == 2 {
            guard parts[1].count == 1, let digit = parts[1].first?.wholeNumberValue else { return nil }
            tenths = digit
        }
        perThousand = Int(whole) * 10 + tenths
        guard perThousand <= 1000 else { return nil }
    }
}

/// A length of time, as people write it: `20ms`, `1.5s`, `250us`.
struct LengthOfTime: ExpressibleByArgument {
    /// The time.
    let span: Span

    /// Reads a number and a unit; `nil` for anything else.
    init?(argument: String) {
        guard let span = Span(argument) else { return nil }
        self.span = span
    }
}
