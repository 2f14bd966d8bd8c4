public import Localization
public struct FieldMap: Hashable, Sendable { public var fields: [WireField]; public init(dissecting: [UInt8], as: Layer) { fields = [WireField(name: "x", bits: 0..<8, value: "", meaning: "m", source: "s", children: [])] } }
public struct WireField: Hashable, Sendable { public var name: String; public var bits: Range<Int>; public var value: String; public var meaning: LocalizedText; public var source: String; public var children: [WireField] }
