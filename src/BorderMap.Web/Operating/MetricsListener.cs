namespace BorderMap.Web.Operating;

/// <summary>Gives the measurements on an address of their own, and nothing else there; nowhere when none is set.</summary>
public static class MetricsListener
{
    public const string Path = "/metrics";

    /// <summary>Listens there too.</summary>
    public static void AddMetrics(this WebApplicationBuilder builder, Settings settings)
    {
        if (settings.Metrics is { } address)
        {
            builder.WebHost.UseUrls($"{builder.Configuration["urls"]};{address.GetLeftPart(UriPartial.Authority)}".Split(';', StringSplitOptions.RemoveEmptyEntries));
            builder.Services.AddSingleton<Measurements>();
            builder.Services.AddSingleton<ProgramMeter>();
        }
    }

    /// <summary>The first stage of a request: what comes to the address of the measurements goes no further.</summary>
    public static void UseMetrics(this WebApplication app, Settings settings)
    {
        if (settings.Metrics is not { } address)
        {
            return;
        }
        // Begun at once: what is measured before nobody has asked counts too.
        var measurements = app.Services.GetRequiredService<Measurements>();
        app.Services.GetRequiredService<ProgramMeter>();
        app.MapWhen(http => http.Connection.LocalPort == address.Port, branch => branch.Run(http => AnswerAsync(http, measurements)));
    }

    private static Task AnswerAsync(HttpContext http, Measurements measurements)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Path != Path)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        http.Response.ContentType = Measurements.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(measurements.Write(), http.RequestAborted);
    }
}
