using System.Net;
using System.Net.Sockets;

namespace BorderMap.EndToEnd.Faults;

/// <summary>How the way to a server is.</summary>
public enum WireState { Open, Cut, Silent, Slow }

/// <summary>The way between the program and its database: passes bytes on, late, or not at all.</summary>
public sealed class Wire : IAsyncDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(150);

    private readonly EndPoint server;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly HashSet<Socket> open = [];
    private readonly Task accepting;
    private volatile WireState state = WireState.Open;

    public Wire(EndPoint server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Changes it for connections that are open and those that come. A cut ends those that are open; so does healing a silence, in which bytes were lost.</summary>
    public void Set(WireState to)
    {
        var was = state;
        state = to;
        if (to == WireState.Cut || was == WireState.Silent)
        {
            CloseAll();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        CloseAll();
        await accepting;
        stop.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync(stop.Token);
                if (state == WireState.Cut)
                {
                    client.Dispose();
                }
                else
                {
                    _ = PassAsync(client);
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The wire is taken down.
        }
    }

    private async Task PassAsync(Socket client)
    {
        var far = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        lock (gate)
        {
            open.Add(client);
            open.Add(far);
        }
        try
        {
            await far.ConnectAsync(server, stop.Token);
            await Task.WhenAny(PumpAsync(client, far), PumpAsync(far, client));
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The server is not there: whoever called sees the connection end.
        }
        finally
        {
            Close(client);
            Close(far);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(bytes, stop.Token) is > 0 and var count)
            {
                if (state == WireState.Slow)
                {
                    await Task.Delay(Delay, stop.Token);
                }
                if (state != WireState.Silent)
                {
                    await to.SendAsync(bytes.AsMemory(0, count), stop.Token);
                }
            }
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has gone; the other is closed with it.
        }
    }

    private void CloseAll()
    {
        lock (gate)
        {
            foreach (var socket in open)
            {
                socket.Dispose();
            }
            open.Clear();
        }
    }

    private void Close(Socket socket)
    {
        lock (gate)
        {
            open.Remove(socket);
        }
        socket.Dispose();
    }
}
