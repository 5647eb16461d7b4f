using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BorderMap.Benchmarks.Running;

/// <summary>A server in a process of its own, ended with this.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly Process process;

    private Served(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>BorderMap over the home of a cluster.</summary>
    public static Task<Served> BorderMapAsync(OwnCluster cluster, CancellationToken cancellation)
    {
        var address = Free();
        return StartAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "BorderMap.Web.dll"), "serve", "--urls", address.ToString()], ("BORDERMAP_HOME", cluster.Home), address, "healthz", cancellation);
    }

    /// <summary>MapServer as four FastCGI processes behind lighttpd, over the same table.</summary>
    public static async Task<Served> MapServerAsync(OwnCluster cluster, CancellationToken cancellation)
    {
        var (address, folder) = (Free(), Directory.CreateDirectory(Path.Combine(cluster.Home, "mapserver")).FullName);
        foreach (var (name, text) in MapServerFiles.Of(cluster.Socket, folder, address))
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellation);
        return await StartAsync("lighttpd", ["-D", "-f", Path.Combine(folder, "lighttpd.conf")], ("LANG", "C"), address, "ms/BENCH/ogcapi/collections?f=json", cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<Served> StartAsync(string program, IEnumerable<string> arguments, (string Name, string Value) setting, Uri address, string probe, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[setting.Name] = setting.Value;
        start.Environment["BORDERMAP_REQUEST_RATE"] = "off";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.OutputDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = address };
        for (var tries = 0; tries < 300 && !process.HasExited; tries++)
        {
            if (await IsUpAsync(http, probe, cancellation))
                return new(process, address);
            await Task.Delay(200, cancellation);
        }
        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"{program} does not answer:\n{string.Join('\n', said)}");
    }

    private static async Task<bool> IsUpAsync(HttpClient http, string probe, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(probe, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static Uri Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
