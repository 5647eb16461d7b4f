using System.Globalization;
using System.Text.RegularExpressions;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents;
using BorderMap.PostGis.Features;
using BorderMap.Web.Http;
using NetTopologySuite.Geometries;

namespace BorderMap.Web.Ogc;

/// <summary>Which parameters the features of a collection take, and how a request is read.</summary>
internal static partial class ItemsRequest
{
    private static readonly Parameter[] General = [Parameters.Limit, Parameters.FeatureBBox, Parameters.BBoxCrs, Parameters.DateTime, Parameters.Crs, Parameters.SortBy];
    private static readonly Parameter[] Last = [.. FilterRequest.Parameters, Parameters.Cursor, Parameters.Form];

    /// <summary>Read apart from the filter of incidents: here a box may come in any reference system.</summary>
    private static readonly string[] Apart = [FilterNames.Bbox, FilterNames.PlaceMatch, FilterNames.AsOf, FilterNames.Filter, FilterNames.FilterLang];

    private static IEnumerable<Parameter> OfIncidents => Parameters.Filter.Where(parameter => !General.Concat(Last).Any(other => other.Name == parameter.Name));

    /// <summary>Every parameter of any collection, but for its properties.</summary>
    public static IReadOnlyList<Parameter> OfAny { get; } = [.. General, .. OfIncidents, .. Last];

    private static readonly Dictionary<string, IReadOnlyList<Parameter>> ByCollection = FeatureSets.All.ToDictionary(collection => collection.Id, Make);

    private static readonly Dictionary<string, IReadOnlyCollection<string>> NamesOf = ByCollection.ToDictionary(pair => pair.Key, pair => (IReadOnlyCollection<string>)[.. pair.Value.Select(parameter => parameter.Name)]);

    /// <summary>Every parameter that the features of a collection take: a property that has the name of a filter is selected by the filter.</summary>
    public static IReadOnlyList<Parameter> Of(FeatureSet collection) => ByCollection[collection.Id];

    private static IEnumerable<FeatureProperty> Selectable(FeatureSet collection) =>
        collection.Properties.Where(property => property.IsQueryable && !(collection.TakesIncidentFilter && FilterNames.All.Contains(property.Name)));

    /// <summary>The query of a request; with problems it is of no use.</summary>
    public static FeatureQuery Read(QueryValues values, HttpRequest request, FeatureSet collection)
    {
        foreach (var problem in QueryNames.Unknown(request.Query, NamesOf[collection.Id]))
        {
            values.Add(problem);
        }
        var query = new FeatureQuery(collection)
        {
            Limit = values.Integer(Parameters.Limit),
            Area = Area(values),
            PlaceMatch = collection.TakesIncidentFilter ? values.OneOf<PlaceMatch>(Parameters.PlaceMatch) : null,
            Time = collection.TakesIncidentFilter ? null : Time(values),
            Filter = collection.TakesIncidentFilter ? Filter(values, request) : IncidentFilter.All,
            Conditions = FilterRequest.Read(values, request, collection) is { } filter ? [filter, .. Equal(values, request, collection)] : [.. Equal(values, request, collection)],
            Sort = Sort(values, collection),
            Crs = Crs(values, Parameters.Crs),
            AsOf = collection.IsVersioned ? values.OptionalLong(Parameters.AsOf) : null,
        };
        return values.Problems.Count > 0 ? query : WithCursor(values, query);
    }

    /// <summary>The reference system that a parameter names.</summary>
    public static ReferenceSystem Crs(QueryValues values, Parameter parameter) => values.Choice(parameter) is { } uri ? ReferenceSystem.Find(uri)! : ReferenceSystem.Crs84;

    private static IReadOnlyList<Parameter> Make(FeatureSet collection) =>
    [
        .. General,
        .. collection.TakesIncidentFilter ? OfIncidents : collection.IsVersioned ? [Parameters.AsOf] : [],
        .. Selectable(collection).Select(PropertyValue.ParameterOf),
        .. Last,
    ];

    private static FeatureQuery WithCursor(QueryValues values, FeatureQuery query)
    {
        if (values.Text(Parameters.Cursor) is not { } text)
        {
            return query;
        }
        var problem = FeatureCursor.Read(text, out var cursor);
        var asked = query with { Cursor = cursor };
        if ((problem ?? FeatureCursor.Check(asked)) is { } wrong)
        {
            values.Add(wrong);
        }
        return asked;
    }

