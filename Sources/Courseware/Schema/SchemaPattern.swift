/// A regular expression for strings of a kind, and what to say of a string that it does not match.
///
/// Source of the notation: ECMA-262, as JSON Schema recommends; only what all its dialects share.
struct SchemaPattern {
    var expression: String, message: String

    /// Something that can be seen.
    static let wording = SchemaPattern(
        expression: #"\S"#, message: "The text is empty; leave the key out or say something.")

    /// An id.
    static let id = SchemaPattern(
        expression: "^[a-z0-9-]+$", message: "Ids are lower-case letters, digits and hyphens.")

    private static let span = "[0-9]+(\\.[0-9]+)? *(ns|us|ms|s|min|h)"

    /// A duration.
    static let duration = SchemaPattern(
        expression: "^\(span)$", message: "Write a duration with its unit: a number and us, ms, s, min or h.")

    /// A duration, or no end.
    static let durationOrForever = SchemaPattern(
        expression: "^(\(span)|forever)$", message: "Write a duration with its unit, such as 60s, or forever.")

    private static let amount = "0*[1-9][0-9]* ?"

    /// A number of bytes.
    static let size = SchemaPattern(
        expression: "^\(amount)(B|kB|MB)$", message: "Write a size with its unit: 100B, 64kB, 10MB.")

    /// A number of bytes, or all there are.
    static let sizeOrAll = SchemaPattern(
        expression: "^(\(amount)(B|kB|MB)|all)$", message: "Write a size with its unit, such as 64kB, or all.")

    /// The place of a slider.
    static let sliderPlace = SchemaPattern(
        expression: "^\\$[a-z0-9-]+$", message: "Write the id of the slider behind a $: $rtt.")

    /// Bits a second.
    static let bandwidth = SchemaPattern(
        expression: "^\(amount)(bit|kbit|Mbit|Gbit)/s$", message: "Write a bandwidth with its unit: 64kbit/s, 10Mbit/s."
    )

    private static let octet = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"

    /// An IPv4 address.
    static let address = SchemaPattern(
        expression: "^\(octet)(\\.\(octet)){3}$", message: "Write an IPv4 address such as 192.0.2.10.")

    private static let port = "0*([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"

    /// A participant and a port of it.
    static let endpoint = SchemaPattern(
        expression: "^[^:]*:\(port)$", message: "Write the id of a host and a port, such as server:443.")

    private static let flag = "(SYN|FIN|RST|PSH|ACK|URG|ECE|CWR)"

    /// The control bits of a segment.
    static let flags = SchemaPattern(
        expression: "^\(flag)(,\(flag))*$", message: "Write control bits as labels have them: SYN, SYN,ACK, RST.")

    /// The name of a value in a formula.
    static let name = SchemaPattern(
        expression: "^[A-Za-z][A-Za-z0-9_-]*$",
        message: "Names are a letter, then letters, digits, hyphens and underscores.")

    /// A source, with or without a remark in brackets; see ``Citation``.
    static let citation: SchemaPattern = {
        let part = "[0-9A-Z]{1,4}", remark = #" \([\s\S]*\)"#
        // A remark that says nothing makes a citation malformed, whatever its form.
        let emptyRemark = #"(?!(?:(?! \()[\s\S])* \(\s*\)$)"#
        let forms = [
            "RFC [1-9][0-9]{0,4}( §\(part)(\\.\(part))*(\(remark))?|\(remark))",
            #"(Linux|measured:) (?!\([\s\S]*\)$)\S[\s\S]*"#,
            #"https://[^\s/.][^\s/]*\.([^\s/]*[^\s/.])(/\S*)?"# + "(\(remark))?",
            #"[A-Za-z0-9._+:-]+\([1-9][a-z]*\)"# + "(\(remark))?",
        ]
        return SchemaPattern(
            expression: "^\(emptyRemark)(\(forms.joined(separator: "|")))$",
            message: "Write a source as 'RFC 9293 §3.5', 'listen(2)', 'Linux tcp_syn_retries', 'measured: Linux 6.18' "
                + "or 'https://…'.")
    }()
}
