import CellGrid
import Timelines

/// The words for a timer at its lifeline: `RTO 1 s` while it runs, `RTO fired` when its time has come.
struct TimerLabel: Equatable {
    /// The name with the full length: `RTO 1 s`.
    var running: String
    /// What is written when it fires.
    var fired: String
    /// What is written beside a timer that was stopped.
    var stopped: String

    /// Cells of the bar that drains.
    static let barCells = 8

    init(_ timer: TimerRun, _ settings: LadderSettings) {
        let name = settings.text(timer.name)
        running = "\(name) \(settings.charset.adapt(timer.length.text))"
        fired = settings.say("\(name) fires", "\(name)到期")
        stopped = settings.say("stopped", "已停止")
    }
}
