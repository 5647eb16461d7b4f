using System.Collections.Concurrent;
using BorderMap.Web.Operating;
using BorderMap.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BorderMap.Web.Tests.Operating;

/// <summary>Services beside the requests: one that fails is told of and begun again, and an orderly stop says nothing.</summary>
public sealed class SupervisionTests(SharedSite shared)
{
    [Fact]
    public async Task A_service_that_fails_is_told_of_and_begun_again_after_a_pause_that_grows()
    {
        var (time, log, supervision) = (new ManualTime(Site.Start), new Heard(), new Supervision());
        using var service = new Failing(failures: 9);
        using var supervised = new Supervised<Failing>(service, supervision, time, log);

        await supervised.StartAsync(CancellationToken.None);
        await UntilAsync(() => service.IsWell, () => time.Advance(TimeSpan.FromSeconds(1)));
        await supervised.StopAsync(CancellationToken.None);

        int[] pauses = [1, 2, 4, 8, 16, 32, 60, 60, 60];
        Assert.Equal(pauses.Select(seconds => $"Error: Failing failed; it begins again in {TimeSpan.FromSeconds(seconds)}. (it is broken)"), log.Lines);
        Assert.Equal(new Supervision.Standing(9, IsDown: false), supervision.Services["Failing"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_end_that_is_meant_says_nothing(bool isStopped)
    {
        var (log, supervision) = (new Heard(), new Supervision());
        using var service = new Failing(failures: 0);
        using var supervised = new Supervised<Failing>(service, supervision, TimeProvider.System, log);
        await supervised.StartAsync(CancellationToken.None);
        await UntilAsync(() => service.IsWell);

        await (isStopped ? supervised.StopAsync(CancellationToken.None) : Task.Run(supervised.Dispose, TestContext.Current.CancellationToken));
        await UntilAsync(() => supervised.ExecuteTask!.IsCompleted);

        Assert.True(supervised.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Empty(log.Lines);
        Assert.Equal(0, supervision.Services["Failing"].Failures);
    }

    [Fact]
    public void Every_service_of_the_program_is_supervised()
    {
        var services = shared.Site.Services.GetServices<IHostedService>().Select(service => service.GetType()).Where(type => type.Assembly == typeof(App).Assembly).ToList();

        Assert.All(services, type => Assert.Equal(typeof(Supervised<>), type.GetGenericTypeDefinition()));
        Assert.Equal(typeof(App).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BackgroundService)) && !type.IsGenericType).Select(type => type.Name).Order(),
            services.Select(type => type.GenericTypeArguments[0].Name).Append(nameof(NightlyBackup)).Distinct().Order());
    }

    private static async Task UntilAsync(Func<bool> isSo, Action? meanwhile = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (!isSo())
        {
            meanwhile?.Invoke();
            await Task.Delay(5, limit.Token);
        }
    }

    /// <summary>Fails so many times, and works from then on.</summary>
    private sealed class Failing(int failures) : BackgroundService
    {
        private int begun;

        public bool IsWell => Volatile.Read(ref begun) > failures;

        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Interlocked.Increment(ref begun) <= failures ? throw new InvalidOperationException("it is broken") : Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private sealed class Heard : ILogger<Supervised<Failing>>
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} ({exception?.Message})");
    }
}
