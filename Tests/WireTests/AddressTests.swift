import Testing
import Wire

struct AddressTests {
    @Test(arguments: 1...50)
    func `an address reads as it is written`(seed: Int) {
        var random = SplitMix64(seed: seed)
        let mac = random.mac(), ip = random.address()
        #expect(MACAddress(mac.description) == mac)
        #expect(MACAddress(mac.description.uppercased()) == mac)
        #expect(IPv4Address(ip.description) == ip)
    }

    @Test(arguments: [
        "", "02", "02:00:00:00:00", "02:00:00:00:00:01:", "2:0:0:0:0:1", "02:00:00:00:00:0g", "02-00-00-00-00-01",
        "+2:00:00:00:00:01",
    ])
    func `what is not six pairs of digits is no interface's address`(text: String) {
        #expect(MACAddress(text) == nil)
    }

    @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1..3.4", "1.2.3.4 ", "a.b.c.d"])
    func `what is not four octets is no IPv4 address`(text: String) {
        #expect(IPv4Address(text) == nil)
    }

    @Test func `a group address has an odd first octet`() {
        #expect(MACAddress.broadcast.isMulticast)
        #expect(MACAddress("01:00:5e:00:00:01")?.isMulticast == true)
        #expect(MACAddress("02:00:00:00:00:01")?.isMulticast == false)
    }
}
