using System.Text;
using System.Text.Json;
using BorderMap.Web.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Npgsql;

namespace BorderMap.Web.Operating;

/// <summary>
/// Messages a line each, as words or as JSON, with the request that they belong to. Of an exception its type, code and place in the program are told, and its words
/// only where they are the program's own: those of PostgreSQL may quote what is not public.
/// </summary>
public sealed class LogLines(Settings settings, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "bordermap";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, null);
        var request = RequestOf(scopeProvider);
        textWriter.WriteLine(settings.LogAsJson ? Json(logEntry.LogLevel, logEntry.Category, message, logEntry.Exception, request) : Words(logEntry.LogLevel, logEntry.Category, message, logEntry.Exception, request));
    }

    private static string Words(LogLevel level, string category, string message, Exception? error, string? request) =>
        OneLine($"{level.ToString().ToLowerInvariant()}: {category}: {message}{(request is null ? "" : $" (request {request})")}{(error is null ? "" : $" {Told(error)}")}");

    private string Json(LogLevel level, string category, string message, Exception? error, string? request)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Writing))
        {
            json.WriteStartObject();
            json.WriteString("at", time.GetUtcNow().UtcDateTime);
            json.WriteString("level", level.ToString().ToLowerInvariant());
            json.WriteString("category", category);
            json.WriteString("message", message);
            if (request is not null)
            {
                json.WriteString("request", request);
            }
            if (error is not null)
            {
                json.WriteString("error", Told(error));
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The chain of an exception, each with where it was thrown.</summary>
    internal static string Told(Exception error)
    {
        var words = error switch
        {
            PostgresException postgres => $"{nameof(PostgresException)} {postgres.SqlState} at {postgres.Routine}",
            _ => $"{error.GetType().FullName}: {error.Message}",
        };
        return $"{words}\n{error.StackTrace}{(error.InnerException is { } inner ? $"\n<- {Told(inner)}" : "")}";
    }

    private static string? RequestOf(IExternalScopeProvider? scopes)
    {
        string? request = null;
        scopes?.ForEachScope((scope, _) =>
        {
            if (scope is IEnumerable<KeyValuePair<string, object?>> pairs)
            {
                request = pairs.Where(pair => pair.Key == "RequestId").Select(pair => pair.Value?.ToString()).FirstOrDefault() ?? request;
            }
        }, 0);
        return request;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
