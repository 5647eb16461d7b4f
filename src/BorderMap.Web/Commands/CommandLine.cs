using System.CommandLine;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using BorderMap.PostGis.Backup;
using BorderMap.Web.Commands.Resolving;
using Npgsql;

namespace BorderMap.Web.Commands;

/// <summary>The commands, and how they end: 0 only when a command did what it says.</summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Misused = 2;
    public const int Stopped = 130;

    private const string DefaultCommand = "serve";
    private static readonly string[] AboutItself = ["--help", "-h", "-?", "/?", "/h", "--version"];

    /// <summary>Runs the command that the arguments name; without a name, <c>serve</c>.</summary>
    public static async Task<int> RunAsync(Surroundings surroundings, string[] arguments)
    {
        var named = arguments.Length > 0 && (!arguments[0].StartsWith('-') || AboutItself.Contains(arguments[0]));
        var root = new RootCommand("What is reported to have happened along the Durand Line, where, when, and says who.")
        {
            ServeCommand.Make(surroundings),
            ImportCommand.Make(surroundings),
            ExportCommand.Make(surroundings),
            BackupCommand.Make(surroundings),
            RestoreCommand.Make(surroundings),
            UpgradeCommand.Make(surroundings),
            ResolveCommand.Make(surroundings),
            ExtractCommand.Make(surroundings),
            GazetteerCommand.Make(surroundings),
            ReprojectCommand.Make(surroundings),
            RedactCommand.Make(surroundings),
            UserCommand.Make(surroundings),
            TokenCommand.Make(surroundings),
            DoctorCommand.Make(surroundings),
        };
        var parse = root.Parse(named ? arguments : [DefaultCommand, .. arguments]);
        await using var output = new StreamWriter(surroundings.Out, leaveOpen: true);
        var code = await parse.InvokeAsync(new InvocationConfiguration
        {
            // Help that follows an error is no data.
            Output = parse.Errors.Count > 0 ? surroundings.Error : output,
            Error = surroundings.Error,
            ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
        });
        return parse.Errors.Count > 0 ? Misused : code;
    }

    /// <summary>Sets a command's action; what may go wrong outside the program ends in a sentence on standard error, not in a stack trace.</summary>
    public static Command Does(this Command command, Surroundings surroundings, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (parse, cancellation) =>
        {
            try
            {
                return await action(parse, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                surroundings.Say("stopped before it was done");
                return Stopped;
            }
            catch (Exception error) when (IsOfTheOutside(error))
            {
                surroundings.Say(error is NpgsqlException { InnerException: { } inner } ? $"{error.Message}: {inner.Message}" : error.Message);
                return Failed;
            }
        });
        return command;
    }

    private static bool IsOfTheOutside(Exception error) => error is GazetteerFormatException or TableFormatException or DatabaseSetupException or BackupException
        or NpgsqlException or IOException or UnauthorizedAccessException or TimeoutException;
}
