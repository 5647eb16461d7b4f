using System.Text.RegularExpressions;
using BorderMap.EndToEnd.Running;

namespace BorderMap.EndToEnd;

/// <summary>The snippets of <c>docs/GIS.md</c>, run as they stand.</summary>
public sealed partial class DocumentedSnippetTests(Product product)
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "GIS.md"));

    // Its package is too large to be asked for.
    private static readonly bool HasQgis = File.Exists("/usr/bin/qgis");

    public static TheoryData<string, string> Snippets =>
        [.. Fence().Matches(Document).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).Where(snippet => HasQgis || !snippet.Item2.StartsWith("# QGIS", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task Runs_and_says_something(string language, string snippet)
    {
        var folder = Directory.CreateDirectory(Path.Combine(product.Server.Home, Guid.NewGuid().ToString("n"))).FullName;
        var (site, dumps) = (product.Server.Address.ToString().TrimEnd('/'), Path.Combine(folder, "dumps"));
        if (snippet.Contains("DUMPS", StringComparison.Ordinal))
        {
            Assert.Equal(0, (await Command.BorderMap(product.Server.Home, "export", dumps, "--all")).ExitCode);
        }
        var run = language == "sh"
            ? await Command.Run("bash", ["-euo", "pipefail", "-c", $"cd '{folder}'\n{snippet}"], ("BORDERMAP", site))
            : await PythonAsync($"BORDERMAP = '{site}'\nDUMPS = '{dumps}'\n{snippet}");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Matches("[0-9]+ incidents|Feature Count: [1-9]|i-[a-z2-7]{10}", run.Output);
    }

    private static Task<Finished> PythonAsync(string program) => Command.Run("python3", ["-c", program]);

    [GeneratedRegex(@"^```(sh|python)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
