import CellGrid
import Courseware
import Localization
import Simulator
import Study
import Testing
import Timelines
import Wire

@testable import Tutor

@Suite struct `The packet inspector` {
    /// The inspector of the first packet of the simulated lesson, a SYN.
    private func opened(_ look: Look = .english80x24) -> Driven {
        var driven = SimulatedCourse.opened(look)
        driven.point(at: 0)
        driven.press(.enter)
        return driven
    }

    private func inspector(_ driven: Driven) throws -> PacketInspector {
        guard case .packet(let inspector) = try #require(driven.player).sheet else {
            throw CancellationError()
        }
        return inspector
    }

    @Test func `it begins at the innermost layer, the others closed`() throws {
        let inspector = try inspector(opened())
        #expect(inspector.field?.name == "Source Port")
        #expect(inspector.rows.filter { $0.path.count == 1 }.map(\.isOpen) == [false, true])
        #expect(inspector.bytes.count == 60 && inspector.damaged.isEmpty)
    }

    @Test func `what is chosen in the tree is bracketed in the bytes, and explained`() {
        var driven = opened()
        driven.press(.down, .down)
        #expect(driven.text.contains("0018 [00 00 03 e8]00 00 00 00"))
        #expect(driven.text.contains("bytes 24–27"))
        #expect(driven.text.contains("RFC 9293 §3.1"))
    }

    @Test func `part of a byte is named by its bits`() {
        var driven = opened()
        for _ in 0..<4 { driven.press(.down) }
        #expect(driven.text.contains("Data Offset  10 (40 bytes)") && driven.text.contains("bits 0–3 of byte 32"))
    }

    @Test func `right opens, left closes, then goes to what it is part of`() throws {
        var driven = opened()
        for _ in 0..<6 { driven.press(.down) }
        #expect(try inspector(driven).field?.name == "Flags")
        let count = try inspector(driven).rows.count
        driven.press(.right)
        #expect(try inspector(driven).rows.count > count && inspector(driven).field?.name == "Flags")
        driven.press(.right)
        #expect(try inspector(driven).field?.name == "CWR")
        driven.press(.left, .left)
        #expect(try inspector(driven).rows.count == count && inspector(driven).field?.name == "Flags")
        driven.press(.left)
        #expect(try inspector(driven).field?.name == "TCP")
    }

    @Test func `in the bytes the arrows move by byte and row, and the tree follows and opens`() throws {
        var driven = opened()
        driven.press(.tab, .home)
        #expect(try inspector(driven).field?.name == "Version")
        driven.press(.right)
        #expect(try inspector(driven).byte == 1)
        driven.press(.down)
        #expect(try inspector(driven).byte == 9 && inspector(driven).field?.name == "Protocol")
        driven.press(.left, .end)
        #expect(try inspector(driven).byte == 59)
        driven.press(.down, .right)
        #expect(try inspector(driven).byte == 59)
        driven.press(.tab, .home)
        #expect(try inspector(driven).field?.name == "IPv4")
    }

    @Test func `every byte leads to a field that holds it, and every field to its first byte`() throws {
        var inspector = try inspector(opened())
        for byte in inspector.bytes.indices {
            inspector.move(toByte: byte)
            #expect(inspector.selectedBits.contains(byte * 8))
            #expect(inspector.field?.children.isEmpty == true)
        }
        for row in inspector.rows.indices {
            inspector.move(toRow: row)
            #expect(inspector.byte == inspector.selectedBits.lowerBound / 8)
        }
    }

    @Test func `a click chooses a field or a byte`() throws {
        var driven = opened()
        driven.send(.mouse(Mouse(.click, column: 8, row: 5)))
        #expect(try inspector(driven).field?.name == "Sequence Number")
        let line = Array(driven.text.split(separator: "\n")[3])
        let column = try #require(line.indices.first { line[$0...].starts(with: "c6 33") })
        driven.send(.mouse(Mouse(.click, column: column, row: 3)))
        #expect(try inspector(driven).byte == 16 && inspector(driven).field?.name == "Destination Address")
    }

    @Test func `bytes that the way has changed are counted, and the field says so`() throws {
        var driven = SimulatedCourse.opened(faults: [Fault(.corrupt, .message(4))])
        driven.point(at: 3)
        driven.press(.enter)
        let inspector = try inspector(driven)
        #expect(inspector.damaged.count == 1)
        #expect(driven.text.contains("1 changed on the way"))
        driven.press(.tab, .home)
        for _ in 0..<(inspector.damaged.first ?? 0) { driven.press(.right) }
        #expect(driven.text.contains("Changed on the way."))
    }

    @Test func `an event without bytes has its details as ever`() throws {
        var driven = Driven(catalog: SimulatedCourse.catalog)
        driven.program.open(lesson: "hello")
        driven.press(.right, .right, .enter)
        #expect(try #require(driven.player).showsDetails && driven.player?.sheet == nil)
    }

    @Test func `in predict mode no packet opens before it has left`() throws {
        var driven = SimulatedCourse.opened()
        driven.press(.character("p"), .enter)
        #expect(try #require(driven.player).sheet == nil)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `any bytes can be walked through in any way, in any look`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func byte() -> UInt8 { UInt8(truncatingIfNeeded: random.next()) }
        let bytes = (0..<Int(random.draw(from: 0...90))).map { index in index == 0 ? 0x45 : byte() }
        let arrived = seed.isMultiple(of: 2) ? bytes.map { $0 ^ (byte() & 1) } : nil
        let framing: Packet.Framing = seed.isMultiple(of: 3) ? .ethernet : .ipv4
        var inspector = PacketInspector(Packet(framing, bytes, arrivedBytes: arrived), label: "?")
        let actions: [Action] = [.up, .down, .stepBack, .stepForward, .first, .last, .switchPane]
        for step in 0..<200 {
            inspector.perform(actions[Int(random.draw(from: 0...6))], bytesPerRow: 8)
            #expect(inspector.rows.isEmpty || inspector.rows.indices.contains(inspector.row))
            #expect(bytes.isEmpty ? inspector.byte == 0 : bytes.indices.contains(inspector.byte))
            guard step.isMultiple(of: 20) else { continue }
            for size in [(0, 0), (1, 1), (7, 5), (60, 18), (100, 30)] {
                var grid = Grid(Size(columns: size.0, rows: size.1))
                PacketView(inspector, appearance: Appearance(language: .chinese)).draw(into: &grid)
                let lines = grid.text.split(separator: "\n")
                #expect(lines.allSatisfy { String($0).cellWidth <= size.0 })
            }
        }
    }
}
