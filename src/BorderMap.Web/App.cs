using System.IO.Compression;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using BorderMap.PostGis.Desk;
using BorderMap.PostGis.Backup;
using BorderMap.PostGis.Embeds;
using BorderMap.PostGis.Features;
using BorderMap.PostGis.Reports;
using BorderMap.PostGis.Review;
using BorderMap.Reports;
using BorderMap.Web.Embeds;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Exports;
using BorderMap.Web.Http;
using BorderMap.Web.Imports;
using BorderMap.Web.Ogc;
using BorderMap.Web.Operating;
using BorderMap.Web.Pages;
using BorderMap.Web.Pictures;
using BorderMap.Web.Security;
using BorderMap.Web.Tiles;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Console;

namespace BorderMap.Web;

/// <summary>What the web application is made of.</summary>
public sealed record AppParts(Settings Settings, ContentRoot Content, Atlas Atlas, Database Database, TimeProvider Time);

/// <summary>The web application: its parts, the order of its stages, its routes.</summary>
public static class App
{
    /// <param name="parts">What it serves from.</param>
    /// <param name="arguments">ASP.NET's own arguments (<c>--urls</c>).</param>
    public static WebApplication Build(AppParts parts, string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(Settings.DefaultUrl);
        }
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.BodyMax;
            kestrel.Limits.MaxRequestLineSize = Limits.RequestLineMax;
            kestrel.Limits.MaxConcurrentConnections = Limits.ConnectionsMax;
            kestrel.Limits.RequestHeadersTimeout = Limits.HeadersPatience;
            kestrel.Limits.MinRequestBodyDataRate = new(Limits.BodyBytesPerSecond, gracePeriod: Limits.HeadersPatience);
        });
        builder.AddMetrics(parts.Settings);
        AddLogging(builder.Logging, parts.Settings, parts.Time);
        AddParts(builder.Services, parts);
        var app = builder.Build();
        UseStages(app, parts);
        MapRoutes(app);
        return app;
    }

    /// <summary>Messages go to standard error: standard output is for data.</summary>
    public static void AddLogging(ILoggingBuilder logging, Settings settings, TimeProvider time)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        // A start that fails is told by the command in a sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // That the keys lie unsealed in the database is meant: whoever reads it reads everything.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.Services.AddSingleton<ConsoleFormatter>(new LogLines(settings, time));
        logging.AddConsole(console => (console.FormatterName, console.LogToStandardErrorThreshold) = (LogLines.FormatterName, LogLevel.Trace));
    }

    private static void AddParts(IServiceCollection services, AppParts parts)
    {
        services.AddSingleton(parts.Settings);
        services.AddSingleton(parts.Content);
        services.AddSingleton(parts.Atlas);
        services.AddSingleton(parts.Time);
        services.AddSingleton(new PublicReader(parts.Database));
        services.AddSingleton(new FeatureReader(parts.Database));
        services.AddSingleton(new IncidentStore(parts.Database, parts.Atlas, parts.Time));
        services.AddSingleton(parts.Database);
        services.AddSupervised<DatabaseKeeper>();
        services.AddSingleton<SeenState>();
        services.AddSingleton(KeptAnswer.Few());
        services.AddSingleton<KeptColumns>();
        services.AddSingleton<OpenExports>();
        services.AddSingleton<FairShare>();
        services.AddSingleton<BaseShapes>();
        services.AddSingleton<KeptPictures>();
        services.AddSupervised<ColumnsAhead>();
        services.AddSingleton(new PublicTiles(parts.Database, parts.Atlas));
        services.AddSingleton<KeptTiles>();
        services.AddSingleton<Turns>();
        services.AddSingleton(new DeskReader(parts.Database, parts.Atlas));
        services.AddSingleton(new LibraryReader(parts.Database));
        services.AddSingleton<WriteAnswers>();
        services.AddSingleton<RelatedWrites>();
        services.AddSecurity(parts);
        services.AddSupervised<DuePublisher>();
        services.AddSingleton(new DuplicateStore(parts.Database, parts.Atlas, parts.Time));
        services.AddSupervised<DuplicateSearch>();
        services.AddSingleton(new ErrorReportStore(parts.Database, parts.Time));
        services.AddSupervised<ErrorReportRetention>();
        services.AddSingleton<ErrorReportLimit>();
        services.AddSingleton(new ReviewStore(parts.Database));
        services.AddSingleton<ReviewDecisions>();
        services.AddSingleton(new EmbedStore(parts.Database, parts.Time));
        services.AddSingleton<EmbedLimit>();
        services.AddSingleton<KeptSummaries>();
        services.AddSingleton<MapPage>();
        services.AddSingleton(new ReportStore(parts.Database));
        services.AddSingleton(_ => new Extractor(parts.Atlas));
        services.AddSingleton<ReportJson>();
        services.AddSingleton<ReportDecisions>();
        services.AddSingleton<ImportSpool>();
        services.AddSupervised<ImportDesk>();
        services.AddSingleton(new PublicSequence(parts.Database, parts.Time));
        services.AddSingleton<OpenStreams>();
        services.AddSupervised<ChangeFeed>();
        if (parts.Settings.Backups is { } folder)
        {
            services.AddSingleton(new NightlyBackups(parts.Database, folder, parts.Settings.BackupsKept, parts.Time));
            services.AddSupervised<NightlyBackup>();
        }
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Limits.StopWithin);
        services.AddSingleton<IResponseCompressionProvider, UncompressedYet>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, MediaTypes.GeoJson, MediaTypes.JsonLines, MediaTypes.JsonSchema, MediaTypes.Problem, "application/vnd.oai.openapi+json", "text/csv", "image/svg+xml", "application/atom+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<ExceptionHandlerOptions>(failures =>
        {
            failures.ExceptionHandler = Failures.AnswerException;
            failures.SuppressDiagnosticsCallback = context => Failures.IsExpected(context.Exception);
        });
    }

    /// <summary>The way of a request, in order.</summary>
    private static void UseStages(WebApplication app, AppParts parts)
    {
        app.UseMetrics(parts.Settings);
        UseTrustedProxies(app, parts.Settings);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<PublicCors>();
        app.UseMiddleware<KeptFiles>();
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Failures.AnswerStatus(context.HttpContext));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(parts.Content.WebRoot),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.UseRouting();
        app.UseMiddleware<FairShare>();
        app.UseRateLimiter();
        app.UseMiddleware<AccessGate>();
    }

    private static void UseTrustedProxies(WebApplication app, Settings settings)
    {
        if (settings.TrustedProxies.Count == 0)
        {
            return;
        }
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
        {
            options.KnownIPNetworks.Add(network);
        }
        app.UseForwardedHeaders(options);
    }

    private static void MapRoutes(WebApplication app)
    {
        app.MapFiles();
        app.MapSession();
        app.MapTokens();
        app.MapUsers();
        app.MapPages();
        app.MapPeoplePages();
        app.MapDesk();
        app.MapIncidents();
        app.MapReading();
        app.MapColumns();
        app.MapIncidentWrites();
        app.MapIncidentActs();
        app.MapDrafts();
        app.MapEpisodes();
        app.MapParties();
        app.MapRelatedWrites();
        app.MapPlaces();
        app.MapReconciliation();
        app.MapExports();
        app.MapOgc();
        app.MapTiles();
        app.MapChanges();
        app.MapFeed();
        app.MapSnapshot();
        app.MapEmbeds();
        app.MapOEmbed();
        app.MapOverview();
        app.MapChangeStream();
        app.MapErrorReports();
        app.MapDuplicates();
        app.MapReview();
        app.MapReports();
        app.MapImports();
        app.MapHealth();
        app.MapOpenApi();
    }
}
