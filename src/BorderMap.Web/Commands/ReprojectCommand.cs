using System.CommandLine;

namespace BorderMap.Web.Commands;

/// <summary><c>reproject</c>: makes every public row anew.</summary>
public static class ReprojectCommand
{
    public static Command Make(Surroundings surroundings) =>
        new Command("reproject", "Makes every public row anew from its document; what comes out the same stays as it is.").Does(surroundings, async (_, cancellation) =>
        {
            await using var workplace = await Workplace.OpenAsync(surroundings, cancellation);
            var changed = await workplace.Store.ReprojectAsync(new ToldAtOnce<long>(done => surroundings.Say($"{done} incidents looked at")), cancellation);
            surroundings.Say($"{changed} incidents changed in public");
            return CommandLine.Done;
        });
}
