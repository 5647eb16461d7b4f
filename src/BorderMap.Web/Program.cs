using BorderMap.Web;
using BorderMap.Web.Commands;
using BorderMap.Web.Commands.Resolving;

// BorderMap: the commands are in Commands/, the routes in Endpoints/ and Pages/, the stages of a request in App.cs.
var content = ContentRoot.Find(AppContext.BaseDirectory);
var (settings, problems) = Settings.Read(Environment.GetEnvironmentVariable, content.Folder);
foreach (var problem in problems)
{
    Console.Error.WriteLine($"{problem.Field}={problem.Value}: {problem.Message} {problem.Fix}");
}
if (problems.Count > 0)
{
    return CommandLine.Misused;
}
await using var output = Console.OpenStandardOutput();
using var input = ResolveTask.Utf8(Console.OpenStandardInput());
return await CommandLine.RunAsync(new Surroundings(settings, content, TimeProvider.System, input, output, Console.Error), args);
