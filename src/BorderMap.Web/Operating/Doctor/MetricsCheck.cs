using System.Globalization;
using System.Text.RegularExpressions;

namespace BorderMap.Web.Operating.Doctor;

/// <summary>How the work beside the requests fares, by what the running program measures of itself.</summary>
internal static partial class MetricsCheck
{
    private const string Subject = "background";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <returns>Nothing where no address is set, or nothing answers there: the site's own line says that.</returns>
    public static async Task<IReadOnlyList<Finding>> OfAsync(Uri? metrics, CancellationToken cancellation)
    {
        if (metrics is null)
        {
            return [];
        }
        using var http = new HttpClient { BaseAddress = metrics, Timeout = Patience };
        try
        {
            return [.. Of(await http.GetStringAsync(MetricsListener.Path, cancellation))];
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return [new(Severity.Warning, Subject, $"nothing is measured at {metrics}: {error.Message}", $"Start the program with the same {Settings.MetricsName}.")];
        }
    }

    /// <summary>What a text of measurements (Prometheus) says.</summary>
    internal static IEnumerable<Finding> Of(string text)
    {
        var down = Services(text, "bordermap_background_down");
        var failures = Services(text, "bordermap_background_failures_total");
        foreach (var (service, count) in failures.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return down.GetValueOrDefault(service) > 0
                ? new(Severity.Failure, Subject, $"{service} is down after {Times(count)}, and waits to be begun again", "See its error in the log.")
                : new(Severity.Warning, Subject, $"{service} runs, with {Times(count)} since the program began", "See its errors in the log.");
        }
        if (failures.Count > 0 && failures.Values.All(count => count == 0))
        {
            yield return new(Severity.Ok, Subject, $"{failures.Count} services, no failure");
        }
    }

    private static string Times(double count) => count == 1 ? "one failure" : string.Create(CultureInfo.InvariantCulture, $"{count} failures");

    private static Dictionary<string, double> Services(string text, string name) => Line().Matches(text).Where(match => match.Groups["name"].Value == name)
        .ToDictionary(match => match.Groups["service"].Value, match => double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex($$"""^(?<name>[a-z_]+)\{{{ProgramMeter.ServiceLabel}}="(?<service>\w+)"\} (?<value>\d+)\r?$""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
