using System.Text;
using BorderMap.Incidents;
using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Imports;
using BorderMap.Web.Security;
using Microsoft.AspNetCore.Http.Features;

namespace BorderMap.Web.Endpoints;

/// <summary>Imports over HTTP: a file is uploaded, looked at, tried out and brought in, by the same import as the command's.</summary>
public static class ImportEndpoints
{
    private const string Choices = """{"type":"object","properties":{"format":{"enum":["bordermap","csv","acled","ucdp","geojson"]},"mapping":{"type":"object","description":"Which column is which field, as the dry run suggests it."},"as":{"enum":["draft","published"]},"bad_rows":{"enum":["stop","skip"]},"release":{"type":"string"}}}""";

    private static readonly Access Editors = Access.For(Role.Editor);

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Imports, new Surface("describeImports", "What may be imported: formats, columns of the table, the largest file; and one's own import, if there is one.", MediaTypes.Json) { Access = Editors }, Describe);
        routes.MapRead(Routes.ImportTemplate, new Surface("getImportTemplate", "An example of the table, to begin from.", MediaTypes.Csv) { Access = Editors }, (HttpContext http) => Table(http, "bordermap-template.csv", TemplateExample.Text()));
        routes.MapRead(Routes.ImportFields, new Surface("getImportFields", "What the columns of the table mean and may hold.", MediaTypes.Csv) { Access = Editors }, (HttpContext http) => Table(http, "bordermap-columns.csv", TemplateWriter.Dictionary()));
        routes.MapWrite(HttpMethod.Post, Routes.Imports, new Surface("uploadImport", "Takes a file (the body) and says what it is read as, with its first rows and, for a foreign table, a mapping by the likeness of the names. It replaces one's earlier file. Nothing is imported yet.", MediaTypes.Json)
        {
            Access = Editors,
            Parameters = [Parameters.ImportName],
            Bodies = [new RequestBody("application/octet-stream", """{"type":"string","format":"binary"}""")],
            Success = 201,
            Statuses = [400, 409, 413, 415, 422, 429],
        }, UploadAsync);
        routes.MapRead(Routes.Import, new Surface("getImport", "How an import stands: progress while it is under way, then counts, problems, what waits and what changed.", MediaTypes.Json)
        {
            Access = Editors,
            Parameters = [Parameters.Id],
            Statuses = [404],
        }, Show);
        MapBegin(routes, Routes.ImportDryRun, "tryImport", "Begins a dry run: checks and counts, and changes nothing.", isDryRun: true);
        MapBegin(routes, Routes.ImportRun, "runImport", "Begins the import: all rows or none, unless bad ones are to be skipped.", isDryRun: false);
        routes.MapRead(Routes.ImportProblems, new Surface("getImportProblems", "The problems of the last run that are kept (the first thousand), as a table.", MediaTypes.Csv)
        {
            Access = Editors,
            Parameters = [Parameters.Id],
            Statuses = [404],
        }, Problems);
        routes.MapWrite(HttpMethod.Delete, Routes.Import, new Surface("cancelImport", "Stops what is under way, so that nothing of it comes in, and removes the file.", MediaTypes.Json)
        {
            Access = Editors,
            Parameters = [Parameters.Id],
            Success = 204,
            Statuses = [404],
        }, Cancel);
    }

    private static void MapBegin(IEndpointRouteBuilder routes, string route, string name, string summary, bool isDryRun) =>
        routes.MapWrite(HttpMethod.Post, route, new Surface(name, summary, MediaTypes.Json)
        {
            Access = Editors,
            Parameters = [Parameters.Id],
            Bodies = [new RequestBody(MediaTypes.Json, Choices)],
            MaxBody = ColumnMapping.MaxBytes,
            Success = 202,
            Statuses = [400, 404, 409, 410, 422, 429],
        }, (string id, HttpContext http, ImportDesk desk) => BeginAsync(id, http, desk, isDryRun));

    private static IResult Describe(HttpContext http, ImportDesk desk, ImportSpool spool)
    {
        var own = desk.Of(http.SignedIn().Name);
        return JsonText.Object(json => ImportJson.WriteAll(json, spool.MaxBytes, own));
    }

    private static IResult Table(HttpContext http, string name, string text)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return Results.Text(text, MediaTypes.Csv, Encoding.UTF8);
    }

    private static async Task<IResult> UploadAsync(HttpContext http, ImportDesk desk)
    {
        var query = new QueryValues(http.Request);
        var name = query.Text(Parameters.ImportName);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        if (http.Request.HasFormContentType)
        {
            return new ProblemResult(new Problem(ProblemCodes.UnsupportedMediaType, "Content-Type", http.Request.ContentType, "The body is a form.", "Send the file itself as the body, such as curl --data-binary @FILE -H 'Content-Type: application/octet-stream'."));
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // The spool counts for itself, by the operator's setting.
            size.MaxRequestBodySize = null;
        }
        var (import, problem) = await desk.TakeAsync(http.SignedIn().Name, Path.GetFileName(name!), http.Request.Body, http.Request.ContentLength, http.RequestAborted);
        return import is null
            ? new ProblemResult(problem!, IsOfFile(problem!) ? StatusCodes.Status422UnprocessableEntity : null)
            : new CreatedResult(Routes.ImportOf(import.Id), JsonText.Object(json => ImportJson.Write(json, import)));
    }

    private static IResult Show(string id, HttpContext http, ImportDesk desk) =>
        Find(id, http, desk) is { } import ? JsonText.Object(json => ImportJson.Write(json, import)) : Unknown(id);

    private static async Task<IResult> BeginAsync(string id, HttpContext http, ImportDesk desk, bool isDryRun)
    {
        if (Find(id, http, desk) is not { } import)
        {
            return Unknown(id);
        }
        var (given, problem) = await JsonBody.ReadAsync<Choice>(http.Request);
        problem ??= given!.Mapping?.Check() ?? desk.Begin(import, given.Request(import.Name, isDryRun), given.BadRows == BadRows.Skip);
        if (problem is not null)
        {
            return new ProblemResult(problem, ProblemCodes.StatusOf(problem.Code) == StatusCodes.Status400BadRequest ? StatusCodes.Status422UnprocessableEntity : null);
        }
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.Headers.Location = Links.Base(http) + Routes.ImportOf(id);
        return JsonText.Object(json => ImportJson.Write(json, import));
    }

    private static IResult Problems(string id, HttpContext http, ImportDesk desk) =>
        Find(id, http, desk) is { } import ? Table(http, $"problems-{id}.csv", ImportJson.ProblemTable(import)) : Unknown(id);

    private static IResult Cancel(string id, HttpContext http, ImportDesk desk)
    {
        if (Find(id, http, desk) is not { } import)
        {
            return Unknown(id);
        }
        desk.Cancel(import);
        return Results.NoContent();
    }

    /// <summary>One's own import of this id; others' are nobody's business.</summary>
    private static HeldImport? Find(string id, HttpContext http, ImportDesk desk) => desk.Of(http.SignedIn().Name) is { } import && import.Id == id ? import : null;

    private static bool IsOfFile(Problem problem) => ProblemCodes.StatusOf(problem.Code) == StatusCodes.Status400BadRequest || problem.Code == ProblemCodes.IsProjection;

    private static ProblemResult Unknown(string id) => new(new Problem(ProblemCodes.NotFound, "id", id,
        "You have no import with this id: it was replaced by another upload, was left alone for an hour, or the program has been started again since.", "Upload the file once more; what was imported before stays, and is told as unchanged."));

    private enum BadRows
    {
        Stop,
        Skip,
    }

    private sealed record Choice(ImportFormat? Format, ColumnMapping? Mapping, IncidentStatus? As, BadRows? BadRows, string? Release)
    {
        public PlanRequest Request(string name, bool isDryRun) => new() { Format = Format, Mapping = Mapping, As = As, Release = Release, FileName = name, IsDryRun = isDryRun };
    }
}
