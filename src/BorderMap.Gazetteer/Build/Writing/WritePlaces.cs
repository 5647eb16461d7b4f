using System.Globalization;

namespace BorderMap.Gazetteer.Build.Writing;

/// <summary>Step: writes <c>admin.tsv</c>, <c>localities-af.tsv</c>, <c>localities-pk.tsv</c> and <c>successors.tsv</c>.</summary>
internal static class WritePlaces
{
    private const string Header = "id\tkind\tname\tcountry\tprovince\tdistrict\tlon\tlat\tradius_m\tnames";

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        Write(state, "admin.tsv", e => e.Kind != PlaceKind.Locality, cancellation);
        Write(state, "localities-af.tsv", e => e is { Kind: PlaceKind.Locality, Country: "AF" }, cancellation);
        Write(state, "localities-pk.tsv", e => e is { Kind: PlaceKind.Locality, Country: "PK" }, cancellation);
        TextFile.Write(state.GazetteerFile("successors.tsv"),
            state.Successors.Select(pair => $"{pair.Key}\t{pair.Value.Id}\t{pair.Value.Reason}").Prepend("old_id\tnew_id\treason"));
    }

    private static void Write(BuildState state, string file, Func<Entry, bool> belongs, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TextFile.Write(state.GazetteerFile(file), state.Entries.Values.Where(belongs).Select(Row).Prepend(Header));
    }

    internal static string Row(Entry e) => string.Join('\t',
        e.Id, e.Kind.ToString().ToLowerInvariant(), e.Name, e.Country, e.ProvinceId, e.DistrictId, Degrees(e.Lon), Degrees(e.Lat), e.RadiusM,
        string.Join('|', e.Names.Select(Name)));

    /// <summary>Five decimals: about one metre.</summary>
    private static string Degrees(double value) => Math.Round(value, 5).ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Name(EntryName name) => name.Language + (name.Rank switch
    {
        NameRank.Preferred => '*',
        NameRank.Variant => '+',
        NameRank.Colloquial => '~',
        _ => throw new InvalidOperationException($"no mark for {name.Rank}"),
    }) + name.Text;
}
