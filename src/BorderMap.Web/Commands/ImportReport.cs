using System.Text;
using BorderMap.Incidents;
using BorderMap.PostGis;

namespace BorderMap.Web.Commands;

/// <summary>Tells what an import did, or would do: changes on standard output, a line each; problems and counts on standard error.</summary>
internal static class ImportReport
{
    public static async Task WriteAsync(Surroundings surroundings, ImportOptions import, ImportResult result, CancellationToken cancellation)
    {
        var lines = new StringBuilder();
        foreach (var change in result.Changes.Where(change => !change.IsNew || import.DryRun))
        {
            lines.Append(Line(change)).Append('\n');
        }
        await surroundings.Out.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), cancellation);
        foreach (var problem in result.Problems)
        {
            surroundings.Say(Words(problem));
        }
        if (result.ProblemCount > result.Problems.Count)
        {
            surroundings.Say($"and {result.ProblemCount - result.Problems.Count} problems more");
        }
        if (result.ProblemCount > 0)
        {
            surroundings.Say($"{result.ProblemCount} problems in {result.Rejected} rows{(import.SkipBad && !result.IsHopeless ? ", which were left out" : ": nothing was imported")}");
        }
        if (result.ProblemCount == 0 || (import.SkipBad && !result.IsHopeless))
        {
            surroundings.Say($"{(import.DryRun ? "dry run: " : "")}{result.Added} added, {result.Updated} updated, {result.Unchanged} unchanged, of these incidents {result.Incidents.Added}, {result.Incidents.Updated} and {result.Incidents.Unchanged}; public sequence {result.Pub}");
        }
        if (result.Waiting > 0)
        {
            surroundings.Say($"{result.Waiting} wait as drafts: their place is ambiguous or unknown, or their figures contradict one another; their notes say what a person has to choose from");
        }
        if (result.Elsewhere > 0)
        {
            surroundings.Say($"{result.Elsewhere} rows of other countries were passed over");
        }
    }

    public static string Words(Problem problem) =>
        $"{problem.Field}: {problem.Message}{(problem.Value is { } value ? $" Given: {value}." : "")} {problem.Fix}";

    // added  line 2  acled:AFG1  Shelling at …
    private static string Line(ImportedChange change) => string.Join('\t', new[]
    {
        change.IsNew ? "added" : "updated", change.Row, change.Key ?? change.Id, change.Title,
        change.Fields.Count > 0 ? $"changed: {string.Join(", ", change.Fields)}" : "",
        change.Kept.Count > 0 ? $"kept as edited: {string.Join(", ", change.Kept)}" : "",
    }.Where(part => part.Length > 0));
}
