import Localization

/// What is to be said about a field whatever its value is.
struct FieldNote {
    let name: String
    let source: String
    let meaning: LocalizedText

    init(_ name: String, _ source: String, _ meaning: LocalizedText) {
        self.name = name
        self.source = source
        self.meaning = meaning
    }

    init(_ name: String, _ source: String, en: String, zh: String) {
        self.init(name, source, LocalizedText(en: en, zh: zh))
    }

    /// The field that `bits` are.
    func field(_ bits: Range<Int>, _ value: String, _ children: [WireField] = []) -> WireField {
        WireField(name: name, bits: bits, value: value, meaning: meaning, source: source, children: children)
    }
}
