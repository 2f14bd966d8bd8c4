/// An IPv4 packet: header, options and what it carries (RFC 791 §3.1).
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +-------+-------+---------------+-------------------------------+
///     |Version|  IHL  |Type of Service|          Total Length         |
///     +-------+-------+---------------+-----+-------------------------+
///     |         Identification        |Flags|      Fragment Offset    |
///     +---------------+---------------+-----+-------------------------+
///     |  Time to Live |    Protocol   |        Header Checksum        |
///     +---------------+---------------+-------------------------------+
///     |                       Source Address                          |
///     +---------------------------------------------------------------+
///     |                    Destination Address                        |
///     +---------------------------------------------------------------+
///     |                    Options and Padding                        |
///     +---------------------------------------------------------------+
///
/// Read RFC 791 §3.1, and RFC 1122 §3.2.1 for what a host makes of each field. Lengths and checksum are not stored:
/// parsing checks them and serialising computes them.
public struct IPv4Packet: Hashable, Sendable {
    /// How the packet wants to be treated: six bits of DSCP and two of ECN (RFC 3168 §5).
    public var typeOfService: UInt8
    /// What fragments of one packet have in common.
    public var identification: UInt16
    /// Whether routers must refuse it rather than cut it into fragments.
    public var dontFragment: Bool
    /// Whether fragments with later bytes follow.
    public var moreFragments: Bool
    /// Where the payload belongs in the unfragmented one, in units of 8 bytes, 0 … 8191.
    public var fragmentOffset: UInt16
    /// How many more routers it may cross.
    public var timeToLive: UInt8
    /// What the payload is.
    public var protocolNumber: IPProtocol
    /// Who sent it.
    public var source: IPv4Address
    /// For whom it is.
    public var destination: IPv4Address
    /// The options as they stand in the header, padding included; at most 40 bytes.
    public var options: [UInt8]
    /// What it carries.
    public var payload: [UInt8]

    /// Creates a packet; see the properties.
    public init(
        typeOfService: UInt8 = 0, identification: UInt16 = 0, dontFragment: Bool = false, moreFragments: Bool = false,
        fragmentOffset: UInt16 = 0, timeToLive: UInt8 = 64, protocolNumber: IPProtocol, source: IPv4Address,
        destination: IPv4Address, options: [UInt8] = [], payload: [UInt8] = []
    ) {
        self.typeOfService = typeOfService
        self.identification = identification
        self.dontFragment = dontFragment
        self.moreFragments = moreFragments
        self.fragmentOffset = fragmentOffset
        self.timeToLive = timeToLive
        self.protocolNumber = protocolNumber
        self.source = source
        self.destination = destination
        self.options = options
        self.payload = payload
    }

    /// The length of a header without options, in bytes.
    public static let minimumHeaderLength = 20

    /// The length of the header with its options, padded to a multiple of 4 bytes.
    public var headerLength: Int { Self.minimumHeaderLength + min((options.count + 3) & ~3, 40) }

    /// The length of the whole packet, in bytes.
    public var totalLength: Int { min(headerLength + payload.count, Int(UInt16.max)) }
}
