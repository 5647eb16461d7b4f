namespace BorderMap.Gazetteer.Build.Reading;

/// <summary>Step: reads the four Who's On First extracts.</summary>
internal static class ReadEntries
{
    private static readonly string[] Files =
        ["wof-af-admin.geojsonl.gz", "wof-pk-admin.geojsonl.gz", "wof-af-localities.geojsonl.gz", "wof-pk-localities.geojsonl.gz"];

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        foreach (var file in Files)
        {
            foreach (var entry in WhosOnFirstReader.Read(state.RawFile(file), cancellation))
            {
                state.Entries[entry.Id] = entry;
            }
        }
        state.Report.Add("entries read", state.Entries.Count);
    }
}
