import LocatedJSON
import Testing

@Suite struct `An object reader` {
    private struct Person: Equatable {
        var name: String?, age: Int?, likes: [String], isIn: Bool?
    }

    /// Reads a person and answers what was reported about the text.
    private func read(_ text: String) throws -> (person: Person?, faults: [String]) {
        let log = FaultLog(file: "p.json")
        let node = try JSONNode(parsing: Array(text.utf8))
        guard var object = ObjectReader(node, as: "a person", log: log) else {
            return (nil, log.diagnostics.map(\.description))
        }
        let person = Person(
            name: object.required("name", .string), age: object.required("age", .wholeNumber(in: 0...150)),
            likes: object.optional("likes", .list(of: .oneOf([("tea", "tea"), ("coffee", "coffee")]), atLeast: 1))
                ?? [],
            isIn: object.optional("in", .bool))
        object.finish()
        return (person, log.diagnostics.map(\.description))
    }

    @Test func `reads what is there and leaves out what may be missing`() throws {
        let (person, faults) = try read(#"{ "name": "Ada", "age": 36, "likes": ["tea"] }"#)
        #expect(person == Person(name: "Ada", age: 36, likes: ["tea"], isIn: nil))
        #expect(faults == [])
    }

    @Test func `collects every fault in one go`() throws {
        let (person, faults) = try read(
            """
            { "nmae": "Ada",
              "age": 200, "likes": ["tea", "cofee", 3],
              "in": "yes", "shoes": 2 }
            """)
        #expect(person == Person(name: nil, age: nil, likes: ["tea"], isIn: nil))
        #expect(
            faults == [
                "p.json:2:10: error: 200 is out of range; it may be 0 to 150",
                "p.json:2:32: error: 'cofee' is not known here; did you mean 'coffee'?",
                "p.json:2:41: error: expected a string, found the number 3",
                "p.json:3:9: error: expected true or false, found the string \"yes\"",
                "p.json:1:3: error: a person has no key 'nmae'; did you mean 'name'?",
                "p.json:3:16: error: a person has no key 'shoes'; known are 'name'",
            ])
    }

    @Test func `reports missing keys at the opening bracket`() throws {
        #expect(
            try read("{ \"likes\": [] }").faults == [
                "p.json:1:12: error: needs at least 1, has 0",
                "p.json:1:1: error: a person needs 'name'",
                "p.json:1:1: error: a person needs 'age'",
            ])
    }

    @Test(arguments: [
        ("[]", "a list"), ("3.5", "the number 3.5"), ("null", "null"), ("true", "true"), ("\"x\"", "the string \"x\""),
    ])
    func `refuses what is no object`(text: String, kind: String) throws {
        #expect(try read(text).faults == ["p.json:1:1: error: expected a person, an object, found \(kind)"])
    }

    @Test func `keeps no more faults than anybody reads`() throws {
        let log = FaultLog(file: "p")
        let many = JSONNode.array(Array(repeating: 1, count: 2000))
        _ = Reading<[String]>.list(of: .string).read(many, log)
        #expect(log.diagnostics.count == 501)
    }
}
