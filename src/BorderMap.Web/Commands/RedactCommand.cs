using System.CommandLine;
using BorderMap.PostGis;

namespace BorderMap.Web.Commands;

/// <summary><c>redact ID</c>: erases an incident from all versions.</summary>
public static class RedactCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var id = new Argument<string>("ID") { Description = "The incident's id, i-…" };
        var reason = new Option<string>("--reason") { Description = "Why; kept in the audit trail.", Required = true };
        var command = new Command("redact", "Erases an incident from all versions, public and private. This cannot be undone.") { id, reason };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            await using var workplace = await Workplace.OpenAsync(surroundings, cancellation);
            var result = await workplace.Store.RedactAsync(parse.GetRequiredValue(id), parse.GetRequiredValue(reason), surroundings.Operator, cancellation);
            surroundings.Say(result switch
            {
                SaveResult.Saved => "redacted from all versions",
                SaveResult.Missing => "there is no such incident: nothing was redacted",
                SaveResult.Busy => "another writer holds the database: nothing was redacted, try again",
                _ => "nothing was redacted",
            });
            return result is SaveResult.Saved ? CommandLine.Done : CommandLine.Failed;
        });
    }
}
