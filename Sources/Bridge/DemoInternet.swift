public import Localization
public import Simulator
import Timelines
import Wire

/// The internet that a bridge joins when nobody names another: a router, and behind it a server with small services.
///
///     kernel 192.0.2.10 ── 192.0.2.1 router 198.51.100.1 ── 198.51.100.20 server
///
/// The addresses are for documentation (RFC 5737): nothing real is hidden by them.
public enum DemoInternet {
    /// What the server does for those who connect to a port.
    public struct Service: Hashable, Sendable {
        /// The port.
        public let port: UInt16
        /// What it is good for.
        public let about: LocalizedText
        /// What the program calls for each connection, from `accept()` to `close()`.
        let calls: [Scenario.Call]
    }

    /// How many bytes the source sends: as many as make a transfer worth watching.
    public static let sourceLength = 10_000_000

    /// How many connections a service serves at the same time.
    private static let workers = 4

    /// Everything that the server answers to; every other port is closed.
    public static let services: [Service] = [
        Service(
            port: 7, about: LocalizedText(en: "echo: sends back what comes", zh: "echo：收到什么就送回什么"), calls: [.echo]),
        Service(
            port: 9, about: LocalizedText(en: "discard: reads and forgets", zh: "discard：读了就丢掉"), calls: [.receiveAll]),
        Service(
            port: 19,
            about: LocalizedText(
                en: "source: sends \(sourceLength) letters and closes", zh: "source：送出\(sourceLength)个字母后关闭"),
            calls: [.send(sourceLength)]),
        Service(
            port: 80, about: LocalizedText(en: "HTTP/1.1: a page about all this", zh: "HTTP/1.1：一个介绍这一切的网页"),
            calls: [.serveHTTP(Array(page.utf8))]),
    ]

    /// The scenario.
    public static let scenario: Scenario = {
        func address(_ octets: (UInt32, UInt32, UInt32, UInt32)) -> IPv4Address {
            IPv4Address(rawValue: octets.0 << 24 | octets.1 << 16 | octets.2 << 8 | octets.3)
        }
        let near = address((192, 0, 2, 1)), far = address((198, 51, 100, 1))
        return Scenario(
            nodes: [
                .init(
                    id: "kernel", name: LocalizedText(en: "Kernel", zh: "内核"), kind: .external,
                    addresses: [address((192, 0, 2, 10))], gateway: near),
                .init(
                    id: "router", name: LocalizedText(en: "Router", zh: "路由器"), kind: .router, addresses: [near, far]),
                .init(
                    id: "server", name: LocalizedText(en: "Server", zh: "服务器"),
                    addresses: [address((198, 51, 100, 20))],
                    gateway: far),
            ],
            links: [
                .init("kernel", "router", delay: .microseconds(500)),
                .init("router", "server", delay: .microseconds(500)),
            ],
            script: services.flatMap(script))
    }()

    /// The programs of a service: each takes a connection, serves it, closes it, and takes the next.
    private static func script(for service: Service) -> [Scenario.ScriptLine] {
        (1...workers).flatMap { worker in
            let calls = [.listen(port: service.port, backlog: 16), .accept] + service.calls + [.close, .goTo(1)]
            return calls.map { Scenario.ScriptLine("server", $0, program: "\(service.port)-\(worker)") }
        }
    }

    private static let page = """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <title>A page from a simulated host</title>
        <h1>This host does not exist</h1>
        <p>The kernel that fetched this page is real. Everything behind its TUN device is simulated by netarium: the router that
        took one from the TTL of each packet, the TCP connection that carried these bytes, and the server that read your request.
        No wire was involved; every checksum was right.</p>
        <p lang="zh">取回这个网页的内核是真的，而它的TUN设备后面的一切都由netarium模拟：把每个数据包的TTL减一的路由器、传送这些字节的TCP连接、读取请求的服务器。
        没有任何网线，但每个校验和都是对的。</p>
        </html>

        """
}
