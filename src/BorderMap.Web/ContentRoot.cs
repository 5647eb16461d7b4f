namespace BorderMap.Web;

/// <summary>Where <c>data/</c> and <c>wwwroot/</c> are: in a checkout its own folders, so that an edit shows at once; else the copies beside the program.</summary>
public sealed record ContentRoot(string Folder)
{
    public string Data => Path.Combine(Folder, "data");
    public string WebRoot => Path.Combine(Folder, "wwwroot");
    public string CsvColumns => Path.Combine(Data, "vocabulary", "csv-columns.tsv");
    public string StarterFile => Path.Combine(Data, "incidents", "starter.json");

    /// <summary>The checkout that holds the program, or the program's own folder.</summary>
    public static ContentRoot Find(string programFolder)
    {
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BorderMap.sln")))
            {
                return new ContentRoot(folder.FullName);
            }
        }
        return new ContentRoot(Path.GetFullPath(programFolder));
    }
}
