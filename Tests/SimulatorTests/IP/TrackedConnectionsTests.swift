import Testing
import Timelines
import Wire

@testable import Simulator

@Test func `two connections of one opener are two rows of a firewall's table`() throws {
    let opener = SocketAddress(try #require(IPv4Address("192.0.2.10")), 50_000)
    let server = try #require(IPv4Address("198.51.100.20"))
    let keys = [80, 443].map { TrackedConnections.Key(opener: opener, other: SocketAddress(server, $0)) }
    var tracked = TrackedConnections(limit: .seconds(300), resets: false)
    let names = keys.map { tracked.remember($0) }
    #expect(names == ["192.0.2.10:50000", "192.0.2.10:50000 → 198.51.100.20:443"])
    #expect(tracked.forget(keys[0]) == names[0])
    #expect(tracked.find(keys[1].reversed) == keys[1])
    #expect(tracked.forget(keys[0]) == nil)
    #expect(tracked.forget(keys[1]) == names[1])
}
