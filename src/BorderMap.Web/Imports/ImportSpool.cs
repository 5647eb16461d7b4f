using System.Buffers;
using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Imports;

/// <summary>Uploaded files while they wait to be imported: in a folder of the home that nobody else may read; each is gone when it is closed.</summary>
public sealed class ImportSpool(Settings settings)
{
    private const int Piece = 1 << 16;

    private readonly string folder = Path.Combine(settings.Home, "imports");
    private readonly long most = settings.ImportMaxMb * (1L << 20);

    public long MaxBytes => most;

    /// <summary>Removes what an earlier run of the program left. A file that another program of this home has open stays.</summary>
    public void Clear()
    {
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            try
            {
                new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (IOException)
            {
                continue; // locked: in use
            }
        }
    }

    /// <summary>Keeps a body, piece by piece.</summary>
    /// <param name="body">The file as it comes.</param>
    /// <param name="length">How long it says it is; null: it does not say.</param>
    /// <param name="cancellation">Stops it; nothing is kept then.</param>
    /// <returns>The file, open at its beginning, or why it is not kept.</returns>
    public async Task<(FileStream? File, Problem? Problem)> KeepAsync(Stream body, long? length, CancellationToken cancellation)
    {
        if (length > most)
        {
            return (null, TooLarge(length));
        }
        var file = Make();
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        var isKept = false;
        try
        {
            while (await body.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                if (file.Length + read > most)
                {
                    return (null, TooLarge(length));
                }
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            await file.FlushAsync(cancellation);
            file.Position = 0;
            isKept = true;
            return (file, null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!isKept)
            {
                await file.DisposeAsync();
            }
        }
    }

    private FileStream Make()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = Piece, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(Path.Combine(folder, Guid.NewGuid().ToString("N")), options);
    }

    private Problem TooLarge(long? length) => new(ProblemCodes.TooLarge, "body", length?.ToString(), $"The file is larger than {settings.ImportMaxMb} MB, the most that is taken here.",
        $"Split it, import it on the server with ./run import, or let the operator raise {Settings.ImportMaxName}.");
}
