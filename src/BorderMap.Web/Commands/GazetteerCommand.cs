using System.CommandLine;
using BorderMap.Gazetteer.Build;

namespace BorderMap.Web.Commands;

/// <summary><c>gazetteer build</c>: raw extracts to BorderMap's own compact files. Needs no database.</summary>
public static class GazetteerCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var from = new Option<DirectoryInfo>("--from") { Description = "The folder with the raw extracts.", Required = true };
        var to = new Option<DirectoryInfo?>("--to") { Description = "The folder that receives gazetteer/ and basemap/ (default: data/)." };
        var build = new Command("build", "Reads the raw extracts and writes the gazetteer's files; the same input gives the same bytes.") { from, to };
        build.Does(surroundings, (parse, cancellation) =>
        {
            var source = parse.GetRequiredValue(from);
            if (!source.Exists)
            {
                surroundings.Say($"there is no folder {source.FullName}");
                return Task.FromResult(CommandLine.Failed);
            }
            var target = parse.GetValue(to)?.FullName ?? surroundings.Content.Data;
            GazetteerBuild.Run(source.FullName, target, surroundings.Error, cancellation);
            surroundings.Say($"written below {target}");
            return Task.FromResult(CommandLine.Done);
        });
        return new Command("gazetteer", "Makes the gazetteer's files.") { build };
    }
}
