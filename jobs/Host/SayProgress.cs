namespace Analytics.Host;

/// <summary>Shows progress at once, on the caller's thread: <see cref="Progress{T}"/> would show it late and out of
/// order.</summary>
internal sealed class SayProgress<T>(Func<T, string?> say) : IProgress<T>
{
    public void Report(T value)
    {
        if (say(value) is { } line)
        {
            Terminal.Progress(line);
        }
    }
}
