using System.Text;

namespace BorderMap.Web.Commands;

/// <summary>What a command works with.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Content">Where data and pages lie.</param>
/// <param name="Time">The clock.</param>
/// <param name="In">Standard input, UTF-8.</param>
/// <param name="Out">Standard output: data alone, UTF-8.</param>
/// <param name="Error">Standard error: everything else.</param>
public sealed record Surroundings(Settings Settings, ContentRoot Content, TimeProvider Time, TextReader In, Stream Out, TextWriter Error)
{
    /// <summary>Who runs the command, as the audit trail names them; no person's name holds a space.</summary>
    public string Operator => $"{Environment.UserName} (command)";

    /// <summary>Where parts of the program that log do so.</summary>
    public ILoggerFactory Loggers() => LoggerFactory.Create(logging => App.AddLogging(logging, Settings, Time));

    /// <summary>Writes a line of data.</summary>
    public async Task WriteAsync(string line)
    {
        await Out.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
        await Out.FlushAsync();
    }

    /// <summary>Tells the person at the terminal.</summary>
    public void Say(string words) => Error.WriteLine(words);
}
