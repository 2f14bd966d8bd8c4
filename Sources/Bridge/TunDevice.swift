import CTun
import Glibc
import Wire

/// A TUN device: a network interface of this kernel whose other end is this program.
///
/// It lasts as long as it is open; closing it removes the interface and the routes through it.
public final class TunDevice: PacketPort {
    /// The interface's name, `tun0`.
    public let name: String
    let descriptor: Int32
    /// Room for the largest packet that IPv4 knows.
    private var buffer = [UInt8](repeating: 0, count: 65_535)

    /// Opens a device.
    ///
    /// - Parameter wanted: The interface's name, at most 15 bytes; `nil` lets the kernel pick one.
    /// - Throws: A name that is none, or the reason that the system gives.
    public init(named wanted: String? = nil) throws(BridgeProblem) {
        var name = [CChar](repeating: 0, count: Int(TUN_NAME_SIZE))
        if let wanted {
            let bytes = wanted.utf8.map { CChar(bitPattern: $0) }
            guard !bytes.isEmpty, bytes.count < name.count else { throw .badName(wanted) }
            name.replaceSubrange(bytes.indices, with: bytes)
        }
        descriptor = tun_open(&name)
        guard descriptor >= 0 else { throw .opening(wanted, errno: errno) }
        self.name = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { close(descriptor) }

    /// Gives the interface its address and MTU, brings it up, and sends what is for the networks through it.
    public func configure(_ attachment: Attachment) throws(BridgeProblem) {
        let address = attachment.address
        guard
            tun_configure(
                name, address.rawValue, Int32(clamping: attachment.prefixLength), Int32(clamping: attachment.mtu)) == 0
        else { throw .configuring(name, "\(address)/\(attachment.prefixLength)", errno: errno) }
        for network in attachment.networks {
            guard tun_route(name, network.address.rawValue, Int32(clamping: network.prefixLength)) == 0 else {
                throw .routing(network.description, name, errno: errno)
            }
        }
    }

    /// The next IPv4 packet that the kernel sends; `nil` when there is none at the moment.
    public func receive() throws(BridgeProblem) -> [UInt8]? {
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                // The kernel tries IPv6 on every interface; nobody here speaks it.
                guard buffer[0] >> 4 == 4 else { continue }
                return Array(buffer.prefix(count))
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: return nil
            default: throw .lost(name, errno: errno)
            }
        }
    }

    /// Hands a packet to the kernel.
    ///
    /// What the kernel has no room for, does not take for an IP packet, or cannot take because somebody has brought the
    /// interface down, is lost.
    public func send(_ packet: [UInt8]) throws(BridgeProblem) {
        while packet.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) < 0 {
            switch errno {
            case EINTR: continue
            case EAGAIN, ENOBUFS, ENOMEM, EINVAL, EIO: return
            default: throw .lost(name, errno: errno)
            }
        }
    }
}
