import Localization
import Timelines

/// Quantities as a client and a server have them: a window that grows and falls, timeouts that double, a stream with an
/// island, initial numbers round the clock.
func measured() -> Timeline {
    var builder = TimelineBuilder(participants: [
        Participant(id: "client", name: LocalizedText(en: "Client", zh: "客户端")),
        Participant(id: "server", name: LocalizedText(en: "Server", zh: "服务器")),
    ])
    func read(
        _ name: LocalizedText, _ owner: Int, _ value: Int64, _ unit: Quantity.Unit = .named("B"),
        at milliseconds: Int64,
        _ ranges: [Range<Int64>] = []
    ) {
        builder.read(name, of: owner, unit: unit, value: value, ranges: ranges, at: .milliseconds(milliseconds))
    }
    builder.act("send()", of: 0, at: .zero)
    for (step, window) in [2920, 5840, 11_680, 23_360, 7300, 8760, 10_220].enumerated() {
        read("cwnd", 0, Int64(window), at: Int64(step) * 100)
    }
    read("ssthresh", 0, 11_680, at: 400)
    for (step, timeout) in [1000, 240, 480, 960, 1920, 3840, 7680, 15_360, 30_720].enumerated() {
        read("RTO", 0, Int64(timeout) * 1_000_000, .time, at: Int64(step) * 100)
    }
    for (time, first, next) in [(0, 1001, 1001), (100, 1001, 3921), (300, 2461, 5381), (700, 5381, 8301)] {
        read("SND.UNA", 0, Int64(first), .none, at: Int64(time))
        read("SND.NXT", 0, Int64(next), .none, at: Int64(time))
    }
    read("SND.WND", 0, 5840, at: 0)
    for (time, next) in [(0, 1001), (200, 2461)] { read("RCV.NXT", 1, Int64(next), .none, at: Int64(time)) }
    read("RCV.WND", 1, 5840, at: 0)
    read("receive buffer", 1, 730, at: 200)
    read("out of order", 1, 1460, at: 300, [3921..<5381])
    for (time, number) in [(0, 1_073_741_824), (400, 3_221_225_472)] {
        read("ISS", 0, Int64(number), .none, at: Int64(time))
    }
    for time in stride(from: 100, through: 1000, by: 100) {
        builder.act("read()", of: 1, at: .milliseconds(Int64(time)))
    }
    return builder.build().timeline
}

/// One picture of each kind.
let pictures: [(name: String, picture: Picture)] = [
    ("curve", Picture(.curve(["cwnd", "ssthresh"]), of: "client")),
    ("bars", Picture(.bars("RTO"), of: "client")),
    ("sent", Picture(.sequence(.sent), of: "client")),
    ("received", Picture(.sequence(.received), of: "server")),
    ("dial", Picture(.dial("ISS", modulo: 1 << 32), of: "client")),
]
