using System.CommandLine;
using System.Net.Sockets;
using BorderMap.PostGis;

namespace BorderMap.Web.Commands;

/// <summary><c>serve</c>: the web application, until it is told to stop.</summary>
public static class ServeCommand
{
    private static readonly string[] HandedOn = ["--environment", "--http_ports", "--https_ports", "--AllowedHosts", "--Kestrel:", "--Logging:"];

    public static Command Make(Surroundings surroundings)
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen, several separated by semicolons (default {Settings.DefaultUrl})." };
        var command = new Command("serve", "Serves the map, the API and the exports (the default command).") { urls };
        command.TreatUnmatchedTokensAsErrors = false;
        return command.Does(surroundings, (parse, cancellation) =>
        {
            var others = parse.UnmatchedTokens.ToArray();
            if (Misplaced(others) is { } word)
            {
                surroundings.Say($"'{word}' is no option of serve and no command. See ./run --help.");
                return Task.FromResult(CommandLine.Misused);
            }
            return ServeAsync(surroundings, parse.GetValue(urls) is { } given ? ["--urls", given, .. others] : others, cancellation);
        });
    }

    /// <summary>The first word that is neither one of ASP.NET's own options nor the value of one.</summary>
    internal static string? Misplaced(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!HandedOn.Any(option => words[i].StartsWith(option, StringComparison.OrdinalIgnoreCase)))
            {
                return words[i];
            }
            i += words[i].Contains('=') ? 0 : 1;
        }
        return null;
    }

    private static async Task<int> ServeAsync(Surroundings surroundings, string[] arguments, CancellationToken cancellation)
    {
        await using var workplace = await Workplace.OpenAsync(surroundings, cancellation);
        await ImportStarterAsync(surroundings, workplace, cancellation);
        await using var app = App.Build(new AppParts(surroundings.Settings, surroundings.Content, workplace.Atlas, workplace.Database, surroundings.Time), arguments);
        if (await ListenAsync(app, cancellation) is { } fault)
        {
            surroundings.Say($"{fault} Choose where to listen with --urls, for example --urls http://127.0.0.1:8080.");
            await app.StopAsync(CancellationToken.None);
            return CommandLine.Failed;
        }
        surroundings.Say($"BorderMap is at {string.Join(" and ", app.Urls)} (Ctrl+C stops it)");
        await app.WaitForShutdownAsync(cancellation);
        surroundings.Say("stopped");
        return CommandLine.Done;
    }

    /// <summary>Begins to listen.</summary>
    /// <returns>Why it cannot; null when it can.</returns>
    private static async Task<string?> ListenAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
            return null;
        }
        catch (Exception error) when (error is FormatException or IOException or SocketException)
        {
            return error.Message;
        }
    }

    private static async Task ImportStarterAsync(Surroundings surroundings, Workplace workplace, CancellationToken cancellation)
    {
        if (!surroundings.Settings.Starter || !await workplace.Store.IsEmptyAsync(cancellation))
        {
            return;
        }
        surroundings.Say("first start: importing the starter incidents");
        await ImportCommand.ImportAsync(surroundings, workplace, surroundings.Content.StarterFile, new ImportOptions(Environment.UserName, "starter data"), cancellation);
    }
}
