using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace GridMap.Benchmarks.Live;

/// <summary>
/// The limit: frames of a socket, made ready beforehand, written to one connection after the other by bare `send()`. It does nothing else:
/// it listens to nobody, and waits for a slow one as long as it takes.
/// </summary>
public static class SendLoop
{
    public static async Task RunAsync(int port, int frameBytes, int tickMilliseconds)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(1024);
        var (connections, frame) = (new List<Socket>(), FrameOf(frameBytes));
        _ = AcceptAsync(listener, connections);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(tickMilliseconds));
        while (await timer.WaitForNextTickAsync())
        {
            Socket[] now;
            lock (connections)
            {
                now = [.. connections];
            }

            foreach (var connection in now)
            {
                Write(connection, frame, connections);
            }
        }
    }

    private static void Write(Socket connection, byte[] frame, List<Socket> connections)
    {
        try
        {
            connection.Send(frame);
        }
        catch (SocketException)
        {
            lock (connections)
            {
                connections.Remove(connection);
            }
        }
    }

    private static async Task AcceptAsync(Socket listener, List<Socket> connections)
    {
        while (true)
        {
            var connection = await listener.AcceptAsync();
            connection.NoDelay = true;
            var request = new byte[4096];
            var length = await connection.ReceiveAsync(request);
            var key = Encoding.ASCII.GetString(request, 0, length).Split("\r\n")
                .FirstOrDefault(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1].Trim();
            if (key is null)
            {
                await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
                connection.Dispose();
                continue;
            }

#pragma warning disable CA5350 // RFC 6455 has SHA-1 in its handshake.
            var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
            await connection.SendAsync(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"));
            lock (connections)
            {
                connections.Add(connection);
            }
        }
    }

    private static byte[] FrameOf(int payload)
    {
        byte[] head = payload < 126
            ? [0x82, (byte)payload]
            : payload <= ushort.MaxValue
                ? [0x82, 126, (byte)(payload >> 8), (byte)payload]
                : [0x82, 127, 0, 0, 0, 0, (byte)(payload >> 24), (byte)(payload >> 16), (byte)(payload >> 8), (byte)payload];
        return [.. head, .. RandomNumberGenerator.GetBytes(payload)];
    }
}
