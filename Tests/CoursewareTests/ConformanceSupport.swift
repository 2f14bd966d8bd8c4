import Courseware
import LocatedJSON

/// What the judges say about a script of one line for each message or state.
///
///     client SYN seq=1000 !lost
///     server [SYN-RECEIVED]
///     server SYN,ACK seq=5000 ack=1001
///
/// The client speaks to the server and the server to the client, 10 ms apart; `resolver > stub NXDOMAIN` names the other
/// end. Both have no state before the first that is written, unless `states` gives them one. What stands after `!` is a
/// key that is true: `again`, `lost`; `!now` does not wait for the arrival, `!tls` and `!app` encrypt, `!wrong` is wrong on
/// purpose. A label with spaces ends at `|`. `client +10ms` pauses, and `client # much later` is a note.
func judgements(_ lines: [String], states: [String: String] = [:]) -> [String] {
    let entries = lines.map(entry).joined(separator: ",\n")
    let names = ["client", "server", "stub", "resolver", "other"].filter { entries.contains("\"\($0)\"") }
    let participants = names.map { name in
        #"{ "id": "\#(name)", "name": "\#(name)""# + (states[name].map { #", "state": "\#($0)""# } ?? "") + " }"
    }
    let file = SourceFile(
        "x.json",
        text: """
            { "format": 1, "id": "x", "track": "tcp", "title": "X", "summary": "S", "delay": "10ms",
            "participants": [ \(participants.joined(separator: ", ")) ],
            "timeline": [
            \(entries)
            ] }
            """)
    return LessonDecoder.decode(file).diagnostics.map { diagnostic in
        let text = diagnostic.text.split(separator: ": ", maxSplits: 2).map(String.init)
        let source = lines.indices.contains(diagnostic.place.line - 4) ? diagnostic.place.line - 3 : 0
        return "\(source) \(underlined(diagnostic.place, in: file)): \(text[2])"
    }
}

/// The words that a diagnostic points at.
private func underlined(_ place: Place, in file: SourceFile) -> String {
    String(decoding: file.bytes[place.offset..<place.offset + place.length], as: UTF8.self)
}

private func entry(_ line: String) -> String {
    var words = line.split(separator: " ").map(String.init)
    let from = words.removeFirst()
    var to = from == "client" ? "server" : "client"
    if words.first == ">" {
        to = words[1]
        words.removeFirst(2)
    }
    if words[0].hasPrefix("+") { return #"{ "pause": "\#(words[0].dropFirst())" }"# }
    if words[0] == "#" { return #"{ "note": "\#(words.dropFirst().joined(separator: " "))" }"# }
    if words[0].hasPrefix("[") {
        let wrong = words.contains("!wrong") ? #", "wrong": "on purpose""# : ""
        return #"{ "state": "\#(words[0].dropFirst().dropLast())", "at": "\#(from)"\#(wrong) }"#
    }
    var label = words.removeFirst()
    if let end = words.firstIndex(of: "|") {
        label = ([label] + words[..<end]).joined(separator: " ")
        words.removeFirst(end + 1)
    }
    var entry = #"{ "send": "\#(label)", "from": "\#(from)", "to": "\#(to)""#
    let fields = words.filter { !$0.hasPrefix("!") }.map { word -> String in
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        return #""\#(parts[0])": \#(Int(parts[1]).map { "\($0)" } ?? #""\#(parts[1])""#)"#
    }
    if !fields.isEmpty { entry += #", "fields": { \#(fields.joined(separator: ", ")) }"# }
    let keys = [
        "!again": #""again": true"#, "!lost": #""lost": true"#, "!now": #""wait": false"#,
        "!tls": #""protected": "handshake""#, "!app": #""protected": "application""#,
        "!wrong": #""wrong": "on purpose""#,
    ]
    for word in words { if let key = keys[word] { entry += ", " + key } }
    return entry + " }"
}
