using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>The columns of the CSV template, read from <c>data/vocabulary/import-fields.json</c> (embedded); the words that they may hold come from the model.</summary>
public static class ImportFields
{
    private sealed record FieldsFile(string Source, IReadOnlyList<ImportField> Fields);

    private static readonly IReadOnlyList<ImportField> Fields = Vocabulary.Read<FieldsFile>("import-fields.json").Fields;
    private static readonly Dictionary<string, ImportField> ByName = Fields.ToDictionary(field => field.Name);

    private static readonly Dictionary<string, Func<IEnumerable<string>>> Words = new()
    {
        ["status"] = () => [Incidents.Words.Of(IncidentStatus.Draft), Incidents.Words.Of(IncidentStatus.Published)],
        ["kind"] = () => Kinds.All.Select(kind => kind.Kind),
        ["cross_border"] = () => ["yes", "no"],
        ["date_precision"] = () => Incidents.Words.All<DatePrecision>(),
        ["show_as"] = () => Incidents.Words.All<ShowAs>(),
        ["precision"] = () => Incidents.Words.All<PlacePrecision>(),
        ["place_role"] = () => Incidents.Words.All<PlaceRole>(),
        ["about"] = () => Incidents.Words.All<ClaimAbout>().Where(word => word != Incidents.Words.Of(ClaimAbout.Objects)),
        ["stance"] = () => Incidents.Words.All<Stance>(),
        ["part"] = () => Incidents.Words.All<ClaimPart>(),
        ["side"] = () => Groups.Sides.Select(side => side.Side),
        ["group"] = () => Groups.Categories.Select(category => category.Category),
    };

    /// <summary>In the order of the template.</summary>
    public static IReadOnlyList<ImportField> All => Fields;

    /// <summary>The field of that name, or null.</summary>
    public static ImportField? Find(string name) => ByName.GetValueOrDefault(name);

    internal static IReadOnlyList<string> AllowedOf(string field) => Words.TryGetValue(field, out var words) ? [.. words()] : [];
}
