using System.Net.Sockets;
using System.Text;

namespace BorderMap.Web.Tests.Hostile;

/// <summary>Bytes as they are, to the real server: what no library of a client would send.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient client = new();

    /// <summary>Sends and leaves the connection open.</summary>
    public static async Task<RawClient> SendAsync(Uri site, string bytes)
    {
        var raw = new RawClient();
        await raw.client.ConnectAsync(site.Host, site.Port, TestContext.Current.CancellationToken);
        await raw.WriteAsync(bytes);
        return raw;
    }

    public async Task WriteAsync(string bytes) => await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(bytes), TestContext.Current.CancellationToken);

    /// <summary>Waits until the server says something.</summary>
    public async Task ReadSomeAsync() => Assert.NotEqual(0, await client.GetStream().ReadAsync(new byte[4096], TestContext.Current.CancellationToken));

    /// <summary>All that the server says until it closes; empty when it closes without a word.</summary>
    public async Task<string> AnswerAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var said = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(said, limit.Token);
        }
        catch (IOException)
        {
            // Reset: the server did not care to read the rest.
        }
        return Encoding.Latin1.GetString(said.ToArray());
    }

    public void Dispose() => client.Dispose();
}
