using BorderMap.Web;
using BorderMap.Web.Commands;

// BorderMap: the commands are in Commands/, the routes in Endpoints/ and Pages/, the stages of a request in App.cs.
var content = ContentRoot.Find(AppContext.BaseDirectory);
var (settings, problems) = Settings.Read(Environment.GetEnvironmentVariable, content.Folder);
foreach (var problem in problems)
{
    Console.Error.WriteLine($"{problem.Field}={problem.Value}: {problem.Message} {problem.Fix}");
}
return problems.Count > 0
    ? CommandLine.Misused
    : await CommandLine.RunAsync(new Surroundings(settings, content, TimeProvider.System, Console.In, Console.Out, Console.Error), args);
