import Localization
import LocatedJSON
import Timelines

/// What a picture can be, in the order in which the format lists it.
enum PictureVerb: String, CaseIterable {
    case curve, bars, sequence, dial, record, states

    /// What a record is of: a transmission control block.
    static let recordName = "TCB"
    /// Whose states are drawn.
    static let machineName = "TCP"

    /// The range of a dial that does not say: sequence numbers are modulo 2³² (RFC 9293 §3.4).
    static let usualModulus = 1 << 32
}

extension Reading where Value == [Picture] {
    /// The pictures of a scene among these participants.
    static func pictures(among participants: [Participant.ID]) -> Self {
        .list(of: .picture(among: participants), atMost: CourseLimits.pictures)
    }
}

extension Reading where Value == Picture {
    static func picture(among participants: [Participant.ID]) -> Self {
        Reading { node, log in
            guard var object = ObjectReader(node, as: "a picture", log: log) else { return nil }
            let others: Set = ["at", "connection", "title", "from", "until", "modulo", "per", "unit", "arrivals"]
            guard let verb = object.verb(PictureVerb.self, besides: others, log) else { return nil }
            object.name = named(verb.rawValue, "picture")
            let owner = object.required("at", .participant(among: participants))
            let kind = kind(verb, &object)
            var picture = Picture(kind ?? .bars(""), of: owner ?? "")
            picture.connection = object.optional("connection", .wholeNumber(in: 1...CourseLimits.measuredConnections))
            picture.title = object.optional("title", .text)
            if verb == .curve || verb == .bars {
                let per = object.optional("per", Reading<Int>.wholeNumber(in: 1...ScriptDecoder.largestQuantity))
                picture.divisor = Int64(per ?? 1)
                picture.unit = object.optional("unit", .text)
            }
            if verb == .sequence { picture.showsArrivals = object.optional("arrivals", .bool) ?? false }
            if verb == .curve {
                picture.beginning = object.optional("from", .duration).map { .zero + $0 }
                picture.end = object.optional("until", .duration).map { .zero + $0 }
                if let from = picture.beginning, let until = picture.end, from >= until {
                    log.report(
                        CourseFault.crossedTimes(after: from - .zero, before: until - .zero),
                        at: object.place(of: "until"))
                }
            }
            object.finish()
            return kind == nil || owner == nil ? nil : picture
        }
    }

    private static func kind(_ verb: PictureVerb, _ object: inout ObjectReader) -> Picture.Kind? {
        switch verb {
        case .curve: object.required(verb.rawValue, .oneOrTwo).map { .curve($0) }
        case .bars: object.required(verb.rawValue, .wording).map { .bars($0) }
        case .sequence:
            object.required(verb.rawValue, .oneOf(Picture.Side.allCases.map { ($0.rawValue, $0) })).map {
                .sequence($0)
            }
        case .dial: dial(&object)
        case .record: object.required(verb.rawValue, .oneOf([(PictureVerb.recordName, Picture.Kind.controlBlock)]))
        case .states: object.required(verb.rawValue, .oneOf([(PictureVerb.machineName, Picture.Kind.states)]))
        }
    }

    private static func dial(_ object: inout ObjectReader) -> Picture.Kind? {
        let name = object.required(PictureVerb.dial.rawValue, Reading<String>.wording)
        let modulus = object.optional("modulo", Reading<Int>.wholeNumber(in: 2...ScriptDecoder.largestQuantity))
        return name.map { .dial($0, modulo: Int64(modulus ?? PictureVerb.usualModulus)) }
    }
}

extension Reading where Value == [String] {
    /// A name, or a list of one or two.
    fileprivate static var oneOrTwo: Self {
        Reading { node, log in
            guard node.elements != nil else { return Reading<String>.wording.read(node, log).map { [$0] } }
            return list(of: .wording, atLeast: 1, atMost: 2).read(node, log)
        }
    }
}
