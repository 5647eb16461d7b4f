using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>aliases.csv</c>: further names of places, curated by hand, that no source records.</summary>
internal static class AliasRows
{
    private const string Header = "id,names,source";

    /// <summary>Adds each row's names to those of its place.</summary>
    public static void Add(GazetteerFile file, Place[] all, Dictionary<string, int> byId)
    {
        foreach (var (line, cells) in CsvFile.Rows(file, Header))
        {
            var names = Encoding.UTF8.GetBytes(cells[1]);
            if (!byId.TryGetValue(cells[0], out var index))
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
