using System.Text;
using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests.Importing;

/// <summary>Short ways to read texts as files.</summary>
internal static class Files
{
    public static readonly Actor[] Known =
    [
        new() { Id = "pak-state", Name = "Government of Pakistan", Kind = ActorKind.State, Country = "PK" },
        new() { Id = "ttp", Name = "Tehrik-i-Taliban Pakistan", Kind = ActorKind.NonState, Aliases = ["TTP"] },
    ];

    public static async Task<List<FileRow>> ReadAsync(string text, ReadingPlan plan)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var rows = new List<FileRow>();
        await foreach (var row in ImportReader.ReadAsync(stream, plan, Repository.Atlas, new ActorBook(Known), TestContext.Current.CancellationToken))
            rows.Add(row);
        return rows;
    }

    public static async Task<Incident> IncidentAsync(string text, ReadingPlan plan)
    {
        var rows = await ReadAsync(text, plan);
        Assert.Empty(rows.Select(row => row.Problem).OfType<Problem>());
        return Assert.Single(rows.Select(row => row.Incident).OfType<Incident>());
    }

    public static async Task<List<Problem>> ProblemsAsync(string text, ReadingPlan plan) =>
        [.. (await ReadAsync(text, plan)).Where(row => row.Problem is not null).Select(row => row.Problem! with { Field = $"{row.Name}: {row.Problem!.Field}" })];

    public static Recognition Recognise(string text) => Recognition.Of(Encoding.UTF8.GetBytes(text), isWhole: true);

    /// <summary>A table of one row from columns and cells.</summary>
    public static string Table(params (string Column, string Cell)[] cells) =>
        string.Join(',', cells.Select(cell => cell.Column)) + "\n" + string.Join(',', cells.Select(cell => $"\"{cell.Cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n";

    /// <summary>The cells with some of them replaced or added.</summary>
    public static (string Column, string Cell)[] With(this (string Column, string Cell)[] cells, params (string Column, string Cell)[] others) =>
        [.. cells.Where(cell => others.All(other => other.Column != cell.Column)), .. others];
}
