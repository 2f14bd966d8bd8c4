import Localization
import Timelines
import Wire

/// A packet being looked at: its fields as a tree, its bytes, and where the learner is in either.
struct PacketInspector: Equatable, Sendable {
    /// A row of the tree.
    struct Row: Equatable, Sendable {
        /// The places of the field and of those it is part of, from the top.
        var path: [Int]
        var field: WireField
        /// Whether its parts are shown; `nil` when it has none.
        var isOpen: Bool?
    }

    let label: LocalizedText
    /// The bytes as they arrived.
    let bytes: [UInt8]
    /// Places of bytes that the way has changed.
    let damaged: Set<Int>
    let map: FieldMap
    private(set) var closed: Set<[Int]> = []
    /// The row of the tree that the pointer is on.
    private(set) var row = 0
    /// Whether the arrow keys move in the bytes.
    private(set) var isInBytes = false
    /// The byte that the pointer is on.
    private(set) var byte = 0

    init(_ packet: Packet, label: LocalizedText) {
        self.label = label
        bytes = packet.arrivedBytes ?? packet.bytes
        damaged = Set(zip(packet.bytes, bytes).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset))
        map = FieldMap(dissecting: bytes, as: packet.framing == .ethernet ? .ethernet : .ipv4)
        // The innermost layer is what the learner asked about; the others, and the parts of its fields, open on demand.
        let layer = map.fields.lastIndex { !$0.children.isEmpty } ?? 0
        for row in rows where row.isOpen != nil && row.path != [layer] { closed.insert(row.path) }
        move(toRow: rows.firstIndex { $0.path == [layer, 0] } ?? 0)
    }

    /// The rows of the tree that are shown.
    var rows: [Row] {
        var rows: [Row] = []
        func add(_ fields: [WireField], under path: [Int]) {
            for (place, field) in fields.enumerated() {
                let here = path + [place]
                let isOpen = field.children.isEmpty ? nil : !closed.contains(here)
                rows.append(Row(path: here, field: field, isOpen: isOpen))
                if isOpen == true { add(field.children, under: here) }
            }
        }
        add(map.fields, under: [])
        return rows
    }

    /// The field that the pointer is on.
    var field: WireField? { rows.indices.contains(row) ? rows[row].field : nil }

    /// The bits that are lit.
    var selectedBits: Range<Int> { field?.bits ?? 0..<0 }

    mutating func perform(_ action: Action, bytesPerRow: Int) {
        switch action {
        case .switchPane: isInBytes.toggle()
        case .up: if isInBytes { move(toByte: byte - bytesPerRow) } else { move(toRow: row - 1) }
        case .down: if isInBytes { move(toByte: byte + bytesPerRow) } else { move(toRow: row + 1) }
        case .stepBack: if isInBytes { move(toByte: byte - 1) } else { closeOrLeave() }
        case .stepForward: if isInBytes { move(toByte: byte + 1) } else { openField() }
        case .first: if isInBytes { move(toByte: 0) } else { move(toRow: 0) }
        case .last: if isInBytes { move(toByte: bytes.count - 1) } else { move(toRow: rows.count - 1) }
        default: return
        }
    }

    /// Puts the pointer on a row; the byte follows.
    mutating func move(toRow target: Int) {
        row = min(max(target, 0), max(rows.count - 1, 0))
        byte = min(selectedBits.lowerBound / 8, max(bytes.count - 1, 0))
    }

    /// Puts the pointer on a byte; the innermost field that it begins with opens and follows.
    mutating func move(toByte target: Int) {
        byte = min(max(target, 0), max(bytes.count - 1, 0))
        let path = map.path(toBit: byte * 8)
        for length in path.indices { closed.remove(Array(path.prefix(length))) }
        row = rows.firstIndex { $0.path == path } ?? row
    }

    private mutating func closeOrLeave() {
        let rows = rows
        guard rows.indices.contains(row) else { return }
        if rows[row].isOpen == true {
            closed.insert(rows[row].path)
        } else if let parent = rows.firstIndex(where: { $0.path == Array(rows[row].path.dropLast()) }) {
            move(toRow: parent)
        }
    }

    private mutating func openField() {
        let rows = rows
        guard rows.indices.contains(row), let isOpen = rows[row].isOpen else { return }
        if isOpen { move(toRow: row + 1) } else { closed.remove(rows[row].path) }
    }
}
