using System.Security.Cryptography;
using BorderMap.Incidents.Exporting;
using BorderMap.PostGis;
using BorderMap.PostGis.Backup;

namespace BorderMap.Web.Exports;

/// <summary>Writes one state into files.</summary>
/// <param name="export">The state.</param>
/// <param name="site">The address below which incidents have their pages; null: not said.</param>
internal sealed class ExportFiles(PublicExport export, Uri? site)
{
    public PublicExport Export => export;

    /// <summary>Writes a file, and sees to it that it lies on the disk.</summary>
    public async Task<WrittenFile> WriteAsync(ExportFile file, string path, CancellationToken cancellation)
    {
        var format = file.Format(await HeadAsync(file.IsLocated, cancellation));
        await using var output = File.Create(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var hashed = new HashedStream(output, hash);
        var incidents = await export.WriteAsync(format, hashed, cancellation);
        output.Flush(flushToDisk: true);
        return new WrittenFile($"incidents.{file.Ending}", file.MediaType, hashed.Written, Convert.ToHexStringLower(hash.GetCurrentHash()), incidents);
    }

    public async Task<ExportHead> HeadAsync(bool isLocated, CancellationToken cancellation) =>
        new(export.Query.Filter.ToQuery(), export.Pub, await export.CountAsync(isLocated: false, cancellation), isLocated ? await export.CountAsync(isLocated: true, cancellation) : null)
        {
            Site = site?.ToString().TrimEnd('/'),
        };
}

/// <summary>A file of a dump.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, hexadecimal.</param>
/// <param name="Incidents">How many it holds; null: none by its nature.</param>
public sealed record WrittenFile(string Name, string MediaType, long Bytes, string Sha256, long? Incidents);
