import CellGrid
import Localization
import TestSupport
import Testing
import Timelines

@testable import Ladder

/// How a thing is drawn for its golden frames: the name's end, the settings, the size, the form.
private let looks: [(String, LadderSettings, columns: Int, rows: Int, LadderPane.Form)] = [
    ("en-80x24", LadderSettings(), 80, 24, .compact),
    ("zh-80x24", LadderSettings(language: .chinese), 80, 24, .compact),
    ("ascii-80x24", LadderSettings(charset: .ascii), 80, 24, .compact),
    ("en-100x30", LadderSettings(), 100, 30, .compact),
    ("zh-100x30-true-time", LadderSettings(language: .chinese), 100, 30, .trueTime(zoom: 0)),
    ("ascii-100x30-true-time", LadderSettings(charset: .ascii), 100, 30, .trueTime(zoom: 0)),
]

@Suite struct `The vocabulary on a ladder` {
    @Test(arguments: Vocabulary.allCases)
    func `looks like its golden frames`(thing: Vocabulary) {
        let timeline = thing.timeline
        for (name, settings, columns, rows, form) in looks {
            expectGolden(
                picture(timeline, at: timeline.finish, columns: columns, rows: rows, settings: settings, form: form),
                "vocabulary-\(thing.rawValue)-\(name)")
        }
        expectGolden(picture(timeline, at: .start, columns: 80, rows: 24), "vocabulary-\(thing.rawValue)-to-come")
    }

    @Test(arguments: Vocabulary.allCases)
    func `fits every size at every moment`(thing: Vocabulary) {
        let timeline = thing.timeline
        for form in [LadderPane.Form.compact, .trueTime(zoom: 0), .trueTime(zoom: -3)] {
            for columns in Array(0...12) + [24, 40, 80, 160] {
                for rows in [0, 1, 3, 7, 24] {
                    for moment in [Moment.start, timeline.moment(at: .milliseconds(35)), timeline.finish] {
                        let text = picture(timeline, at: moment, columns: columns, rows: rows, form: form, cursor: 2)
                        #expect(text.split(separator: "\n").allSatisfy { String($0).cellWidth <= columns })
                    }
                }
            }
        }
    }

    @Test(arguments: Vocabulary.allCases)
    func `covers no text with another in true time`(thing: Vocabulary) {
        let timeline = thing.timeline
        for columns in [80, 100, 140] {
            let layout = TrueTimeLayout(timeline, columns: columns, settings: LadderSettings())
            var taken: [Int: [Range<Int>]] = [:]
            for text in layout.texts {
                let cells = text.column..<text.column + text.width
                for other in taken[text.row, default: []] {
                    #expect(!other.overlaps(cells), "\(text.runs) in row \(text.row) at \(columns) columns")
                }
                taken[text.row, default: []].append(cells)
            }
        }
    }

    @Test(arguments: Vocabulary.allCases)
    func `keeps boxes apart and what happens inside them`(thing: Vocabulary) throws {
        let timeline = thing.timeline
        for columns in stride(from: 40, through: 160, by: 8) {
            let layout = CompactLayout(timeline, columns: columns, settings: LadderSettings())
            for placed in layout.frames {
                let frame = timeline.frames[placed.outline.frame]
                for event in frame.events { #expect(placed.rows.contains(layout.rowOfEvent[event])) }
                for other in layout.frames where timeline.isFrame(other.outline.frame, inside: placed.outline.frame) {
                    #expect(placed.rows.lowerBound < other.rows.lowerBound)
                    #expect(other.rows.upperBound < placed.rows.upperBound)
                    guard let inner = other.outline.columns, let outer = placed.outline.columns else { continue }
                    #expect(outer.lowerBound < inner.lowerBound && inner.upperBound < outer.upperBound)
                }
                guard let box = placed.outline.columns else { continue }
                for (owner, column) in layout.lifelines.columns.enumerated() {
                    #expect(box.contains(column) == frame.lifelines.contains(owner))
                }
            }
        }
    }

    @Test func `draws rules where there is no room for boxes`() {
        let timeline = Vocabulary.alternatives.timeline
        func outlines(_ columns: Int) -> [ClosedRange<Int>?] {
            CompactLayout(timeline, columns: columns, settings: LadderSettings()).frames.map(\.outline.columns)
        }
        #expect(outlines(40) == [nil, nil])
        #expect(outlines(80).allSatisfy { $0 != nil })
        expectGolden(picture(timeline, at: timeline.finish, columns: 40, rows: 30), "vocabulary-rules-40x30")
    }

    @Test func `hides what is to come when it is to be predicted`() {
        for thing in Vocabulary.allCases {
            let text = picture(thing.timeline, at: .start, columns: 100, rows: 30, showsFuture: false)
            for word in ["loop", "if:", "otherwise", "at the same time", "later", "The answer", "╳", "●"] {
                #expect(!text.contains(word), "\(thing) shows '\(word)':\n\(text)")
            }
        }
    }
}
