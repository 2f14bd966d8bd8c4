import Bridge
import Glibc
import Localization
import Testing

@Suite struct BridgeProblemTests {
    @Test(arguments: [
        (
            BridgeProblem.badName("a-very-long-name"),
            "an interface cannot be called 'a-very-long-name'; a name has 1 to 15 bytes, such as tun0"
        ),
        (
            .opening(nil, errno: ENOENT),
            "/dev/net/tun: no such file or directory; load the kernel's module with 'modprobe tun', or let the container "
                + "have the device"
        ),
        (
            .opening("tun7", errno: EPERM),
            "tun7: cannot open a TUN device: operation not permitted; run it as root, or in a namespace of your own: "
                + "unshare --map-root-user --net netarium bridge"
        ),
        (
            .opening("tun7", errno: EBUSY),
            "tun7: another program holds this interface; name another with --tun NAME"
        ),
        (
            .configuring("tun0", "192.0.2.10/24", errno: EINVAL),
            "tun0: cannot give it the address 192.0.2.10/24: invalid argument"
        ),
        (
            .routing("198.51.100.0/24", "tun0", errno: EEXIST),
            "tun0: cannot route 198.51.100.0/24 through it: file exists; something else is the way there: run the bridge in a "
                + "network namespace of its own (unshare --net)"
        ),
        (
            .noSuchNode("sever", among: ["client", "server"]),
            "the scenario has no host 'sever'; its hosts are client, server"
        ),
    ])
    func `a problem says what, why and the way out`(problem: BridgeProblem, sentence: String) {
        #expect(problem.message(.english) == sentence)
    }

    @Test func `every problem is worded in both languages`() {
        let problems: [BridgeProblem] = [
            .badName("x"), .opening("x", errno: EINVAL), .configuring("x", "y", errno: EPERM),
            .routing("y", "x", errno: EEXIST), .lost("x", errno: EBADFD), .waiting(errno: EINVAL),
            .noSuchNode("x", among: ["y"]), .noHost, .noAddress("x"), .notOneLink("x", 2),
        ]
        for problem in problems {
            #expect(problem.message(.english) != problem.message(.chinese))
            #expect(!problem.message(.chinese).isEmpty)
        }
    }

    @Test func `an interface's name has 1 to 15 bytes`() {
        for name in ["", "sixteen-bytes-xx"] {
            #expect(throws: BridgeProblem.badName(name)) { try TunDevice(named: name) }
        }
    }
}
