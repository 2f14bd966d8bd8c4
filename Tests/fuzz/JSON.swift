import LocatedJSON

/// The JSON reader: any bytes are a value that reads the same when it is written again, or are refused at a place in them.
@_cdecl("LLVMFuzzerTestOneInput")
public func testJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = bytes(start, count)
    do throws(JSONSyntaxError) {
        let node = try JSONNode(parsing: text)
        demand(node.place.offset + node.place.length <= text.count, "a value lies outside its text")
        var again: JSONNode?
        do throws(JSONSyntaxError) { again = try JSONNode(parsing: Array(node.text.utf8)) } catch {}
        demand(again == node, "what was written does not read the same")
    } catch {
        demand(error.place.offset + error.place.length <= text.count, "a fault lies outside its text")
        let fault = Diagnostic(code: "x", file: "x.json", place: error.place, message: error.fault.message)
        demand(isHarmless(fault.excerpt(of: text)), "a message holds what a terminal obeys")
    }
    var skimmer = JSONSkimmer(text)
    _ = skimmer.value()
    return 0
}
