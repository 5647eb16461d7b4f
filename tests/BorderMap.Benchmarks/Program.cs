using BorderMap.Benchmarks;
using BorderMap.Benchmarks.Running;

const string usage = "usage: dotnet run -c Release --project tests/BorderMap.Benchmarks -- resolve|search|reverse|extract|micro|export|import|edit|project|load|scale [--rows N], or serve [--rows N] [--seconds N] [--items ADDRESS] [--tile ADDRESS], or suite [--small] [--json FILE], or synthetic FILE --rows N";
Dictionary<string, (int Rows, Func<int, CancellationToken, Task<Report>> Run)> benchmarks = new()
{
    ["resolve"] = (500, ResolveBenchmark.RunAsync),
    ["search"] = (500, SearchBenchmark.RunAsync),
    ["reverse"] = (500, ReverseBenchmark.RunAsync),
    ["extract"] = (500, ExtractBenchmark.RunAsync),
    ["micro"] = (500, MicroBenchmark.RunAsync),
    ["export"] = (100_000, ExportBenchmark.RunAsync),
    ["import"] = (100_000, ImportBenchmark.RunAsync),
    ["edit"] = (100_000, EditBenchmark.RunAsync),
    ["load"] = (20_000, LoadBenchmark.RunAsync),
    ["scale"] = (200_000, ScaleBenchmark.RunAsync),
    ["project"] = (20_000, ProjectBenchmark.RunAsync),
};
if (args is ["synthetic", var path, "--rows", var asked] && int.TryParse(asked, out var number))
{
    // What the browser's benchmark (tests/bench-map) imports.
    await new SyntheticIncidents(CommittedData.Load(CancellationToken.None), number).WriteAsync(path, CancellationToken.None);
    return 0;
}
var suite = args is ["suite", ..] ? Suite.Read(args[1..]) : null;
var chosen = Chosen();
if (suite is null && chosen is null)
    return Refuse(usage);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    if (suite is not null)
        return await suite.RunAsync(Console.Out, stop.Token) ? 0 : 1;
    Console.Write((await chosen!.Value.Run(stop.Token)).Written($"{args[0]}, {chosen.Value.Rows} rows"));
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return Refuse("stopped");
}

(int Rows, Func<CancellationToken, Task<Report>> Run)? Chosen()
{
    if (args is ["serve", .. var given])
        return ServeBenchmark.Read(given) is { } options ? (options.Rows, cancellation => ServeBenchmark.RunAsync(options, cancellation)) : null;
    if (args is not ([_] or [_, "--rows", _]) || !benchmarks.TryGetValue(args[0], out var one))
        return null;
    var rows = one.Rows;
    return args.Length == 3 && !(int.TryParse(args[2], out rows) && rows >= 100) ? null : (rows, cancellation => one.Run(rows, cancellation));
}

static int Refuse(string words)
{
    Console.Error.WriteLine(words);
    return 2;
}
