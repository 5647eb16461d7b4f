using System.Security.Cryptography;
using System.Text;
using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Index;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads the files of <c>data/gazetteer</c> and builds the atlas; what does not depend on each other runs side by side.</summary>
internal static class AtlasReader
{
    private static readonly string[] PlaceFiles = ["admin.tsv", "localities-af.tsv", "localities-pk.tsv"];

    public static Atlas Read(string dataFolder, CancellationToken cancellation)
    {
        var folder = Path.Combine(dataFolder, "gazetteer");
        GazetteerFile Open(string name) => GazetteerFile.Read(folder, name, cancellation);

        var placeFiles = Array.ConvertAll(PlaceFiles, Open);
        var (crossingFile, districtFile, areaFile) = (Open("crossings.csv"), Open("new-districts.csv"), Open("areas.csv"));
        var (aliasFile, datedFile, lifespanFile, parentFile) = (Open("aliases.csv"), Open("dated-names.csv"), Open("lifespans.csv"), Open("former-parents.csv"));
        var (successorFile, boundaryFile) = (Open("successors.tsv"), Open("boundaries.tsv"));
        var (lineFile, spineFile) = (Open("durand-line.tsv"), Open("durand-spine.tsv"));
        var ruleFiles = Array.ConvertAll(FoldingRules.Files, name => Open($"rules/{name}"));
        var weightFile = Open($"rules/{Weights.File}");

        var version = Task.Run(() => VersionOf(
            [.. placeFiles, crossingFile, districtFile, areaFile, aliasFile, datedFile, lifespanFile, parentFile, successorFile, boundaryFile, lineFile, spineFile, weightFile, .. ruleFiles]), cancellation);
        var boundaries = Task.Run(() => BoundaryRows.Read(boundaryFile), cancellation);
        var rules = FoldingRules.Read(ruleFiles);
        var weights = Weights.Read(weightFile);

        GazetteerFile[] allFiles = [.. placeFiles, crossingFile, districtFile, areaFile];
        var all = ReadPlaces(placeFiles, crossingFile, districtFile, areaFile);
        var byId = IndexIds(all, allFiles);
        AliasRows.Add(aliasFile, datedFile, all, byId);
        HistoryRows.Add(lifespanFile, parentFile, all, byId);
        NewDistrictRows.Settle(districtFile, all, byId);
        var names = Task.Run(() => NameIndexBuilder.Build(all, rules, cancellation), cancellation);
        var places = new Places(all, byId, SuccessorRows.Read(successorFile, byId), Await(boundaries), AreaRows.Extents(areaFile, all, byId));
        PlaceCrossings(places, all);
        AreaRows.Settle(places, all);
        var detailed = LineRows.ReadLine(lineFile);
        var line = new DurandLine(detailed, LineRows.ReadPositions(spineFile, detailed), (lon, lat) => places.DistrictAt(lon, lat)?.Country);
        var (prominence, nearness) = Prominence.Of(all, line);
        return new Atlas(places, new PlaceResolver(all, places, Await(names), prominence, nearness, line, weights), line, Await(version));
    }

    private static Place[] ReadPlaces(GazetteerFile[] files, GazetteerFile crossings, GazetteerFile districts, GazetteerFile areas)
    {
        var read = Array.ConvertAll(files, file => Task.Run(() => PlaceRows.Read(file)));
        return [.. read.SelectMany(Await), .. CrossingRows.Read(crossings), .. NewDistrictRows.Read(districts), .. AreaRows.Read(areas)];
    }

    /// <summary>Numbers every place by its id, and checks that the province and district it names exist.</summary>
    private static Dictionary<string, int> IndexIds(Place[] all, GazetteerFile[] files)
    {
        var byId = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        for (var i = 0; i < all.Length; i++)
        {
            if (!byId.TryAdd(all[i].Id, i))
            {
                throw Broken(i, $"the id {all[i].Id} stands twice");
            }
        }
        for (var i = 0; i < all.Length; i++)
        {
            CheckParent(i, all[i].ProvinceId, PlaceKind.Province);
            CheckParent(i, all[i].DistrictId, PlaceKind.District);
        }
        return byId;

        void CheckParent(int index, string? id, PlaceKind kind)
        {
            if (id is not null && !(byId.TryGetValue(id, out var parent) && all[parent].Kind == kind))
            {
                throw Broken(index, $"{all[index].Id} lies in {id}, which is no {kind.ToString().ToLowerInvariant()} of the gazetteer");
            }
        }

        GazetteerFormatException Broken(int index, string reason)
        {
            var (file, row) = RowOf(index, files);
            return new GazetteerFormatException(file, row, reason);
        }
    }

    /// <summary>The file and line that a place was read from; places stand in the order of the files, one a line below the header.</summary>
    private static (string File, int Line) RowOf(int index, GazetteerFile[] files)
    {
        foreach (var file in files[..^1])
        {
            var rows = file.Bytes.AsSpan().TrimEnd((byte)'\n').Count((byte)'\n');
            if (index < rows)
            {
                return (file.Name, index + 2);
            }
            index -= rows;
        }
        return (files[^1].Name, index + 2);
    }

    /// <summary>Gives each crossing the province and district of its country that its position lies in, or is nearest to.</summary>
    private static void PlaceCrossings(Places places, Place[] all)
    {
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] is { Kind: PlaceKind.Crossing } crossing)
            {
                var district = places.NearestDistrict(crossing.Lon, crossing.Lat, crossing.Country);
                all[i] = crossing with { DistrictId = district?.Id, ProvinceId = district?.ProvinceId };
            }
        }
    }

    private static string VersionOf(GazetteerFile[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Bytes.Length}\n"));
            hash.AppendData(file.Bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static T Await<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
