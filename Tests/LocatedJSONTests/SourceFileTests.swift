import LocatedJSON
import Testing

@Test(arguments: [
    ("lessons/dns.json", "dns"), ("dns.json", "dns"), ("dns", "dns"), ("a.b/c", "c"), ("a/b.c.json", "b.c"),
    (".json", ".json"), ("a/.json", ".json"), ("a/b.json/", "b"), ("a/b//", "b"), ("a/", "a"), ("/", ""), ("", ""),
    ("课程/握手.json", "握手"), ("a/.", "."), ("a/..", "."),
])
func `the stem of a file is the last part of its name without the extension`(name: String, stem: String) {
    #expect(SourceFile(name, []).stem == stem)
}
