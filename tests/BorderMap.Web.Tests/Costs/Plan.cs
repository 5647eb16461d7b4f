using System.Text.Json;
using System.Text.RegularExpressions;

namespace BorderMap.Web.Tests.Costs;

/// <summary>How PostgreSQL came by the rows of a statement, as it ran.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Scans">Each part that reads a table.</param>
/// <param name="Returned">The rows that came of it.</param>
public sealed partial record Plan(string Statement, IReadOnlyList<PlanScan> Scans, double Returned)
{
    private const string Incidents = "public_incident";

    /// <summary>Whether it reads what public incidents there are, by one of their tables.</summary>
    public bool ReadsPublic => Scans.Any(scan => scan.Table.StartsWith(Incidents, StringComparison.Ordinal));

    /// <summary>Whether it walks through a whole table of public incidents.</summary>
    public bool WalksAll => Scans.Any(scan => scan.Kind == "Seq Scan" && scan.Table.StartsWith(Incidents, StringComparison.Ordinal));

    /// <summary>Rows of public incidents that were looked at, those that were then left out too.</summary>
    public double Looked => Scans.Where(scan => scan.Table.StartsWith(Incidents, StringComparison.Ordinal)).Sum(scan => scan.Rows);

    public override string ToString() => $"{Looked} looked at for {Returned} by {string.Join(", ", Scans.Select(scan => $"{scan.Kind} of {scan.Table}: {scan.Rows}"))}: {Spaces().Replace(Statement, " ")}";

    /// <summary>The plans of a log of <c>auto_explain</c> in JSON.</summary>
    public static IEnumerable<Plan> Read(string log) => Entry().Matches(log).Select(entry =>
    {
        using var json = JsonDocument.Parse(entry.Groups[1].Value);
        var root = json.RootElement.GetProperty("Plan");
        return new Plan(json.RootElement.GetProperty("Query Text").GetString()!, [.. ScansOf(root)], Number(root, "Actual Rows"));
    });

    private static IEnumerable<PlanScan> ScansOf(JsonElement node)
    {
        if (node.TryGetProperty("Relation Name", out var table))
        {
            var looked = Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck");
            yield return new PlanScan(node.GetProperty("Node Type").GetString()!, table.GetString()!, looked * Number(node, "Actual Loops"));
        }
        foreach (var scan in node.TryGetProperty("Plans", out var parts) ? parts.EnumerateArray().SelectMany(ScansOf) : [])
        {
            yield return scan;
        }
    }

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    [GeneratedRegex(@"plan:\r?\n(\t?\{.*?^\t?\})", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>A part of a plan that reads a table.</summary>
/// <param name="Kind">As PostgreSQL calls it.</param>
/// <param name="Table">The table.</param>
/// <param name="Rows">Rows looked at.</param>
public sealed record PlanScan(string Kind, string Table, double Rows);
