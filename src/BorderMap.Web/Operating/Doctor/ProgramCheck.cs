using BorderMap.Gazetteer;

namespace BorderMap.Web.Operating.Doctor;

/// <summary>What the program is installed with.</summary>
internal static class ProgramCheck
{
    private static readonly string[] Files = ["wwwroot/index.html", "wwwroot/lib/leaflet/leaflet.js", "data/vocabulary/kinds.json", "data/basemap/line.json"];

    public static IEnumerable<Finding> Of(ContentRoot content, CancellationToken cancellation)
    {
        var missing = Files.Where(file => !File.Exists(Path.Combine(content.Folder, file))).ToList();
        yield return missing.Count == 0
            ? new(Severity.Ok, "files", content.Folder)
            : new(Severity.Failure, "files", $"{string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing below {content.Folder}", "Install the program again, with ./run or from a release.");
        yield return Gazetteer(content, cancellation);
    }

    private static Finding Gazetteer(ContentRoot content, CancellationToken cancellation)
    {
        try
        {
            return new(Severity.Ok, "gazetteer", $"{Atlas.Load(content.Data, cancellation).Places.All.Count} places");
        }
        catch (Exception error) when (error is GazetteerFormatException or IOException)
        {
            return new(Severity.Failure, "gazetteer", error.Message, "Take data/gazetteer from the release again.");
        }
    }
}
