using System.Globalization;
using BorderMap.Incidents;
using BorderMap.PostGis.Features;
using BorderMap.Web.Http;
using BorderMap.Web.Ogc;
using Microsoft.AspNetCore.Routing;

namespace BorderMap.Web.Tests.DoNoHarm;

/// <summary>One question over HTTP.</summary>
internal sealed record Probe(HttpMethod Method, string Address, string? Body);

/// <summary>Random questions of somebody who guesses at the secrets: near them, at their places, days, kinds, actors, ids and words, now and as of any moment.</summary>
internal sealed class Probes(Secrets secrets, int seed)
{
    private static readonly string[] Kinds = ["shelling", "armed_clash", "airstrike", "combat", "air"];
    private readonly Random random = new(seed);
    private Dictionary<string, string> tile = [];

    public IncidentFilter Filter(long pub)
    {
        var (filter, problems) = IncidentFilter.Parse(Query(pub));
        return filter ?? throw new InvalidOperationException(problems[0].Message);
    }

    /// <summary>One to four criteria, as the address has them.</summary>
    public List<KeyValuePair<string, string>> Query(long pub)
    {
        var names = FilterNames.All.Where(name => name is not (FilterNames.PlaceMatch or FilterNames.TimeMatch or FilterNames.FilterLang)).ToArray();
        random.Shuffle(names);
        var query = names.Take(random.Next(1, 5)).Select(name => KeyValuePair.Create(name, Value(name, pub))).ToList();
        if (query.Exists(pair => pair.Key == FilterNames.Bbox))
            query.Add(new(FilterNames.PlaceMatch, One("point", "possible", "certain")));
        if (query.Exists(pair => pair.Key == FilterNames.Datetime))
            query.Add(new(FilterNames.TimeMatch, One("possible", "certain")));
        return query;
    }

    /// <summary>A question over HTTP: a page that an answer led to, or any route and method that anyone may try.</summary>
    /// <param name="routes">All routes of the program.</param>
    /// <param name="pub">The public sequence.</param>
    /// <param name="next">Whither the answer before led.</param>
    public Probe Ask(IReadOnlyList<RouteEndpoint> routes, long pub, string? next)
    {
        if (next is not null)
            return new(HttpMethod.Get, next, null);
        var route = routes[random.Next(routes.Count)];
        var method = HttpMethod.Parse(One([.. route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods]));
        var address = Address(route, pub);
        return method == HttpMethod.Get || method == HttpMethod.Head ? new(method, address, null)
            : new(method, address, One($$"""{"incident":"{{Id()}}","words":"It was elsewhere."}""", $$"""{"id":"{{Id()}}","title":"Mine","kind":"shelling"}""", $$"""[{"name":"{{One([.. Secrets.Texts])}}"}]"""));
    }

    public string Id() => One([.. secrets.Ids, Secrets.Name("i-", random.Next(1, 45)), "i-2222222222"]);

