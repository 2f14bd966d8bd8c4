import Courseware
import LocatedJSON
import Testing

@Suite struct `A broken scenario` {
    private static let hosts =
        #""hosts": [ { "id": "a", "address": "192.0.2.1" }, { "id": "b", "address": "192.0.2.2" } ], "switches": [ { "id": "s" } ]"#
    private static let joined =
        #""links": [ { "between": ["a", "s"] }, { "between": ["s", "b"] } ]"#

    private func faults(_ members: String) -> [String] {
        ScenarioDecoder.decode(SourceFile("x.json", text: "{ \"scenario\": {\n\(members) } }")).diagnostics.map(\.text)
    }

    @Test(arguments: [
        (#""hosts": []"#, ["2:10: error: needs at least 1, has 0"]),
        (#""hots": []"#, ["2:1: error: a scenario has no key 'hots'; did you mean 'hosts'?"]),
        (
            #""hosts": [ { "id": "A", "address": "192.0.2" } ]"#,
            [
                "2:20: error: 'A' is no id; ids are lower-case letters, digits and hyphens",
                "2:36: error: '192.0.2' is no IPv4 address; write it as '192.0.2.10'",
            ]
        ),
        (
            #""hosts": [ { "id": "a" }, { "id": "a", "address": 5 } ]"#,
            [
                "2:12: error: a host needs 'address'", "2:35: error: the participant 'a' is already there, on line 2",
                "2:51: error: expected an address such as \"192.0.2.10\", found the number 5",
            ]
        ),
        (
            #""hosts": [ { "id": "a", "address": "192.0.2.1" }, { "id": "b", "address": "192.0.2.1" } ]"#,
            ["2:75: error: the address '192.0.2.1' is already there, on line 2"]
        ),
        (
            #""hosts": [ { "id": "a", "address": "192.0.2.1", "gateway": "192.0.2.9", "prefix": 33, "isn": -1, "port": 0, "filtered": [65536] } ]"#,
            [
                "2:60: error: nobody has the address '192.0.2.9'", "2:83: error: 33 is out of range; it may be 0 to 32",
                "2:94: error: -1 is out of range; it may be 0 to 4294967295",
                "2:106: error: 0 is out of range; it may be 1 to 65535",
                "2:122: error: 65536 is out of range; it may be 1 to 65535",
            ]
        ),
        (
            #""hosts": [ { "id": "a", "address": "192.0.2.1", "profile": "linux" } ]"#,
            ["2:60: error: 'linux' is not known here; known are 'rfc9293', 'linux-before-6.5', 'linux-6.5'"]
        ),
        (
            #""hosts": [ { "id": "a", "address": "192.0.2.1", "with": { "initalRTO": "1s", "msl": "x", "minimumRTO": "0s", "finWait2": 3, "windowShift": 15 } } ]"#,
            [
                "2:59: error: 'with' has no key 'initalRTO'; did you mean 'initialRTO'?",
                "2:85: error: 'x' is no duration; write a number and its unit, one of us, ms, s, min, h: '40ms', '1.5s', '2h'",
                "2:104: error: the duration must be longer than nothing",
                "2:122: error: expected a duration such as \"40ms\", found the number 3",
                "2:140: error: 15 is out of range; it may be 0 to 14",
            ]
        ),
        (
            #""hosts": [ { "id": "a", "address": "192.0.2.1", "with": { "receiveBuffer": "4KB", "sendBuffer": "101MB", "acceptOverflow": "reset" } } ]"#,
            [
                "2:76: error: '4KB' is no size; write it as '100B', '64kB' or '10MB'",
                "2:97: error: '101MB' is more than 100 MB; nobody will wait for it",
                "2:124: error: 'reset' is not known here; did you mean 'resets'?",
            ]
        ),
        (
            #""hosts": [ { "id": "a", "address": "192.0.2.1" } ], "routers": [ { "id": "r", "addresses": ["192.0.2.2", "192.0.2.3"] } ]"#,
            ["1:15: error: the router 'r' needs an address for each of its links; it has 2 for 1"]
        ),
        (
            #""hosts": [ { "id": "a", "address": "192.0.2.1" } ], "routers": [ { "id": "a", "addresses": [] } ], "switches": [ { "id": "s", "address": "192.0.2.7" } ]"#,
            [
                "2:74: error: the participant 'a' is already there, on line 2", "2:92: error: needs at least 1, has 0",
                "2:127: error: a switch has no key 'address'; known are 'name', 'group'",
            ]
        ),
    ])
    func `is told what is wrong with its hosts`(members: String, expected: [String]) {
        #expect(faults(members) == expected)
    }

    @Test(arguments: [
        (
            #""lifelines": ["a", "c", "a"]"#,
            [
                "3:14: error: 'lifelines' must name everybody; missing are 'b', 's'",
                "3:20: error: no participant is named 'c'; known are 'a', 'b', 's'",
                "3:25: error: the lifeline 'a' is already there, on line 3",
            ]
        ),
        (#""links": [ { "between": ["a", "s"] } ]"#, ["3:10: error: no link joins 'b' to the others"]),
        (
            #""links": [ { "between": ["a", "a"] }, { "between": ["b"] }, { "between": ["s", "bb"] }, { "bewteen": ["s", "a"] } ]"#,
            [
                "3:25: error: a link joins two different participants", "3:52: error: needs at least 2, has 1",
                "3:80: error: no participant is named 'bb'; known are 'a', 'b', 's'",
                "3:91: error: a link has no key 'bewteen'; did you mean 'between'?",
            ]
        ),
        (
            #""links": [ { "between": ["a", "s"], "ethernet": false, "delay": "-1s", "bandwidth": "10Mb", "queue": -1, "mtu": 67 }, { "between": ["s", "b"] } ]"#,
            [
                "3:49: error: a switch forwards Ethernet frames; leave 'ethernet' out",
                "3:65: error: '-1s' is no duration; write a number and its unit, one of us, ms, s, min, h: '40ms', '1.5s', '2h'",
                "3:85: error: '10Mb' is no bandwidth; write it as '64kbit/s' or '10Mbit/s'",
                "3:102: error: -1 is out of range; it may be 0 to 100000",
                "3:113: error: 67 is out of range; it may be 68 to 65535",
            ]
        ),
        (
            #""seed": -1, "since": 3, "until": "0s", "sede": 1"#,
            [
                "3:9: error: -1 is out of range; it may be 0 to 9223372036854775807",
                "3:22: error: expected a duration such as \"40ms\", found the number 3",
                "3:34: error: the duration must be longer than nothing",
                "3:40: error: a scenario has no key 'sede'; known are 'routers', 'lifelines', 'links', 'do', 'incidents'",
            ]
        ),
    ])
    func `is told what is wrong with its links`(members: String, expected: [String]) {
        #expect(faults(Self.hosts + ",\n" + members) == expected)
    }

    @Test(arguments: [
        (
            #"{ "host": "a" }"#,
            [
                "3:1: error: a call needs one of 'connect', 'listen', 'accept', 'send', 'receive', 'echo', 'shutdown', 'close', 'abort', 'exit', 'set', 'ping', 'bind', 'sendTo', 'receiveFrom', 'answer', 'serve', 'goTo'"
            ]
        ),
        (
            #"{ "host": "a", "conect": "b:1" }"#,
            ["3:16: error: a 'connect' call has no key 'conect'; did you mean 'connect'?"]
        ),
        (
            #"{ "host": "a", "connect": "b:1", "close": true }"#,
            ["3:34: error: 'connect' and 'close' exclude each other; keep one"]
        ),
        (#"{ "connect": "b:1" }"#, ["3:1: error: a 'connect' call needs 'host'"]),
        (#"{ "host": "s", "connect": "b:1" }"#, ["3:11: error: 's' runs no programs; name a simulated host"]),
        (
            #"{ "host": "c", "connect": "s:1" }"#,
            [
                "3:11: error: no participant is named 'c'; known are 'a', 'b', 's'",
                "3:28: error: the switch 's' has no address; name a host or a router",
            ]
        ),
        (
            #"{ "host": "a", "connect": "b" }, { "host": "a", "connect": "b:0" }, { "host": "a", "connect": "c:1" }, { "host": "a", "connect": 80 }"#,
            [
                "3:27: error: 'b' is no host and port; write them as 'server:443'",
                "3:60: error: 'b:0' is no host and port; write them as 'server:443'",
                "3:96: error: no participant is named 'c'; known are 'a', 'b', 's'",
                "3:130: error: expected a host and a port such as \"server:443\", found the number 80",
            ]
        ),
        (
            #"{ "host": "a", "listen": 0, "backlog": -1 }"#,
            [
                "3:26: error: 0 is out of range; it may be 1 to 65535",
                "3:40: error: -1 is out of range; it may be 0 to 100000",
            ]
        ),
        (
            #"{ "host": "a", "accept": true }, { "host": "a", "send": "1B" }"#,
            ["3:16: error: 'accept' needs a port, and this program has not called 'listen' before"]
        ),
        (
            #"{ "host": "a", "connect": "b:1" }, { "host": "a", "program": "p", "close": true }"#,
            [
                "3:67: error: 'close' needs a connection, and this program has called neither 'connect' nor 'accept' before"
            ]
        ),
        (
            #"{ "host": "a", "listen": 1 }, { "host": "a", "accept": false, "ttl": 3 }"#,
            [
                "3:56: error: expected true, found false",
                "3:63: error: an 'accept' call has no key 'ttl'; known are 'program', 'at', 'after', 'label'",
            ]
        ),
        (
            #"{ "host": "a", "connect": "b:1" }, { "host": "a", "send": "100" }, { "host": "a", "send": 100 }, { "host": "a", "send": { "txt": "x" } }, { "host": "a", "send": { "text": "" } }"#,
            [
                "3:59: error: '100' is no size; write it as '100B', '64kB' or '10MB'",
                "3:91: error: expected a size such as \"100B\", or an object with 'text', found the number 100",
                "3:123: error: a payload has no key 'txt'; did you mean 'text'?",
                "3:172: error: the text is empty; leave the key out or say something",
            ]
        ),
        (
            #"{ "host": "a", "connect": "b:1" }, { "host": "a", "receive": "al" }, { "host": "a", "receive": "all", "chunk": "1B" }, { "host": "a", "receive": "1B", "chunk": "1B", "every": "1s" }"#,
            [
                "3:62: error: 'al' is no size; write it as '100B', '64kB' or '10MB'",
                "3:70: error: reading slowly needs 'receive': \"all\", 'chunk' and 'every'",
                "3:120: error: reading slowly needs 'receive': \"all\", 'chunk' and 'every'",
            ]
        ),
        (
            #"{ "host": "a", "set": {} }, { "host": "a", "set": { "keepalive": true } }, { "host": "a", "set": { "noDelay": true, "keepAlive": true } }"#,
            [
                "3:23: error: a socket option needs one of 'reuseAddress', 'reusePort', 'keepAlive', 'noDelay', 'userTimeout'",
                "3:53: error: a socket option has no key 'keepalive'; did you mean 'keepAlive'?",
                "3:117: error: 'noDelay' and 'keepAlive' exclude each other; keep one",
            ]
        ),
        (
            #"{ "host": "a", "ping": "s" }, { "host": "a", "ping": "b", "ttl": 0 }"#,
            [
                "3:24: error: the switch 's' has no address; name a host or a router",
                "3:66: error: 0 is out of range; it may be 1 to 255",
            ]
        ),
        (
            #"{ "host": "a", "connect": "b:1", "label": "one" }, { "host": "a", "goTo": "oen" }, { "host": "b", "goTo": "one" }, { "host": "a", "close": true, "label": "one" }"#,
            [
                "3:75: error: no earlier call of this program has the label 'oen'; did you mean 'one'?",
                "3:155: error: the label 'one' is already there, on line 3",
            ]
        ),
    ])
    func `is told what is wrong with its calls`(calls: String, expected: [String]) {
        #expect(faults(Self.hosts + ", " + Self.joined + ", \"do\": [\n" + calls + "]") == expected)
    }

    @Test(arguments: [
        (#"{ "at": "1s" }"#, ["3:1: error: an incident needs one of 'down', 'crash', 'reboot', 'flood', 'segment'"]),
        (
            #"{ "at": "1s", "crash": "s" }, { "reboot": "a" }"#,
            [
                "3:24: error: 's' makes no packets; name a simulated host or a router",
                "3:31: error: a 'reboot' incident needs 'at'",
            ]
        ),
        (
            #"{ "at": "1s", "down": ["a", "b"], "for": "1s" }, { "at": "1s", "down": ["a", "s"] }"#,
            ["3:23: error: no link joins 'a' and 'b'", "3:50: error: a 'down' incident needs 'for'"]
        ),
        (
            #"{ "at": "1s", "flood": "b:1", "from": "a", "count": 0 }"#,
            ["3:1: error: a 'flood' incident needs 'every'", "3:53: error: 0 is out of range; it may be 1 to 10000"]
        ),
    ])
    func `is told what is wrong with its incidents`(incidents: String, expected: [String]) {
        #expect(faults(Self.hosts + ", " + Self.joined + ", \"incidents\": [\n" + incidents + "]") == expected)
    }

    @Test func `may not be missing from its file`() {
        let decoded = ScenarioDecoder.decode(SourceFile("x.json", text: "{}"))
        #expect(decoded.diagnostics.map(\.text) == ["1:1: error: the file has no 'scenario'"])
        #expect(decoded.document == nil)
    }
}
