import Glibc
public import Localization

// The words for everything that can go wrong with a bridge: what, where, why, and the way out.

extension BridgeProblem {
    /// What cannot be done, why, and what to do about it.
    public var message: LocalizedText {
        switch self {
        case .badName(let name):
            LocalizedText(
                en: "an interface cannot be called '\(name)'; a name has 1 to 15 bytes, such as tun0",
                zh: "网络接口不能叫“\(name)”；名字应有1到15个字节，例如tun0")
        case .opening(let name, let number): Self.opening(name, number)
        case .configuring(let interface, let address, let number):
            LocalizedText(
                en: "\(interface): cannot give it the address \(address): \(Self.reason(number))"
                    + Self.wayOut(number).en,
                zh: "\(interface)：无法设置地址\(address)：\(Self.reason(number))" + Self.wayOut(number).zh)
        case .routing(let network, let interface, let number):
            LocalizedText(
                en: "\(interface): cannot route \(network) through it: \(Self.reason(number))" + Self.wayOut(number).en,
                zh: "\(interface)：无法让\(network)经它路由：\(Self.reason(number))" + Self.wayOut(number).zh)
        case .lost(let interface, let number):
            LocalizedText(
                en: "\(interface): the interface is gone: \(Self.reason(number))",
                zh: "\(interface)：网络接口已经不在了：\(Self.reason(number))")
        case .waiting(let number):
            LocalizedText(
                en: "the system does not let the bridge wait for packets: \(Self.reason(number))",
                zh: "系统不让程序等待数据包：\(Self.reason(number))")
        case .noSuchNode(let id, let known):
            LocalizedText(
                en: "the scenario has no host '\(id)'; its hosts are \(known.joined(separator: ", "))",
                zh: "场景里没有主机“\(id)”；现有的主机是\(known.joined(separator: "、"))")
        case .noHost:
            LocalizedText(
                en: "the scenario has no host that this computer could stand for",
                zh: "场景里没有可由本机充当的主机")
        case .noAddress(let id):
            LocalizedText(
                en: "'\(id)' has no address in the scenario, so this computer cannot take its place",
                zh: "“\(id)”在场景里没有地址，本机无法充当它")
        case .notOneLink(let id, let count):
            LocalizedText(
                en: "'\(id)' is joined by \(count) links; this computer can only stand for a host at the end of one",
                zh: "“\(id)”连着\(count)条链路；本机只能充当恰好连着一条链路的主机")
        }
    }

    private static func opening(_ name: String?, _ number: Int32) -> LocalizedText {
        let device = "/dev/net/tun"
        switch number {
        case ENOENT, ENODEV, ENXIO:
            return LocalizedText(
                en:
                    "\(device): \(reason(number)); load the kernel's module with 'modprobe tun', or let the container have the device",
                zh: "\(device)：\(reason(number))。请用“modprobe tun”加载内核模块，或者让容器可以使用这个设备")
        case EBUSY:
            return LocalizedText(
                en: "\(name ?? device): another program holds this interface; name another with --tun NAME",
                zh: "\(name ?? device)：另一个程序占着这个网络接口；请用 --tun NAME指定另一个")
        case EINVAL:
            return LocalizedText(
                en:
                    "\(name ?? device): there is an interface of this name that is no TUN device; name another with --tun NAME",
                zh: "\(name ?? device)：已有同名的网络接口，但它不是TUN设备；请用 --tun NAME指定另一个")
        default:
            return LocalizedText(
                en: "\(name ?? device): cannot open a TUN device: \(reason(number))" + wayOut(number).en,
                zh: "\(name ?? device)：无法打开TUN设备：\(reason(number))" + wayOut(number).zh)
        }
    }

    /// What to do about it, if anything can be done.
    private static func wayOut(_ number: Int32) -> (en: String, zh: String) {
        switch number {
        case EPERM, EACCES:
            (
                "; run it as root, or in a namespace of your own: unshare --map-root-user --net netarium bridge",
                "。请以root身份运行，或者在自己的命名空间里运行：unshare --map-root-user --net netarium bridge"
            )
        case EEXIST:
            (
                "; something else is the way there: run the bridge in a network namespace of its own (unshare --net)",
                "。那里已有别的路由：请在单独的网络命名空间里运行（unshare --net）"
            )
        default: ("", "")
        }
    }

    /// What the system says about an error number: `permission denied`.
    private static func reason(_ number: Int32) -> String {
        guard let words = strerror(number) else { return "error \(number)" }
        let text = String(cString: words)
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
