using System.CommandLine;
using BorderMap.PostGis.Cluster;

namespace BorderMap.Web.Commands;

/// <summary><c>upgrade</c>: the private cluster moves to the newest PostgreSQL that is installed.</summary>
public static class UpgradeCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var command = new Command("upgrade", "Moves the private cluster to the newest PostgreSQL that is installed, by a dump; the old data stay beside it.");
        return command.Does(surroundings, async (_, cancellation) =>
        {
            if (surroundings.Settings.Database is not null)
            {
                surroundings.Say($"{Settings.DatabaseName} names a database of its own: upgrade that one by its own means (pg_upgrade, or backup and restore)");
                return CommandLine.Failed;
            }
            using (var loggers = surroundings.Loggers())
            {
                if (await ClusterUpgrade.RunAsync(surroundings.Settings.Home, loggers, surroundings.Time, cancellation) is not { } done)
                {
                    surroundings.Say("nothing to move: there are no data, or the newest PostgreSQL that is installed made them");
                    return CommandLine.Done;
                }
                surroundings.Say($"moved from PostgreSQL {done.From} to {done.To}; the old data lie in {done.Old}, a backup in {done.Backup}: delete both when all is well");
            }
            // Places, which a backup leaves out.
            await using var workplace = await Workplace.OpenAsync(surroundings, cancellation);
            return CommandLine.Done;
        });
    }
}
