using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.PostGis;
using BorderMap.Web.Http;
using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Exports;

/// <summary>
/// Sends a download while it is read. Nothing piles up: no more is read than its reader takes, and one who takes nothing for too long is dropped, so that the
/// connection to the database comes back. Compressed here and not on the way, so that the digest is of what is sent.
/// </summary>
internal sealed class ExportResult(ExportFile file, ExportQuery query, string name) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        using var place = services.GetRequiredService<OpenExports>().Take(ClientAddress.Of(httpContext), out var problem);
        if (place is null)
        {
            await new ProblemResult(problem!).ExecuteAsync(httpContext);
            return;
        }
        using var tooLong = new CancellationTokenSource(Limits.ExportMost, services.GetRequiredService<TimeProvider>());
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, httpContext.RequestAborted);
        await using var export = await services.GetRequiredService<PublicReader>().OpenExportAsync(query, ended.Token);
        if (query.Since > export.Pub)
        {
            await new ProblemResult(FromTheFuture(query.Since.Value, export.Pub)).ExecuteAsync(httpContext);
            return;
        }
        var head = await HeadAsync(httpContext, export, ended.Token);
        ExportHeaders.Write(httpContext, head, query.Since is null ? null : await export.CountGoneAsync(ended.Token));
        httpContext.Response.ContentType = file.MediaType;
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await SendAsync(httpContext, export, file.Format(head), ended.Token);
        }
    }

    private async Task<ExportHead> HeadAsync(HttpContext http, PublicExport export, CancellationToken cancellation) =>
        new(query.Filter.ToQuery(), export.Pub, await export.CountAsync(isLocated: false, cancellation), file.IsLocated ? await export.CountAsync(isLocated: true, cancellation) : null)
        {
            Since = query.Since,
            Site = Links.Base(http),
            Self = Links.Self(http),
        };

    private static async Task SendAsync(HttpContext http, PublicExport export, IFeatureFormat format, CancellationToken cancellation)
    {
        var response = http.Response;
        var coding = http.RequestServices.GetRequiredService<IResponseCompressionProvider>() is var compression && compression.CheckRequestAcceptsCompression(http)
            ? compression.GetCompressionProvider(http) : null;
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding.EncodingName;
        }
        await using var sent = new SentBody(response, Limits.ExportPatience, http.RequestServices.GetRequiredService<TimeProvider>(), cancellation);
        try
        {
            await WriteAsync(export, format, coding, sent, cancellation);
            await sent.FinishAsync();
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            // Half a file must not look like a whole one.
            http.Abort();
        }
    }

    private static async Task WriteAsync(PublicExport export, IFeatureFormat format, ICompressionProvider? coding, SentBody sent, CancellationToken cancellation)
    {
        if (coding is null)
        {
            await export.WriteAsync(format, sent, cancellation);
            return;
        }
        await using var compressed = coding.CreateStream(sent);
        await export.WriteAsync(format, compressed, cancellation);
    }

    private static Problem FromTheFuture(long since, long pub) => new(ProblemCodes.InvalidParameter, Parameters.ChangedSince.Name, since.ToString(),
        "changed-since lies after the latest public change.", $"Use a number from 0 to {pub}, or leave it out.");
}
