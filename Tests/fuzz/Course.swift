import Courseware
import LocatedJSON

/// The decoder of lessons and quizzes: any bytes become a document, or are refused in words that are safe to print.
@_cdecl("LLVMFuzzerTestOneInput")
public func testCourse(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = bytes(start, count)
    for name in ["lessons/x.json", "quizzes/x.json"] {
        for diagnostic in Catalog.load([SourceFile(name, text)]).diagnostics {
            demand(diagnostic.place.offset + diagnostic.place.length <= count, "a fault lies outside its text")
            let words = diagnostic.excerpt(of: text)
            demand(isHarmless(words), "a message holds what a terminal obeys: \(words.debugDescription)")
        }
    }
    return 0
}

/// Changes a document as an author might: values, keys and whole parts, so that it stays JSON and gets past the parser.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateCourse(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
    var chance = Chance(state: UInt64(seed) &* 2_654_435_761 &+ 1)
    var node: JSONNode?
    if chance.below(8) > 0 {
        do throws(JSONSyntaxError) { node = try JSONNode(parsing: bytes(start, count)) } catch {}
    }
    guard let node else { return mutateBytes(start, count, most) }
    var mutation = Mutation(node, chance)
    var changed = node
    for _ in 0...mutation.chance.below(4) { changed = mutation.applied(to: changed) }
    let text = Array(changed.text.utf8)
    guard text.count <= most else { return mutateBytes(start, count, most) }
    for (place, byte) in text.enumerated() { start[place] = byte }
    return text.count
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int) -> Int

/// A generator of numbers; the fuzzer gives the seed.
private struct Chance {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return limit > 0 ? Int(state >> 33) % limit : 0
    }

    mutating func pick<Item>(_ items: [Item]) -> Item? { items.isEmpty ? nil : items[below(items.count)] }
}

/// One change at one place of a document, made of what stands elsewhere in it and of values that are often mistaken.
private struct Mutation {
    var chance: Chance
    private var parts: [JSONNode] = []
    private var keys: [String] = []
    private static let odd: [JSONNode] = [
        .null, true, false, 0, -1, 1, 65_536, 4_294_967_296, 9_223_372_036_854_775_807, -9_223_372_036_854_775_808, "",
        " ", "0s",
        "1ns", "99999999999999999999s", "1440min", "\u{1B}[31m", "\u{202E}", "drop:SYN#99999999999999999999",
        "drop:100%",
        "{isn} % 0", "9223372036854775807 + {x}", "any", [], .object([]),
    ]

    init(_ root: JSONNode, _ chance: Chance) {
        self.chance = chance
        collect(root)
    }

    private mutating func collect(_ node: JSONNode) {
        parts.append(node)
        for element in node.elements ?? [] { collect(element) }
        for member in node.members ?? [] {
            keys.append(member.key)
            collect(member.value)
        }
    }

    mutating func applied(to root: JSONNode) -> JSONNode {
        var countdown = chance.below(size(of: root))
        return change(root, &countdown)
    }

    private func size(of node: JSONNode) -> Int {
        1 + (node.elements ?? []).reduce(0) { $0 + size(of: $1) }
            + (node.members ?? []).reduce(0) { $0 + size(of: $1.value) }
    }

    private mutating func change(_ node: JSONNode, _ countdown: inout Int) -> JSONNode {
        if countdown == 0 {
            countdown = -1
            return changed(node)
        }
        countdown -= 1
        guard countdown >= 0 else { return node }
        switch node.value {
        case .array(let elements): return .array(elements.map { change($0, &countdown) })
        case .object(let members):
            return JSONNode(.object(members.map { JSONNode.Member($0.key, change($0.value, &countdown)) }))
        default: return node
        }
    }

    private mutating func changed(_ node: JSONNode) -> JSONNode {
        switch node.value {
        case .array(var elements) where !elements.isEmpty && chance.below(3) > 0:
            let place = chance.below(elements.count)
            switch chance.below(3) {
            case 0: elements.remove(at: place)
            case 1: elements.insert(elements[place], at: chance.below(elements.count + 1))
            default: elements.swapAt(place, chance.below(elements.count))
            }
            return .array(elements)
        case .object(var members) where !members.isEmpty && chance.below(3) > 0:
            let place = chance.below(members.count)
            switch chance.below(3) {
            case 0: members.remove(at: place)
            case 1: members[place].key = chance.pick(keys) ?? "x"
            default: members.append(JSONNode.Member(chance.pick(keys) ?? "x", chance.pick(parts) ?? .null))
            }
            var seen: Set<String> = []
            return JSONNode(.object(members.filter { seen.insert($0.key).inserted }))
        default: return (chance.below(2) == 0 ? chance.pick(parts) : chance.pick(Self.odd)) ?? .null
        }
    }
}
