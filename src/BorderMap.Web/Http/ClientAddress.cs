using System.Net;
using System.Net.Sockets;

namespace BorderMap.Web.Http;

/// <summary>What counts as one client where something is bounded per client.</summary>
public static class ClientAddress
{
    /// <summary>The IPv4 address, or the first 64 bits of an IPv6 address: one subscriber has at least that many.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
        {
            return "";
        }
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }

    /// <summary>Whether it is the machine that the program runs on.</summary>
    public static bool IsThisMachine(HttpContext http) => http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}
