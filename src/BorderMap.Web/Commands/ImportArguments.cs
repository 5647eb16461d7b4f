using System.CommandLine;
using BorderMap.Incidents;
using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;

namespace BorderMap.Web.Commands;

/// <summary>What <c>import</c> can be told.</summary>
internal sealed class ImportArguments
{
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Check and count, tell what would change, and change nothing." };
    private readonly Option<string?> format = new("--format") { Description = "What the file is, where its content does not tell." };
    private readonly Option<string?> status = new("--as") { Description = "The state of rows that do not say theirs (default draft)." };
    private readonly Option<string?> release = new("--release") { Description = "Which release a UCDP file is, such as 22.1." };
    private readonly Option<FileInfo?> mapping = new("--mapping") { Description = "A JSON file that says which column is which field." };
    private readonly Option<string> badRows = new("--bad-rows") { Description = "stop: one bad row keeps all out (default); skip: the good rows come in, the bad ones are named.", DefaultValueFactory = _ => "stop" };
    private readonly Option<bool> template = new("--template") { Description = "Print an example of the table (CSV), and import nothing." };
    private readonly Option<bool> fields = new("--fields") { Description = "Print what the table's columns mean (CSV), and import nothing." };

    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong([.. Words.All<ImportFormat>()]);
        status.AcceptOnlyFromAmong(Words.Of(IncidentStatus.Draft), Words.Of(IncidentStatus.Published));
        badRows.AcceptOnlyFromAmong("stop", "skip");
        foreach (var option in (Option[])[dryRun, format, status, release, mapping, badRows, template, fields])
        {
            command.Add(option);
        }
    }

    /// <summary>The text that is asked for instead of an import; null: none.</summary>
    public string? Printed(ParseResult parse) => parse.GetValue(template) ? TemplateExample.Text() : parse.GetValue(fields) ? TemplateWriter.Dictionary() : null;

    public bool SkipsBad(ParseResult parse) => parse.GetValue(badRows) == "skip";

    public async Task<(PlanRequest? Request, Problem? Problem)> ReadAsync(ParseResult parse, string path, CancellationToken cancellation)
    {
        ColumnMapping? read = null;
        if (parse.GetValue(mapping) is { } file)
        {
            if (!file.Exists || file.Length > ColumnMapping.MaxBytes)
            {
                return (null, new("no-mapping", "--mapping", file.FullName, file.Exists ? "The mapping is too large." : "There is no such file.", "Name a JSON file; a dry run suggests one."));
            }
            (read, var problem) = ColumnMapping.Read(await File.ReadAllBytesAsync(file.FullName, cancellation));
            if (read is null)
            {
                return (null, problem);
            }
        }
        return (new()
        {
            Format = parse.GetValue(format) is { } named && Words.TryFind<ImportFormat>(named, out var known) ? known : null,
            As = parse.GetValue(status) is { } said && Words.TryFind<IncidentStatus>(said, out var state) ? state : null,
            Release = parse.GetValue(release),
            Mapping = read,
            FileName = Path.GetFileName(path),
            IsDryRun = parse.GetValue(dryRun),
        }, null);
    }
}
