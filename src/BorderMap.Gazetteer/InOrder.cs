using System.Threading.Channels;

namespace BorderMap.Gazetteer;

/// <summary>Works on many items at once and hands the results on in the order of the items, with no more than some hundred of them in memory.</summary>
public static class InOrder
{
    private const int MostWaiting = 512;

    /// <param name="items">Read one after the other, ahead of the work.</param>
    /// <param name="work">Thread-safe; for several items at a time.</param>
    /// <param name="take">Receives the results one after the other.</param>
    /// <param name="pause">Called when no result is ready, and at the end, however it comes: the time to flush.</param>
    /// <param name="cancellation">Ends at once, even where reading the next item does not.</param>
    public static async Task RunAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, TResult> work, Func<TResult, ValueTask> take, Func<ValueTask> pause, CancellationToken cancellation)
    {
        var started = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _ = Task.Run(() => StartAsync(items, work, started.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (await started.Reader.WaitToReadAsync(cancellation))
            {
                while (started.Reader.TryRead(out var result))
                {
                    await take(await result.WaitAsync(cancellation));
                }
                await pause();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await pause();
        }
    }

    /// <summary>What goes wrong with the items is thrown to the reader, behind the results of those before.</summary>
    private static async Task StartAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, TResult> work, ChannelWriter<Task<TResult>> started, CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellation))
            {
                await started.WriteAsync(Task.Run(() => work(item), cancellation), cancellation);
            }
            started.Complete();
        }
        catch (Exception error)
        {
            started.Complete(error);
        }
    }
}
