import ArgumentParser

/// What `render` writes.
enum RenderFormat: String, CaseIterable, ExpressibleByArgument {
    case text, ansi, svg
    case animatedSVG = "animated-svg"
    case asciicast
    case asciicastV3 = "asciicast-v3"
    case mermaid, markdown, pcap

    /// One frame, or one sheet of them.
    static let pictures: Set = [text, ansi, svg]
    /// The lesson as it plays.
    static let films: Set = [animatedSVG, asciicast, asciicastV3]

    /// The format that a file of this name is expected to have; `nil` when its ending tells nothing.
    init?(ofFile name: String) {
        let ending = name.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? ""
        switch ending.lowercased() {
        case "txt": self = .text
        case "ans": self = .ansi
        case "svg": self = .svg
        case "cast": self = .asciicast
        case "mmd", "mermaid": self = .mermaid
        case "md", "markdown": self = .markdown
        case "pcap": self = .pcap
        default: return nil
        }
    }
}
