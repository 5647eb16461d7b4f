using BorderMap.Incidents;
using BorderMap.Web.Http;
using BorderMap.Web.Pictures;
using Microsoft.AspNetCore.Http.Extensions;

namespace BorderMap.Web.Embeds;

/// <summary>What the address of an embed says: filter, state of the map and options, each checked by the rules that hold everywhere, in one order.</summary>
/// <param name="Filter">Which incidents.</param>
/// <param name="Look">What concerns the picture only: names and values.</param>
public sealed record EmbedState(IncidentFilter Filter, IReadOnlyList<KeyValuePair<string, string>> Look)
{
    private static readonly Parameter[] LookParameters = [.. Parameters.ViewState, .. Parameters.EmbedOptions];
    private static readonly string[] Known = [.. Parameters.Filter.Concat(LookParameters).Select(parameter => parameter.Name)];

    /// <summary>The state as an address has it, without the question mark: nothing is in it that was not checked.</summary>
    public string Query => string.Join('&', new[] { Filter.ToQuery(), new QueryBuilder(Look).ToQueryString().ToUriComponent().TrimStart('?') }.Where(part => part.Length > 0));

    public string? this[Parameter parameter] => Look.FirstOrDefault(pair => pair.Key == parameter.Name).Value;

    /// <param name="query">With or without the question mark.</param>
    /// <returns>The state; null with what is wrong.</returns>
    public static (EmbedState? State, IReadOnlyList<Problem> Problems) Read(string query)
    {
        if (query.Length > Limits.EmbedStateMax)
        {
            return (null, [new(ProblemCodes.InvalidParameter, "query", query, $"The state is longer than {Limits.EmbedStateMax} characters.", "Filter by fewer ids or corners.")]);
        }
        var request = new DefaultHttpContext { Request = { QueryString = new('?' + query.TrimStart('?')) } }.Request;
        if (QueryNames.Unknown(request.Query, Known) is { Count: > 0 } unknown)
        {
            return (null, unknown);
        }
        var values = new QueryValues(request);
        var filter = values.Filter();
        var look = LookParameters.Where(values.Has).Select(parameter => KeyValuePair.Create(parameter.Name, ValueOf(values, parameter) ?? "")).ToList();
        return values.Problems.Count > 0 ? (null, [.. values.Problems.Distinct()]) : (new(filter, look), []);
    }

    private static string? ValueOf(QueryValues values, Parameter parameter) => parameter.Values.Count > 0
        ? values.Choice(parameter)
        : values.Read(parameter, text => IsGood(parameter.Name, text) ? text : null, "is none of its values", FixOf(parameter));

    private static string FixOf(Parameter parameter) => parameter == Parameters.ViewOfMap ? MapView.Fix : parameter.Name == Parameters.PageLang.Name ? $"Use {string.Join(", ", Parameters.PageLang.Values)}." : parameter.Description;

    private static bool IsGood(string name, string text) => name switch
    {
        "view" => MapView.Read(text) is not null,
        "lang" => Parameters.PageLang.Values.Contains(text),
        "highlight" => text.Split(',').All(id => Ids.Is(Ids.Incident, id)),
        "controls" => text == "none" || text.Split(',').All(Parameters.ControlWords.Contains),
        "accent" => text.Length == 6 && text.All(char.IsAsciiHexDigit),
        "title" => text.Length <= Limits.EmbedTitleMax,
        _ => throw new InvalidOperationException($"Nothing says what {name} may be."),
    };
}
