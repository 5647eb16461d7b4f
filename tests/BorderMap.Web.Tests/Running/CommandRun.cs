using System.Text;
using BorderMap.Web.Commands;

namespace BorderMap.Web.Tests.Running;

/// <summary>A command that needs no database, run in this process.</summary>
internal static class CommandRun
{
    public static async Task<(int Code, string Output, string Messages)> RunAsync(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var messages = new StringWriter();
        var home = Path.Combine(Path.GetTempPath(), "bordermap-never-made");
        var surroundings = new Surroundings(new Settings { Home = home }, Site.Content, TimeProvider.System, new StringReader(input), output, messages);
        var code = await CommandLine.RunAsync(surroundings, arguments);
        Assert.False(Directory.Exists(home), "A command that needs no database made a home.");
        return (code, Encoding.UTF8.GetString(output.ToArray()), messages.ToString());
    }
}
