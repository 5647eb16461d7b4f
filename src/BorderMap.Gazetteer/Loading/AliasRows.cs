using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>aliases.csv</c>: further names of places, curated by hand, that no source records.</summary>
internal static class AliasRows
{
    private const string Header = "id,names,source";

    /// <summary>Adds each row's names to those of its place.</summary>
    public static void Add(GazetteerFile file, Place[] all)
    {
        var rows = CsvFile.Rows(file, Header).ToList();
        var wanted = rows.Select(row => row.Cells[0]).ToHashSet(StringComparer.Ordinal);
        var places = Enumerable.Range(0, all.Length).Where(i => wanted.Contains(all[i].Id)).ToDictionary(i => all[i].Id);
        foreach (var (line, cells) in rows)
        {
            var names = Encoding.UTF8.GetBytes(cells[1]);
            if (!places.TryGetValue(cells[0], out var index))
            {
                throw new GazetteerFormatException(file.Name, line, $"{cells[0]} is no place of the gazetteer");
            }
            if (RecordedNames.FaultOfAny(names) is { } fault)
            {
                throw new GazetteerFormatException(file.Name, line, fault);
            }
            all[index] = all[index] with { Names = ((RecordedNames)all[index].Names).With(names) };
        }
    }
}
