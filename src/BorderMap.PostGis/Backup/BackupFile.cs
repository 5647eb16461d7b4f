using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BorderMap.Incidents;

namespace BorderMap.PostGis.Backup;

/// <summary>
/// The file: a ZIP with <c>database.dump</c> (pg_dump's custom format, as it is) and <c>manifest.json</c>; the archive's comment is the SHA-256 of the manifest.
/// </summary>
internal static class BackupFile
{
    private const string Dump = "database.dump";
    private const string Manifest = "manifest.json";

    /// <summary>Written beside the target and moved into place when it is whole. Only its owner may read it: it holds what is not public.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="describe">Makes the manifest from the dump's length and hash.</param>
    /// <param name="write">Writes the dump.</param>
    /// <param name="cancellation">Stops it; no file stays.</param>
    public static async Task<BackupManifest> WriteAsync(string path, Func<long, string, BackupManifest> describe, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var partial = path + ".partial";
        try
        {
            BackupManifest manifest;
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            await using (var file = new FileStream(partial, options))
            {
                using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    var (bytes, sha256) = await WriteDumpAsync(archive, write, cancellation);
                    manifest = describe(bytes, sha256);
                    var json = JsonSerializer.SerializeToUtf8Bytes(manifest, IncidentJson.Options);
                    await using (var entry = archive.CreateEntry(Manifest, CompressionLevel.NoCompression).Open())
                        await entry.WriteAsync(json, cancellation);
                    archive.Comment = Convert.ToHexStringLower(SHA256.HashData(json));
                }
                file.Flush(flushToDisk: true);
            }
            File.Move(partial, path, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Reads the manifest and the whole dump against its hash.</summary>
    /// <exception cref="BackupException">The file is no backup, is damaged, or was made by a newer program.</exception>
    public static async Task<BackupManifest> VerifyAsync(string path, int knownSchema, CancellationToken cancellation)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var manifest = ReadManifest(archive, path);
            if (manifest.Schema > knownSchema)
                throw new BackupException($"{path} was made by a newer BorderMap: it has schema {manifest.Schema}, this program knows up to {knownSchema}. Restore it with that version.");
            await using var dump = Entry(archive, Dump, path).Open();
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(dump, cancellation));
            return hash == manifest.Sha256 ? manifest : throw Damaged(path, "the dump does not match its SHA-256");
        }
        catch (InvalidDataException e)
        {
            throw new BackupException($"{path} is no backup of BorderMap, or is damaged: {e.Message} Nothing was changed.", e);
        }
    }

    /// <summary>Hands the dump on.</summary>
    public static async Task CopyDumpAsync(string path, Stream target, CancellationToken cancellation)
    {
        using var archive = ZipFile.OpenRead(path);
        await using var dump = Entry(archive, Dump, path).Open();
        await dump.CopyToAsync(target, 1 << 17, cancellation);
    }

    private static async Task<(long Bytes, string Sha256)> WriteDumpAsync(ZipArchive archive, Func<Stream, Task> write, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = archive.CreateEntry(Dump, CompressionLevel.NoCompression).Open();
        var counted = new HashedStream(entry, hash);
        await write(counted);
        await entry.FlushAsync(cancellation);
        return (counted.Written, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static BackupManifest ReadManifest(ZipArchive archive, string path)
    {
        using var buffer = new MemoryStream();
        using (var entry = Entry(archive, Manifest, path).Open())
            entry.CopyTo(buffer);
        if (Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray())) != archive.Comment)
            throw Damaged(path, "its manifest does not match its hash");
        var json = Encoding.UTF8.GetString(buffer.ToArray());
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.GetProperty("format").GetString() is var format && format != BackupManifest.CurrentFormat)
                throw new BackupException($"{path} has the format '{format}', this program knows '{BackupManifest.CurrentFormat}'. Restore it with a newer BorderMap.");
            return JsonSerializer.Deserialize<BackupManifest>(json, IncidentJson.Options)!;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Damaged(path, $"its manifest cannot be read ({e.Message})");
        }
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name, string path) =>
        archive.GetEntry(name) ?? throw new BackupException($"{path} is no backup of BorderMap: it holds no {name}.");

    private static BackupException Damaged(string path, string how) => new($"{path} is damaged: {how}. Nothing was changed; use another backup.");
}
