#define _GNU_SOURCE
#include "ctun.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <linux/route.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

int tun_open(char name[TUN_NAME_SIZE]) {
    int device = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (device < 0) return -1;
    struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
    memcpy(request.ifr_name, name, TUN_NAME_SIZE);
    request.ifr_name[TUN_NAME_SIZE - 1] = 0;
    if (ioctl(device, TUNSETIFF, &request) < 0) {
        int reason = errno;
        close(device);
        errno = reason;
        return -1;
    }
    memcpy(name, request.ifr_name, TUN_NAME_SIZE);
    return device;
}

/// An IPv4 address as the socket calls want it.
static struct sockaddr address_of(uint32_t number) {
    struct sockaddr_in internet = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(number)};
    struct sockaddr any;
    memcpy(&any, &internet, sizeof any);
    return any;
}

static uint32_t mask_of(int prefix_length) {
    return prefix_length <= 0 ? 0 : ~UINT32_C(0) << (32 - (prefix_length > 32 ? 32 : prefix_length));
}

static struct ifreq request_about(const char *name) {
    struct ifreq request = {0};
    strncpy(request.ifr_name, name, TUN_NAME_SIZE - 1);
    return request;
}

/// Every request about interfaces goes through some socket, it does not matter which.
static int any_socket(void) { return socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0); }

static int close_keeping_reason(int descriptor, int result) {
    int reason = errno;
    close(descriptor);
    errno = reason;
    return result;
}

/// Whether something else is the way to exactly this network: the kernel would take a second one without a word.
static bool is_routed(uint32_t network, uint32_t mask) {
    FILE *table = fopen("/proc/net/route", "re");
    if (!table) return false;
    bool found = false;
    char line[256];
    while (!found && fgets(line, sizeof line, table)) {
        // Interface, destination, gateway, flags, references, uses, metric, mask; addresses as the memory has them.
        uint32_t destination, its_mask;
        if (sscanf(line, "%*s %" SCNx32 " %*s %*s %*s %*s %*s %" SCNx32, &destination, &its_mask) == 2) {
            found = destination == htonl(network) && its_mask == htonl(mask);
        }
    }
    fclose(table);
    return found;
}

int tun_configure(const char *name, uint32_t address, int prefix_length, int mtu) {
    uint32_t mask = mask_of(prefix_length);
    if (is_routed(address & mask, mask)) {
        errno = EEXIST;
        return -1;
    }
    int control = any_socket();
    if (control < 0) return -1;
    struct ifreq request = request_about(name);
    request.ifr_addr = address_of(address);
    if (ioctl(control, SIOCSIFADDR, &request) < 0) return close_keeping_reason(control, -1);
    request = request_about(name);
    request.ifr_netmask = address_of(mask);
    if (ioctl(control, SIOCSIFNETMASK, &request) < 0) return close_keeping_reason(control, -1);
    request = request_about(name);
    request.ifr_mtu = mtu;
    if (ioctl(control, SIOCSIFMTU, &request) < 0) return close_keeping_reason(control, -1);
    request = request_about(name);
    if (ioctl(control, SIOCGIFFLAGS, &request) < 0) return close_keeping_reason(control, -1);
    request.ifr_flags |= IFF_UP;
    return close_keeping_reason(control, ioctl(control, SIOCSIFFLAGS, &request) < 0 ? -1 : 0);
}

int tun_route(const char *name, uint32_t network, int prefix_length) {
    uint32_t mask = mask_of(prefix_length);
    if (is_routed(network & mask, mask)) {
        errno = EEXIST;
        return -1;
    }
    int control = any_socket();
    if (control < 0) return -1;
    char device[TUN_NAME_SIZE] = {0};
    strncpy(device, name, TUN_NAME_SIZE - 1);
    struct rtentry route = {
        .rt_dst = address_of(network & mask),
        .rt_genmask = address_of(mask),
        .rt_flags = RTF_UP,
        .rt_dev = device,
    };
    return close_keeping_reason(control, ioctl(control, SIOCADDRT, &route) < 0 ? -1 : 0);
}
