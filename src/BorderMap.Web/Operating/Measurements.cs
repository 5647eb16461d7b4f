using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace BorderMap.Web.Operating;

/// <summary>
/// Gathers what the program, its web server, its runtime and its database connections measure of themselves, and writes it as Prometheus text.
/// Of the labels only those with few values are kept: no address, no query, nobody's name.
/// </summary>
public sealed class Measurements : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly string[] Meters = [ProgramMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime"];
    private static readonly string[] Labels = ["http.route", "http.request.method", "http.response.status_code", "gc.heap.generation", "db.client.connection.state", "error.type", ProgramMeter.ServiceLabel];
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly Dictionary<string, string> Units = new() { ["s"] = "_seconds", ["By"] = "_bytes", ["ms"] = "_milliseconds" };

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> found = new();
    private readonly Lock writing = new();

    public Measurements()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Add(instrument, value, labels));
        listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Add(instrument, value, labels));
        listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Add(instrument, value, labels));
        listener.Start();
    }

    /// <summary>All of them, as they are now.</summary>
    public string Write()
    {
        lock (writing)
        {
            foreach (var (_, series) in found.Where(pair => pair.Key.Instrument.IsObservable))
            {
                series.Clear();
            }
            listener.RecordObservableInstruments();
            var text = new StringBuilder();
            foreach (var group in found.GroupBy(pair => pair.Key.Instrument).OrderBy(group => NameOf(group.Key), StringComparer.Ordinal))
            {
                Write(text, group.Key, group.Select(pair => (pair.Key.Labels, pair.Value)).OrderBy(pair => pair.Labels, StringComparer.Ordinal));
            }
            return text.ToString();
        }
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        found.GetOrAdd((instrument, TextOf(labels)), static key => new Series(IsHistogram(key.Instrument) ? Seconds : [])).Add(value);

    private static void Write(StringBuilder text, Instrument instrument, IEnumerable<(string Labels, Series Series)> all)
    {
        var (name, isHistogram) = (NameOf(instrument), IsHistogram(instrument));
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description?.Replace('\n', ' ')}\n# TYPE {name} {(isHistogram ? "histogram" : IsTotal(instrument) ? "counter" : "gauge")}\n");
        foreach (var (labels, series) in all)
        {
            var (sum, count, buckets) = series.Read();
            if (!isHistogram)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{Braced(labels)} {sum:R}\n");
                continue;
            }
            foreach (var (bound, inBucket) in Seconds.Zip(buckets))
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braced($"{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound:R}\"")} {inBucket}\n");
            }
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braced($"{labels}{(labels.Length > 0 ? "," : "")}le=\"+Inf\"")} {count}\n{name}_sum{Braced(labels)} {sum:R}\n{name}_count{Braced(labels)} {count}\n");
        }
    }

    private static string TextOf(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            if (Labels.Contains(name))
            {
                text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? "," : "")}{Plain(name)}=\"{$"{value}".Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
            }
        }
        return text.ToString();
    }

    private static string Braced(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static string NameOf(Instrument instrument) => $"{Plain(instrument.Name)}{Units.GetValueOrDefault(instrument.Unit ?? "")}{(IsTotal(instrument) ? "_total" : "")}";

    private static string Plain(string name) => name.Replace('.', '_').Replace('-', '_');

    private static bool IsHistogram(Instrument instrument) => TypeOf(instrument) == typeof(Histogram<>);

    private static bool IsTotal(Instrument instrument) => TypeOf(instrument) == typeof(Counter<>) || TypeOf(instrument) == typeof(ObservableCounter<>);

    private static Type TypeOf(Instrument instrument) => instrument.GetType().GetGenericTypeDefinition();
}
