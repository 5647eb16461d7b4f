using System.CommandLine;
using BorderMap.PostGis.Backup;

namespace BorderMap.Web.Commands;

/// <summary><c>restore FILE</c>: a backup comes back, all or nothing.</summary>
public static class RestoreCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file that backup wrote." };
        var replace = new Option<bool>("--replace") { Description = "Put it in place of what the database holds, which is then gone." };
        var command = new Command("restore", "Brings a backup back into an empty database: all of it or nothing.") { file, replace };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var path = parse.GetRequiredValue(file).FullName;
            if (!File.Exists(path))
            {
                surroundings.Say($"there is no file {path}");
                return CommandLine.Failed;
            }
            BackupManifest manifest;
            using (var loggers = surroundings.Loggers())
            {
                await using var database = await Workplace.OpenDatabaseAsync(surroundings, loggers, cancellation);
                surroundings.Say("checking and reading the backup");
                manifest = await DatabaseRestore.ReadAsync(database, path, parse.GetValue(replace), surroundings.Time, cancellation);
            }
            // Places, and public rows where rules or gazetteer are newer than the backup.
            await using var workplace = await Workplace.OpenAsync(surroundings, cancellation);
            surroundings.Say($"restored as of {manifest.At:yyyy-MM-dd HH:mm:ss} UTC: {manifest.Rows["document"]} documents, public sequence {manifest.Pub}");
            return CommandLine.Done;
        });
    }
}
