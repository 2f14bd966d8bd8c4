import CellGrid

/// Ids for the participants of a diagram: lower-case ASCII, each different from the others.
struct MermaidNames {
    private var used: Set<String> = []

    /// An id that is like what the diagram calls the participant, or like its name when that is a single capital letter.
    mutating func id(of participant: MermaidDiagram.Participant, at index: Int) -> String {
        let key = Self.slug(participant.key)
        let name = Self.slug(String(participant.name.prefix { $0 != "\n" }))
        let isInitial = participant.key.count == 1 && participant.key.first?.isUppercase == true
        let like = isInitial && !name.isEmpty && name.count <= 24 ? name : key
        let base = like.isEmpty ? "participant-\(index + 1)" : like
        var id = base, number = 2
        while !used.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        return id
    }

    /// The letters and digits of ASCII in a text, in lower case, with a hyphen for whatever else stands between them.
    static func slug(_ text: String) -> String {
        var slug = ""
        for scalar in text.unicodeScalars {
            let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isKept {
                slug += String(Character(scalar)).lowercased()
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }

    /// The words that a diagram may not call a participant by.
    private static let keywords: Set = [
        "accdescr", "acctitle", "activate", "actor", "alt", "and", "as", "autonumber", "box", "break", "create",
        "critical", "deactivate", "destroy", "details", "else", "end", "left", "link", "links", "loop", "note", "off",
        "opt", "option", "over", "par", "par_over", "participant", "properties", "rect", "right", "sequencediagram",
        "title",
    ]

    /// What a diagram calls the participant with this id: a hyphen could be taken for a part of an arrow.
    static func key(of id: String) -> String {
        let key = String(id.map { $0 == "-" ? "_" : $0 })
        return keywords.contains(key) ? key + "_" : key
    }
}