    /// <summary>An address of a route that anyone may read, its parameters filled with guesses, and now and then with nonsense.</summary>
    public string Address(RouteEndpoint route, long pub)
    {
        var surface = route.Metadata.GetRequiredMetadata<Surface>();
        var path = route.RoutePattern.RawText!;
        tile = [];
        if (path == Routes.OgcItems)
            return Items(pub);
        foreach (var parameter in surface.Parameters.Where(parameter => parameter.InPath))
            path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(PathValue(route.RoutePattern.RawText!, parameter)), StringComparison.Ordinal);
        var asked = surface.Parameters.Where(parameter => !parameter.InPath && (parameter.Required || random.Next(4) == 0)).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Value(parameter, pub))}");
        return $"{path}?{string.Join('&', asked)}".TrimEnd('?');
    }

    /// <summary>Features of a collection by what it takes: a few parameters, most of them its properties.</summary>
    private string Items(long pub)
    {
        var collection = FeatureSets.Find(One("incidents", "incidents", "incident-places", "episodes", "districts"))!;
        var parameters = ItemsRequest.Of(collection).Where(parameter => parameter != Parameters.Cursor).ToArray();
        random.Shuffle(parameters);
        var asked = parameters.Take(random.Next(1, 4)).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter == Parameters.SortBy ? $"{One("", "-")}{One([.. collection.Properties.Where(property => property.IsQueryable).Select(property => property.Name)])}" : Value(parameter, pub))}");
        return $"{Routes.OfCollection(Routes.OgcItems, collection.Id)}?{string.Join('&', asked)}";
    }

    private string Value(Parameter parameter, long pub) => random.Next(25) == 0 ? "nonsense"
        : parameter == Parameters.SourceIds ? One([.. Secrets.SourceIds])
        : FilterNames.All.Contains(parameter.Name) && parameter != Parameters.PlaceQuery ? parameter.Name switch
        {
            FilterNames.PlaceMatch => One("point", "possible", "certain"),
            FilterNames.TimeMatch => One("possible", "certain"),
            FilterNames.FilterLang => "cql2-text",
            _ => Value(parameter.Name, pub),
        }
        : parameter.Values.Count > 0 ? One([.. parameter.Values])
        : parameter.Type switch
        {
            "integer" => random.NextInt64((long)(parameter.Minimum ?? 0), (long)Math.Min(parameter.Maximum ?? 60, (parameter.Minimum ?? 0) + 60) + 1).ToString(),
            "number" => Degrees(parameter.Name == "lat" ? Spot().Lat : Spot().Lon, 0.01),
            "boolean" => One("true", "false"),
            _ => One([.. Secrets.Texts, .. secrets.Places]),
        };

    private string PathValue(string route, Parameter parameter) => (route, parameter.Type) switch
    {
        var (path, _) when path.Contains("{z}", StringComparison.Ordinal) => Tile()[parameter.Name],
        (_, "integer") => random.Next(0, 12).ToString(),
        (Routes.Counts, _) => One([.. Parameters.CountsBy.Values]),
        var (path, _) when path.Contains("episode", StringComparison.Ordinal) => One([.. Secrets.Episodes]),
        var (path, _) when path.Contains("source", StringComparison.Ordinal) => One([.. Secrets.SourceIds]),
        var (path, _) when path.Contains("place", StringComparison.Ordinal) => One([.. secrets.Places]),
        var (path, _) when path.Contains("incident", StringComparison.Ordinal) => Id(),
        var (path, _) when path.Contains("actor", StringComparison.Ordinal) => One([.. Secrets.Actors]),
        var (_, _) when parameter.Name.StartsWith("collection", StringComparison.Ordinal) => One("incidents", "incident-places", "episodes", "districts"),
        _ => One("kinds", "groups", "line", "districts", "incidents", Id()),
    };

    private string Value(string name, long pub) => name switch
    {
        FilterNames.Bbox => Box(),
        FilterNames.Datetime => $"{Day()}/{One("..", Day(31))}",
        FilterNames.Kind => One(Kinds),
        FilterNames.Actor => One([.. Secrets.Actors]),
        FilterNames.Place => One([.. secrets.Places]),
        FilterNames.Side => One("AF", "PK", "straddles"),
        FilterNames.LineKm => Stretch(),
        FilterNames.Episode => One([.. Secrets.Episodes]),
        FilterNames.KilledMin => random.Next(0, 8).ToString(),
        FilterNames.Grade => One("confirmed", "fair", "weak", "contested", "discounted"),
        FilterNames.Precision => One("exact", "near", "locality", "district", "province"),
        FilterNames.CrossBorder => One("true", "false"),
        FilterNames.Q => random.Next(2) == 0 ? One([.. Secrets.Texts]) : Fragment(One([.. secrets.HiddenTexts])),
        FilterNames.Publisher => One("Paper", "Radio", "Careful", "Witness", "Delayed", "Dataset"),
        FilterNames.Ids => string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Id())),
        FilterNames.AsOf => random.NextInt64(0, pub + 1).ToString(),
        FilterNames.Filter => Condition(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no filter has this name"),
    };

    // Conditions that creep up on what is hidden: its place by metres, its day, its figures, its words.
    private string Condition() => One(Guess(), $"NOT ({Guess()})", $"{Guess()} AND {Guess()}", $"{Guess()} OR {Guess()}", $"({Guess()}) IS NULL");

    private string Guess()
    {
        var (lon, lat) = Spot();
        var at = $"POINT({Degrees(lon, 0)} {Degrees(lat, 0)})";
        return random.Next(8) switch
        {
            0 => $"S_DWITHIN(geometry,{at},{random.Next(1, 5) * Math.Pow(10, random.Next(0, 5))})",
            1 => $"S_INTERSECTS(geometry,BBOX({Box()}))",
            2 => $"S_EQUALS(geometry,{at})",
            3 => $"T_{One("DURING", "INTERSECTS", "EQUALS", "CONTAINS", "STARTS")}(INTERVAL(date_start,date_end),INTERVAL('{Day()}','{Day(31)}'))",
            4 => $"{One("killed_low", "killed_high", "injured_low", "claims", "sources", "version", "radius_m", "line_km % 10", "line_distance_km * 1000")} {One("=", "<", ">=")} {random.Next(0, 12)}",
            5 => $"CASEI({One("title", "place", "district", "province")}) LIKE CASEI('%{Fragment(One([.. secrets.HiddenTexts])).Replace("'", "''", StringComparison.Ordinal).TrimEnd('\\')}%')",
            6 => $"id {One("<", "=", ">=")} '{Id()}'",
            _ => $"updated {One("<", ">=")} TIMESTAMP('{Day()}T{random.Next(10, 24)}:00:00Z')",
        };
    }

    private string Fragment(string text)
    {
        var start = random.Next(text.Length - 1);
        var fragment = text.Substring(start, random.Next(1, text.Length - start + 1)).Trim();
        return fragment.Length > 0 ? fragment : text;
    }

    // The tile that holds something hidden, or one beside it.
    private Dictionary<string, string> Tile()
    {
        if (tile.Count == 0)
        {
            var ((lon, lat), zoom) = (Spot(), random.Next(0, 19));
            var (count, angle) = (1 << zoom, lat * Math.PI / 180);
            var (x, y) = ((int)((lon + 180) / 360 * count), (int)((1 - Math.Asinh(Math.Tan(angle)) / Math.PI) / 2 * count));
            tile = new() { ["z"] = $"{zoom}", ["x"] = $"{Math.Min(count - 1, x + random.Next(2))}", ["y"] = $"{y}" };
        }
        return tile;
    }

    // From a metre to two degrees, around what is hidden.
    private string Box()
    {
        var (lon, lat) = Spot();
        var reach = Math.Pow(10, random.NextDouble() * 5 - 5) * 2;
        return $"{Degrees(lon - reach, 0)},{Degrees(lat - reach, 0)},{Degrees(lon + reach * random.NextDouble(), 0)},{Degrees(lat + reach * random.NextDouble(), 0)}";
    }

    // From a metre to a thousand kilometres, anywhere along the line.
    private string Stretch()
    {
        var from = Math.Round(random.NextDouble() * 2215, 3);
        var to = Math.Round(from + Math.Pow(10, random.NextDouble() * 6 - 3), 3);
        return One($"{Text(from)}..{Text(to)}", $"{Text(from)}..", $"..{Text(to)}");

        static string Text(double km) => km.ToString(CultureInfo.InvariantCulture);
    }

    private (double Lon, double Lat) Spot() => secrets.Spots[random.Next(secrets.Spots.Count)];

    private string Day(int from = 1) => new DateOnly(2025, 9, 20).AddDays(from + random.Next(30)).ToString("yyyy-MM-dd");

    private string Degrees(double degrees, double spread) => Math.Round(degrees + (random.NextDouble() - 0.5) * spread, 6).ToString(CultureInfo.InvariantCulture);

    private string One(params string[] values) => values[random.Next(values.Length)];
}
