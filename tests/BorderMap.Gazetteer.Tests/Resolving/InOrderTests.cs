namespace BorderMap.Gazetteer.Tests.Resolving;

public class InOrderTests
{
    [Fact]
    public async Task Hands_results_on_in_the_order_of_the_items()
    {
        var taken = new List<int>();
        await InOrder.RunAsync(Items(5000), item => { Thread.SpinWait((item * 7919) % 3000); return item; }, Take(taken), Pause, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 5000), taken);
    }

    [Fact]
    public async Task Takes_what_came_before_a_broken_item_and_then_says_what_broke()
    {
        var (taken, paused) = (new List<int>(), false);
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() =>
            InOrder.RunAsync(Items(10, failAt: 7), item => item, Take(taken), () => { paused = true; return ValueTask.CompletedTask; }, TestContext.Current.CancellationToken));
        Assert.Equal("broken", thrown.Message);
        Assert.Equal(Enumerable.Range(0, 7), taken);
        Assert.True(paused);
    }

    [Fact]
    public async Task Throws_what_the_work_throws() => await Assert.ThrowsAsync<InvalidDataException>(() =>
        InOrder.RunAsync<int, int>(Items(10), item => item == 3 ? throw new InvalidDataException() : item, Take([]), Pause, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Stops_at_once_even_while_an_item_is_waited_for()
    {
        using var stop = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        var taken = new List<int>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => InOrder.RunAsync(Endless(never.Task), item => item, item =>
        {
            taken.Add(item);
            return new ValueTask(stop.CancelAsync());
        }, Pause, stop.Token));
        Assert.Equal([0], taken);
        never.SetResult();
    }

    [Fact]
    public async Task Reads_no_more_than_some_hundred_items_ahead()
    {
        var (read, most) = (0, 0);
        await InOrder.RunAsync(Counted(), item => item, item =>
        {
            most = Math.Max(most, Volatile.Read(ref read) - item);
            return ValueTask.CompletedTask;
        }, Pause, TestContext.Current.CancellationToken);
        Assert.InRange(most, 0, 600);

        async IAsyncEnumerable<int> Counted()
        {
            for (var i = 0; i < 20_000; i++)
            {
                Interlocked.Increment(ref read);
                yield return i;
                await Task.CompletedTask;
            }
        }
    }

    private static async IAsyncEnumerable<int> Items(int count, int failAt = -1)
    {
        for (var i = 0; i < count; i++)
        {
            if (i == failAt)
            {
                throw new InvalidDataException("broken");
            }
            yield return i;
            await Task.CompletedTask;
        }
    }

    private static async IAsyncEnumerable<int> Endless(Task end)
    {
        yield return 0;
        await end;
    }

    private static Func<int, ValueTask> Take(List<int> taken) => item =>
    {
        taken.Add(item);
        return ValueTask.CompletedTask;
    };

    private static ValueTask Pause() => ValueTask.CompletedTask;
}
