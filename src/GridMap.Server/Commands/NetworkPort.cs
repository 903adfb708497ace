using System.Net;
using System.Net.Sockets;
using GridMap.Core;

namespace GridMap.Server.Commands;

/// <summary>Whether a TCP port can be listened on.</summary>
internal static class NetworkPort
{
    public static bool IsTaken(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }

    public static Refusal InUse(int port) => new(
        "PORT_IN_USE",
        $"Port {port} is in use: stop the program that listens there, or choose another with --port.",
        $"端口 {port} 已被占用：请停止占用它的程序，或用 --port 指定其他端口。");
}
