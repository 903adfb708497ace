using System.Net;
using System.Net.Sockets;
using GridMap.Core;

namespace GridMap.Server.Commands;

/// <summary>Whether a server can listen on an address and TCP port.</summary>
internal static class NetworkPort
{
    private const int FirstUnprivileged = 1024;

    public static Refusal? FindRefusal(IPAddress address, int port)
    {
        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            return new(
                "PORT_OUT_OF_RANGE", $"There is no port {port}: choose one from 1 to {IPEndPoint.MaxPort} with --port.", $"端口 {port} 不存在：请用 --port 指定 1 至 {IPEndPoint.MaxPort} 之间的端口。");
        }

        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException refused)
        {
            return Explain(refused, address, port);
        }
    }

    private static Refusal Explain(SocketException refused, IPAddress address, int port) => refused.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => new(
            "PORT_IN_USE",
            $"Port {port} is in use: stop the program that listens there, or choose another with --port.",
            $"端口 {port} 已被占用：请停止占用它的程序，或用 --port 指定其他端口。"),
        SocketError.AccessDenied => new(
            "PORT_FORBIDDEN",
            $"This user may not listen on port {port}: choose one from {FirstUnprivileged} up with --port.",
            $"当前用户无权监听端口 {port}：请用 --port 指定 {FirstUnprivileged} 及以上的端口。"),
        _ => new(
            "ADDRESS_NOT_LISTENABLE",
            $"This machine cannot listen on {address} ({refused.Message}): name one of its own addresses with --bind.",
            $"本机无法监听 {address}（{refused.Message}）：请用 --bind 指定本机的地址。"),
    };
}