    private static Geometry? Area(QueryValues values)
    {
        var crs = Crs(values, Parameters.BBoxCrs);
        if (values.Text(Parameters.FeatureBBox) is not { } text)
        {
            return null;
        }
        var numbers = text.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : (double?)null).ToList();
        if (numbers.Count is not (4 or 6) || numbers.Contains(null))
        {
            values.Add(Bad(Parameters.FeatureBBox, text, "is not four or six numbers", $"Give the lower left and the upper right corner, for example {Parameters.FeatureBBox.Example}."));
            return null;
        }
        var upper = numbers.Count / 2;
        var area = crs.Area(numbers[0]!.Value, numbers[1]!.Value, numbers[upper]!.Value, numbers[upper + 1]!.Value);
        if (area is null)
        {
            values.Add(Bad(Parameters.FeatureBBox, text, "is no box of its reference system", $"Give the lower left corner first, in the order of axes of {crs.Title}{(crs.IsDegrees ? ", within 180 and 90 degrees" : "")}."));
        }
        return area;
    }

    private static DateWindow? Time(QueryValues values)
    {
        if (values.Text(Parameters.DateTime) is not { } text)
        {
            return null;
        }
        var (window, error) = DateWindow.Parse(WithoutEmptyTime().Replace(text, ""));
        if (error is not null)
        {
            values.Add(Bad(Parameters.DateTime, text, $"is not understood: {error}", $"Give a day, an instant with its offset or an interval, for example {Parameters.DateTime.Example}."));
        }
        return window;
    }

    private static IncidentFilter Filter(QueryValues values, HttpRequest request)
    {
        var pairs = request.Query.Where(pair => FilterNames.All.Contains(pair.Key) && !Apart.Contains(pair.Key)).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))
            .Select(pair => pair.Key == FilterNames.Datetime ? KeyValuePair.Create(pair.Key, WithoutEmptyTime().Replace(pair.Value, "")) : pair);
        var (filter, problems) = IncidentFilter.Parse(pairs.Where(pair => !IsNameOfPlace(pair.Key, pair.Value)));
        foreach (var problem in problems)
        {
            values.Add(problem);
        }
        return filter ?? IncidentFilter.All;
    }

    // GIS clients ask for a property by its name: the filter takes ids of places, the property is a place's name.
    private static bool IsNameOfPlace(string name, string value) => name == FilterNames.Place && value.Length > 0 && !value.Split(',').Any(Incidents.Ids.IsPlace);

    private static IEnumerable<FeatureCondition> Equal(QueryValues values, HttpRequest request, FeatureSet collection)
    {
        var selectable = Selectable(collection).Where(property => request.Query.ContainsKey(property.Name));
        if (collection.TakesIncidentFilter && values.Has(Parameters.Place) && values.Text(Parameters.Place) is { } place && IsNameOfPlace(FilterNames.Place, place))
        {
            selectable = selectable.Append(collection.Find(FilterNames.Place)!);
        }
        foreach (var (property, i) in selectable.Select((property, i) => (property, i)))
        {
            if (PropertyValue.Read(values, property, $"p{i}") is { } value)
            {
                yield return new FeatureCondition($"{property.Sql} = @p{i}", value);
            }
        }
    }

    private static List<FeatureSort> Sort(QueryValues values, FeatureSet collection)
    {
        var sorts = new List<FeatureSort>();
        foreach (var word in values.Text(Parameters.SortBy)?.Split(',') ?? [])
        {
            var name = word.TrimStart('+', '-', ' ');
            if (collection.Find(name) is not { IsQueryable: true } property)
            {
                values.Add(Bad(Parameters.SortBy, word, "names no property that can be sorted by", $"Use {string.Join(", ", collection.Properties.Where(one => one.IsQueryable).Select(one => one.Name))}, with a minus in front for the greatest first."));
            }
            else if (sorts.Exists(sort => sort.Property == property))
            {
                values.Add(Bad(Parameters.SortBy, word, "names a property twice", "Name it once."));
            }
            else if (property.Role != PropertyRole.Id || word.StartsWith('-'))
            {
                sorts.Add(new FeatureSort(property, word.StartsWith('-')));
            }
        }
        return sorts;
    }

    private static Problem Bad(Parameter parameter, string value, string what, string fix) => new(ProblemCodes.InvalidParameter, parameter.Name, value, $"{parameter.Name} {what}.", fix);

    // GDAL writes a day as 2025-10-01T.
    [GeneratedRegex(@"(?<=\d{4}-\d{2}-\d{2})T(?=/|$)")]
    private static partial Regex WithoutEmptyTime();
}
