using BorderMap.Gazetteer.Build.BaseMap;
using BorderMap.Gazetteer.Build.Boundaries;
using BorderMap.Gazetteer.Build.Hierarchy;
using BorderMap.Gazetteer.Build.Lifecycle;
using BorderMap.Gazetteer.Build.Names;
using BorderMap.Gazetteer.Build.Reading;
using BorderMap.Gazetteer.Build.Writing;

namespace BorderMap.Gazetteer.Build;

/// <summary>Turns the raw extracts into the gazetteer's own compact files. The same input gives the same bytes.</summary>
public static class GazetteerBuild
{
    /// <summary>The whole build, in order.</summary>
    private static readonly IReadOnlyList<(string Says, Action<BuildState, CancellationToken> Do)> Steps =
    [
        ("reading Who's On First", ReadEntries.Do),
        ("reading the Durand Line", ReadDurandLine.Do),
        ("leading dead entries to their successors", FollowSuccessors.Do),
        ("merging duplicates", MergeDuplicates.Do),
        ("finding the province of each district", ParentDistricts.Do),
        ("drawing boundaries", DrawBoundaries.Do),
        ("placing points inside boundaries", PlacePoints.Do),
        ("settling the country of each locality", SettleCountries.Do),
        ("finding the district of each locality", ParentLocalities.Do),
        ("sizing towns", SizeTowns.Do),
        ("telling frontier regions from their neighbours", NameFrontierRegions.Do),
        ("dropping the names of other places", DropWrongAliases.Do),
        ("dropping names copied among namesakes", DropCopiedNames.Do),
        ("dropping translations of another meaning", DropTranslations.Do),
        ("choosing the names shown", ShowNames.Do),
        ("ordering names", OrderNames.Do),
        ("writing places", WritePlaces.Do),
        ("writing boundaries", WriteBoundaries.Do),
        ("writing the Durand Line", WriteDurandLine.Do),
        ("writing the base map: countries, provinces, districts, line", DrawUnits.Do),
        ("writing the base map: disputed areas, water", DrawNaturalEarth.Do),
        ("writing the base map: towns", DrawTowns.Do),
        ("writing the base map: crossings", DrawCrossings.Do),
        ("writing the base map: landmarks along the line", DrawLandmarks.Do),
    ];

    /// <param name="fromFolder">The folder with the raw extracts.</param>
    /// <param name="dataFolder">The folder that receives <c>gazetteer/</c> and <c>basemap/</c>; it holds what is written by hand already:
    /// <c>gazetteer/crossings.csv</c> and <c>gazetteer/rules/build</c>.</param>
    /// <param name="progress">Receives a line for each step, then the counts of each rule.</param>
    /// <param name="cancellation">Stops the build; files of steps that are done stay.</param>
    /// <exception cref="GazetteerFormatException">A raw file holds something that cannot be used: file, line, reason.</exception>
    /// <exception cref="IOException">A raw file is missing or a target cannot be written.</exception>
    public static void Run(string fromFolder, string dataFolder, TextWriter progress, CancellationToken cancellation = default)
    {
        var state = new BuildState(fromFolder, dataFolder);
        for (var i = 0; i < Steps.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.WriteLine($"[{i + 1}/{Steps.Count}] {Steps[i].Says}");
            Steps[i].Do(state, cancellation);
        }
        foreach (var (rule, count) in state.Report.Counts)
        {
            progress.WriteLine($"{count,8}  {rule}");
        }
    }
}
