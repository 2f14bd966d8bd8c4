import Courseware
import LocatedJSON
import Testing

// The other kinds of faults have a course each in Tests/faults.

@Suite struct `A fault that no course can have` {
    @Test func `is a scenario that is missing where one is needed`() throws {
        let file = SourceFile("x.json", text: "{ \"id\": \"x\" }")
        let fault = try #require(ScenarioDecoder.decode(file).diagnostics.first)
        #expect(fault.code == "no-scenario")
        #expect(
            fault.excerpt(of: file.bytes)
                == "x.json:1:1: error: the file has no 'scenario'\n1 | { \"id\": \"x\" }\n  | ^")
    }

    @Test func `is a file that is larger than any that is read`() throws {
        let file = SourceFile("x.json", [UInt8](repeating: UInt8(ascii: " "), count: 9_000_000))
        let fault = try #require(LessonDecoder.decode(file).diagnostics.first)
        #expect(fault.code == "file-too-large")
        #expect(fault.description == "x.json:1:1: error: the file has 9000000 bytes; at most 8388608 are read")
    }
}
