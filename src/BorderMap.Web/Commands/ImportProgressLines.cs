using System.Diagnostics;
using BorderMap.PostGis;

namespace BorderMap.Web.Commands;

/// <summary>Tells an import's progress on standard error, at most once a second.</summary>
internal sealed class ImportProgressLines(Surroundings surroundings) : IProgress<ImportProgress>
{
    private readonly Stopwatch since = Stopwatch.StartNew();
    private string stage = "reading";

    public void Report(ImportProgress value)
    {
        if (value.Stage != stage)
        {
            surroundings.Say($"{value.Rows} rows staged; {value.Stage}");
            stage = value.Stage;
        }
        else if (since.ElapsedMilliseconds >= 1000)
        {
            since.Restart();
            surroundings.Say($"{value.Stage}: {value.Rows} rows{(value.OfBytes > 0 ? $", {100 * value.Bytes / value.OfBytes} % of the file" : "")}");
        }
    }
}
