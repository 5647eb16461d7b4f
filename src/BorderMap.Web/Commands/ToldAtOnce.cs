namespace BorderMap.Web.Commands;

/// <summary>Progress told in order and at once (<see cref="Progress{T}"/> tells it later, from any thread).</summary>
public sealed class ToldAtOnce<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
