import CellGrid
import Localization
import Testing
import Timelines

@testable import Ladder

@Suite struct `A ladder's fit` {
    private let settings = LadderSettings()

    private func timeline(_ names: [String], label: String = "hello", phase: String? = nil) -> Timeline {
        let message = Message(
            from: 0, to: names.count - 1, label: LocalizedText(label), departure: .zero,
            fate: .arrives(.milliseconds(10)))
        let phases = phase.map { [Event(at: .zero, .phase(LocalizedText($0)))] } ?? []
        return Timeline(
            participants: names.map { Participant(id: $0, name: LocalizedText($0)) }, messages: [message], timers: [],
            events: phases + [Event(at: .zero, .sent(message: 0)), Event(at: .milliseconds(10), .arrived(message: 0))])
    }

    @Test func `says nothing of a ladder that fits`() {
        let fit = LadderFit(timeline(["Client", "Server"]), columns: 80, settings: settings)
        #expect(fit.widest == nil && fit.cutNames.isEmpty && fit.cutPhases.isEmpty && fit.width <= 80)
    }

    @Test func `names the text that takes the most`() throws {
        let label = String(repeating: "x", count: 90)
        let fit = LadderFit(timeline(["Client", "Server"], label: label), columns: 80, settings: settings)
        let widest = try #require(fit.widest)
        #expect(widest.subject == .message(0) && widest.cells == 90)
        #expect(fit.width > 80)
    }

    @Test func `finds names in which a word would be cut, as the header draws them`() {
        let names = ["Administratorworkstation", "Workstation1", "Workstation2", "Workstation3", "S"]
        let crowd = timeline(names)
        let fit = LadderFit(crowd, columns: 80, settings: settings)
        #expect(fit.cutNames == [0] && fit.widest == nil)
        #expect(!picture(crowd, at: crowd.finish, columns: 80, rows: 12).contains("Administratorworkstation"))
        #expect(LadderFit(crowd, columns: 160, settings: settings).cutNames == [])
        #expect(picture(crowd, at: crowd.finish, columns: 160, rows: 12).contains("Administratorworkstation"))
    }

    @Test(arguments: [(77, []), (78, [0])])
    func `finds section titles that run out of the ladder`(cells: Int, expected: [Int]) {
        let title = String(repeating: "x", count: cells)
        let sections = timeline(["Client", "Server"], phase: title)
        #expect(LadderFit(sections, columns: 80, settings: settings).cutPhases == expected)
        let drawn = picture(sections, at: sections.finish, columns: 80, rows: 12)
        #expect(drawn.contains(" \(title)") == expected.isEmpty)
    }

    @Test func `can be taken of nothing`() {
        let nothing = Timeline(participants: [], messages: [], timers: [], events: [])
        for columns in [0, 1, 80] { #expect(LadderFit(nothing, columns: columns, settings: settings).cutNames == []) }
    }
}
