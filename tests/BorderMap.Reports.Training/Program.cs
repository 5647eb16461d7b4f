using BorderMap.Gazetteer;
using BorderMap.Reports.Tests.Scoring;
using BorderMap.Reports.Training;

// Learns the weights of data/reports from the annotated texts of the tests, tries them on texts held out in turn, and writes them.
// usage: from the root of the repository, dotnet run --project tests/BorderMap.Reports.Training -c Release
const string Data = "data", Articles = "tests/BorderMap.Reports.Tests/Articles";
if (!Directory.Exists(Articles))
{
    Console.Error.WriteLine($"{Articles} is not here; run this from the root of the repository.");
    return 1;
}
IReadOnlyList<string> folders = ["learning", "unseen", "sentences"];
var articles = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Articles, folder), "*.txt").Order(StringComparer.Ordinal)).SelectMany(Article.ReadAll).ToList();
var course = new Course(Atlas.Load(Data, CancellationToken.None), articles);
course.Try(args.FirstOrDefault(), Console.Out);
course.Write(Path.Combine(Data, "reports"));
return 0;
