using System.CommandLine;
using BorderMap.PostGis.Backup;

namespace BorderMap.Web.Commands;

/// <summary><c>backup FILE</c>: the whole database in one file.</summary>
public static class BackupCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to write; one of that name is replaced when the new one is whole." };
        var command = new Command("backup", "Writes the whole database, the private part too, to one file with checksums.") { file };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var path = parse.GetRequiredValue(file).FullName;
            using var loggers = surroundings.Loggers();
            await using var database = await Workplace.OpenDatabaseAsync(surroundings, loggers, cancellation);
            var manifest = await DatabaseBackup.WriteAsync(database, path, surroundings.Time, cancellation);
            surroundings.Say($"{manifest.Rows["document"]} documents, public sequence {manifest.Pub}, {manifest.Bytes} bytes written to {path}; keep it as you keep the database: it holds what is not public");
            return CommandLine.Done;
        });
    }
}
