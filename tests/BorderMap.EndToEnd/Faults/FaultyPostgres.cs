using BorderMap.EndToEnd.Running;

namespace BorderMap.EndToEnd.Faults;

/// <summary>A PostgreSQL of the test's own, to be broken: started by root it lies on a small disk of its own, which can be filled.</summary>
public sealed class FaultyPostgres : PostgresNode
{
    /// <summary>Small, so that filling it is quick; a run of an hour writes more than that.</summary>
    private static readonly string DiskSize = EnduranceTests.Seconds > 600 ? "3g" : "400m";

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Whether the disk is its own.</summary>
    public static bool HasDisk => Environment.IsPrivilegedProcess;

    /// <summary>Leaves no byte free.</summary>
    public async Task FillDiskAsync()
    {
        await using var filler = new FileStream(Filler, FileMode.Create);
        var bytes = new byte[64 * 1024];
        try
        {
            while (true)
            {
                await filler.WriteAsync(bytes, TestContext.Current.CancellationToken);
                await filler.FlushAsync(TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // Full: that was wanted.
        }
    }

    public async Task FreeDiskAsync()
    {
        File.Delete(Filler);
        if (!await IsRunningAsync())
        {
            await StartAsync();
        }
    }

    protected override async Task OwnAsync()
    {
        if (HasDisk)
        {
            await DoneAsync("mount", "-t", "tmpfs", "-o", $"size={DiskSize},mode=0755", "tmpfs", Folder);
        }
        await base.OwnAsync();
    }

    protected override async Task FreeAsync()
    {
        if (HasDisk)
        {
            await Command.Run("umount", [Folder]);
        }
    }
}
