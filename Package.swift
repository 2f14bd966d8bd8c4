// swift-tools-version: 6.1
import PackageDescription

// The rows of docs/architecture.md: a module imports only from rows below its own. The build enforces it
// with `--explicit-target-dependency-import-check error` (see the Makefile and the `netarium` script).

/// The modules in which the tests spend their time, for they play every scene of every lesson at every size.
///
/// `./test` asks for these to be optimised; to optimise the rest would take longer than it saves.
let busy: Set = [
    "CellGrid", "Ladder", "Localization", "LocatedJSON", "ScenarioSupport", "Simulator", "Timelines", "Wire",
]
let optimises = Context.environment["NETARIUM_OPTIMISED_TESTS"] != nil

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let reals = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func settings(of name: String) -> [SwiftSetting] {
    settings + (optimises && busy.contains(name) ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : [])
}

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings(of: name))
}

/// Modules whose tests compare frames with files.
let goldens: Set = ["Ladder", "Tutor"]

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
        exclude: goldens.contains(name) ? ["Goldens"] : [], swiftSettings: settings)
}

let package = Package(
    name: "netarium",
    products: [.executable(name: "netarium", targets: ["netarium"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    ],
    targets: [
        // Row 0: leaves.
        module("CellGrid"),
        module("Localization"),
        module("LocatedJSON"),
        // Row 1: what happened, and the bytes it happened with, in words of several languages.
        module("Timelines", ["Localization"]),
        module("Wire", ["Localization"]),
        // Row 2: a small internet.
        module("Simulator", ["Localization", "Timelines", "Wire"]),
        // Row 3: documents.
        module("Courseware", ["LocatedJSON", "Localization", "Simulator", "Timelines", "Wire"]),
        // Row 4: learning, drawing, captures, other people's diagrams.
        module("Study", ["Courseware", "LocatedJSON", "Localization", "Simulator", "Timelines", "Wire", reals]),
        module("Ladder", ["CellGrid", "Localization", "Timelines"]),
        module("Captures", ["Timelines"]),
        module("Mermaid", ["CellGrid", "Courseware", "LocatedJSON", "Localization", "Timelines"]),
        // Row 5: the program, and what it writes for elsewhere; pure.
        module(
            "Tutor",
            [
                "CellGrid", "Courseware", "Ladder", "LocatedJSON", "Localization", "Simulator", "Study", "Timelines",
                "Wire",
            ]),
        module(
            "Exports", ["CellGrid", "Courseware", "Ladder", "LocatedJSON", "Localization", "Study", "Timelines"]),
        // Row 6: the impure edge.
        .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        module("NcursesTerminal", ["CNcurses", "CellGrid", "Tutor"]),
        module("Runtime", ["CellGrid", "Courseware", "LocatedJSON", "Localization", "Study", "Tutor"]),
        .target(name: "CTun"),
        module("Bridge", ["CTun", "Localization", "Simulator", "Timelines", "Wire"]),
        // Row 7: arguments and wiring.
        .executableTarget(
            name: "netarium",
            dependencies: [
                "Bridge", "Captures", "CellGrid", "Courseware", "Exports", "Ladder", "LocatedJSON", "Localization",
                "Mermaid", "NcursesTerminal", "Runtime", "Simulator", "Study", "Timelines", "Tutor", "Wire", arguments,
            ],
            swiftSettings: settings),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .target(
            name: "ScenarioSupport", dependencies: ["Simulator", "Timelines", "Wire"], path: "Tests/ScenarioSupport",
            swiftSettings: settings(of: "ScenarioSupport")),
        .executableTarget(
            name: "BulkBench",
            dependencies: ["Courseware", "Runtime", "Simulator", "Timelines", "Wire"],
            path: "Tests/bench/BulkBench",
            swiftSettings: settings),
        .executableTarget(
            name: "SchedulerProbe", dependencies: ["Study"], path: "Tests/oracles/SchedulerProbe",
            swiftSettings: settings),
        .executableTarget(
            name: "ProgressBench", dependencies: ["Runtime", "Study", "Tutor"], path: "Tests/bench/ProgressBench",
            swiftSettings: settings),
        tests(of: "CellGrid"),
        tests(of: "Localization"),
        tests(of: "LocatedJSON"),
        tests(of: "Timelines", ["Localization"]),
        tests(of: "Wire", ["Localization"]),
        tests(of: "Simulator", ["Localization", "ScenarioSupport", "Timelines", "Wire"]),
        tests(
            of: "Captures",
            ["Courseware", "Localization", "LocatedJSON", "ScenarioSupport", "Simulator", "Timelines", "Wire"]),
        tests(
            of: "Courseware",
            ["LocatedJSON", "Localization", "ScenarioSupport", "Simulator", "Timelines", "Wire"]),
        tests(of: "Study", ["Courseware", "LocatedJSON", "Localization", "Simulator", "Timelines"]),
        tests(of: "Mermaid", ["CellGrid", "Courseware", "LocatedJSON", "Localization", "Timelines"]),
        tests(
            of: "Exports",
            ["CellGrid", "Courseware", "LocatedJSON", "Localization", "Study", "Timelines", "Tutor"]),
        tests(of: "Ladder", ["CellGrid", "Localization", "Timelines"]),
        tests(
            of: "Tutor",
            [
                "CellGrid", "Courseware", "Ladder", "LocatedJSON", "Localization", "Simulator", "Study", "Timelines",
                "Wire",
            ]),
        tests(of: "NcursesTerminal", ["CellGrid", "Tutor"]),
        tests(of: "Bridge", ["Localization", "Simulator", "Timelines", "Wire"]),
        tests(of: "Runtime", ["CellGrid", "Courseware", "LocatedJSON", "Localization", "Study", "Tutor"]),
    ],
    swiftLanguageModes: [.v6]
)
