using System.CommandLine;
using BorderMap.Web.Operating.Doctor;

namespace BorderMap.Web.Commands;

/// <summary><c>doctor</c>: looks at a deployment and says what to fix; changes and starts nothing.</summary>
public static class DoctorCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var url = new Option<string?>("--url") { Description = $"Where the running site is (default: {Settings.PublicUrlName}, else {Settings.DefaultUrl})." };
        var command = new Command("doctor", "Checks settings, files, database and the running site, and says what to fix. Exits with 1 when something fails.") { url };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var text = parse.GetValue(url) ?? surroundings.Settings.PublicUrl?.AbsoluteUri ?? Settings.DefaultUrl;
            if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
            {
                surroundings.Say($"--url {text}: this is no http or https address. Write for example https://map.example.org.");
                return CommandLine.Misused;
            }
            Finding[] findings =
            [
                .. SettingsCheck.Of(surroundings.Settings),
                .. ProgramCheck.Of(surroundings.Content, cancellation),
                .. await DatabaseCheck.OfAsync(surroundings.Settings, surroundings.Time, cancellation),
                .. await SiteCheck.OfAsync(site, cancellation),
                .. await MetricsCheck.OfAsync(surroundings.Settings.Metrics, cancellation),
            ];
            foreach (var finding in findings)
            {
                await surroundings.WriteAsync(finding.ToString());
            }
            var failures = findings.Count(finding => finding.Severity == Severity.Failure);
            surroundings.Say(failures == 0 ? "nothing has to be fixed" : $"{failures} to fix");
            return failures == 0 ? CommandLine.Done : CommandLine.Failed;
        });
    }
}
