// A bulk TCP transfer in ns-3, for comparison with ours: the same link, MSS and bytes, no tracing.
//
//   ns3_bulk BYTES   prints: segments on the link, nanoseconds of processor time of the run, bytes that arrived

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "ns3/applications-module.h"
#include "ns3/core-module.h"
#include "ns3/internet-module.h"
#include "ns3/network-module.h"
#include "ns3/point-to-point-module.h"

using namespace ns3;

static std::uint64_t segments = 0;

static void CountSegment(Ptr<const Packet>) { ++segments; }

int main(int argc, char **argv) {
  const std::uint64_t bytes = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000'000;
  Time::SetResolution(Time::NS);
  Config::SetDefault("ns3::TcpSocket::SegmentSize", UintegerValue(1448));
  Config::SetDefault("ns3::TcpSocket::InitialCwnd", UintegerValue(10));
  Config::SetDefault("ns3::TcpSocket::SndBufSize", UintegerValue(1 << 18));
  Config::SetDefault("ns3::TcpSocket::RcvBufSize", UintegerValue(1 << 18));
  Config::SetDefault("ns3::TcpL4Protocol::SocketType", StringValue("ns3::TcpLinuxReno"));

  NodeContainer nodes;
  nodes.Create(2);
  PointToPointHelper link;
  link.SetDeviceAttribute("DataRate", StringValue("1Gbps"));
  link.SetDeviceAttribute("Mtu", UintegerValue(1500));
  link.SetChannelAttribute("Delay", StringValue("1ms"));
  link.SetQueue("ns3::DropTailQueue", "MaxSize", StringValue("1000p"));
  NetDeviceContainer devices = link.Install(nodes);
  InternetStackHelper().Install(nodes);
  Ipv4AddressHelper addresses("10.0.0.0", "255.255.255.0");
  Ipv4InterfaceContainer interfaces = addresses.Assign(devices);

  PacketSinkHelper sinks("ns3::TcpSocketFactory", InetSocketAddress(Ipv4Address::GetAny(), 443));
  ApplicationContainer sink = sinks.Install(nodes.Get(1));
  BulkSendHelper sender("ns3::TcpSocketFactory", InetSocketAddress(interfaces.GetAddress(1), 443));
  sender.SetAttribute("MaxBytes", UintegerValue(bytes));
  sender.SetAttribute("SendSize", UintegerValue(65536));
  ApplicationContainer bulk = sender.Install(nodes.Get(0));
  sink.Start(Seconds(0));
  bulk.Start(Seconds(0));
  for (std::uint32_t end = 0; end < 2; ++end)
    devices.Get(end)->TraceConnectWithoutContext("MacTx", MakeCallback(&CountSegment));

  const std::clock_t start = std::clock();
  Simulator::Stop(Seconds(100000));
  Simulator::Run();
  const double used = double(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf("%llu %lld %llu\n", static_cast<unsigned long long>(segments),
              static_cast<long long>(used * 1e9),
              static_cast<unsigned long long>(DynamicCast<PacketSink>(sink.Get(0))->GetTotalRx()));
  Simulator::Destroy();
}
