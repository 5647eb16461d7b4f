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
var articles = Of("learning").Concat(Of("unseen")).Concat(Of("sentences")).ToList();
var course = new Course(Atlas.Load(Data, CancellationToken.None), articles);
course.Try(args.FirstOrDefault(), Console.Out);
course.Write(Path.Combine(Data, "reports"), Of("heldback"));
return 0;

static IEnumerable<Article> Of(string folder) => Directory.EnumerateFiles(Path.Combine(Articles, folder), "*.txt").Order(StringComparer.Ordinal).SelectMany(Article.ReadAll);
