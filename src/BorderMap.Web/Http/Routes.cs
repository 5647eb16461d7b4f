namespace BorderMap.Web.Http;

/// <summary>Every address of the program.</summary>
public static class Routes
{
    public const string Map = "/";
    public const string Embed = "/embed";
    public const string NewEmbed = "/embed/new";
    public const string EmbedPage = "/embed/{id}";
    public const string IncidentPage = "/incidents/{id}";
    public const string Method = "/method";
    public const string SignIn = "/sign-in";
    public const string Account = "/account";
    public const string People = "/people";

    public const string Incidents = "/api/incidents";
    public const string IncidentColumns = "/api/incidents/columns";
    public const string Incident = "/api/incidents/{id}";
    public const string IncidentCheck = "/api/incidents/check";
    public const string IncidentVersions = "/api/incidents/{id}/versions";
    public const string IncidentVersion = "/api/incidents/{id}/versions/{version}";
    public const string IncidentRestore = "/api/incidents/{id}/restore";
    public const string IncidentMerge = "/api/incidents/{id}/merge";
    public const string IncidentSplit = "/api/incidents/{id}/split";
    public const string IncidentRedact = "/api/incidents/{id}/redact";
    public const string Drafts = "/api/drafts";
    public const string Library = "/api/library/{kind}";
    public const string IncidentHistory = "/api/incidents/{id}/history";
    public const string IncidentNearby = "/api/incidents/{id}/nearby";
    public const string Counts = "/api/counts/{by}";
    public const string Overview = "/api/overview";
    public const string Episodes = "/api/episodes";
    public const string Episode = "/api/episodes/{id}";
    public const string Actor = "/api/actors/{id}";
    public const string Source = "/api/sources/{id}";
    public const string Actors = "/api/actors";
    public const string Sources = "/api/sources";
    public const string PlaceSearch = "/api/places/search";
    public const string PlaceResolve = "/api/places/resolve";
    public const string PlaceReverse = "/api/places/reverse";
    public const string PlaceNames = "/api/places/names";
    public const string Place = "/api/places/{id}";
    public const string Desk = "/desk";
    public const string Places = "/places";
    public const string PlacePage = "/places/{id}";
    public const string Reconcile = "/reconcile";
    public const string SuggestEntity = "/reconcile/suggest/entity";
    public const string SuggestType = "/reconcile/suggest/type";
    public const string SuggestProperty = "/reconcile/suggest/property";
    public const string Changes = "/api/changes";
    public const string ChangeStream = "/api/changes/stream";

    public const string ErrorReports = "/api/error-reports";
    public const string ErrorReport = "/api/error-reports/{id}";
    public const string ErrorReportForm = "/incidents/{id}/report";
    public const string ErrorReportReceived = "/report-received";
    public const string Duplicates = "/api/duplicates";
    public const string Different = "/api/duplicates/different";
    public const string Review = "/api/review";
    public const string ReviewDecisions = "/api/review/decisions";
    public const string ReviewDifference = "/api/review/{id}/difference";

    public const string Reports = "/api/reports";
    public const string ReportCorrections = "/api/reports/corrections.jsonl";
    public const string Report = "/api/reports/{id}";
    public const string ReportDecisions = "/api/reports/{id}/decisions";

    public const string Imports = "/api/imports";
    public const string ImportTemplate = "/api/imports/template.csv";
    public const string ImportFields = "/api/imports/fields.csv";
    public const string Import = "/api/imports/{id}";
    public const string ImportDryRun = "/api/imports/{id}/dry-run";
    public const string ImportRun = "/api/imports/{id}/run";
    public const string ImportProblems = "/api/imports/{id}/problems.csv";

    public const string Embeds = "/api/embeds";
    public const string StoredEmbed = "/api/embeds/{id}";

    public const string Session = "/api/session";
    public const string Password = "/api/session/password";
    public const string Users = "/api/users";
    public const string User = "/api/users/{name}";
    public const string UserReset = "/api/users/{name}/reset";
    public const string Tokens = "/api/tokens";
    public const string Token = "/api/tokens/{id}";

    public const string ExportGeoJson = "/export/incidents.geojson";
    public const string ExportGeoJsonLines = "/export/incidents.geojsonl";
    public const string ExportGeoJsonSequence = "/export/incidents.geojsons";
    public const string ExportCsv = "/export/incidents.csv";
    public const string ExportKml = "/export/incidents.kml";
    public const string ExportFlatGeobuf = "/export/incidents.fgb";
    public const string Dictionary = "/export/dictionary.csv";

    public const string Ogc = "/ogc";
    public const string OgcApi = "/ogc/api";
    public const string OgcConformance = "/ogc/conformance";
    public const string OgcCollections = "/ogc/collections";
    public const string OgcCollection = "/ogc/collections/{collection}";
    public const string OgcItems = "/ogc/collections/{collection}/items";
    public const string OgcItem = "/ogc/collections/{collection}/items/{id}";
    public const string OgcSchema = "/ogc/collections/{collection}/schema";
    public const string OgcFeatureSchema = "/ogc/collections/{collection}/schema/feature";
    public const string OgcQueryables = "/ogc/collections/{collection}/queryables";
    public const string OgcSortables = "/ogc/collections/{collection}/sortables";

    public const string Tile = "/tiles/{collection}/{z}/{x}/{y}.mvt";
    public const string TileJson = "/tiles/{collection}.json";
    public const string MapStyle = "/tiles/style.json";

    public const string BaseMap = "/basemap/{name}.json";
    public const string Vocabulary = "/vocabulary/{name}.json";
    public const string VocabularyTable = "/vocabulary/{name}.tsv";

    public const string Snapshot = "/snapshot.svg";
    public const string Feed = "/feed.atom";
    public const string OEmbed = "/oembed";

    public const string Health = "/healthz";
    public const string Ready = "/readyz";
    public const string OpenApi = "/openapi.json";

    public static string PlaceOf(string id) => "/api/places/" + Uri.EscapeDataString(id);

    /// <summary>The page of one place.</summary>
    public static string PlacePageOf(string id) => "/places/" + Uri.EscapeDataString(id);

    /// <summary>One of the addresses below a collection.</summary>
    /// <param name="route">Its route.</param>
    /// <param name="collection">The collection's id.</param>
    public static string OfCollection(string route, string collection) => route.Replace("{collection}", collection, StringComparison.Ordinal);

    public static string ItemOf(string collection, string id) => OfCollection(OgcItems, collection) + "/" + Uri.EscapeDataString(id);

    public static string UserOf(string name) => Users + "/" + Uri.EscapeDataString(name);

    public static string TokenOf(string id) => Tokens + "/" + Uri.EscapeDataString(id);

    public static string ReportOf(string id) => Reports + "/" + Uri.EscapeDataString(id);

    public static string StoredEmbedOf(string id) => Embeds + "/" + Uri.EscapeDataString(id);

    /// <summary>What a frame shows of a stored embed.</summary>
    public static string StoredFrameOf(string id) => Embed + "/" + Uri.EscapeDataString(id);

    public static string ImportOf(string id) => Imports + "/" + Uri.EscapeDataString(id);

    /// <summary>The page of one incident.</summary>
    public static string PageOf(string id) => "/incidents/" + Uri.EscapeDataString(id);

    /// <summary>Whither the form of an incident's page goes.</summary>
    public static string ErrorReportOf(string id) => PageOf(id) + "/report";

    /// <summary>The document of one incident.</summary>
    public static string DocumentOf(string id) => Incidents + "/" + Uri.EscapeDataString(id);
}
