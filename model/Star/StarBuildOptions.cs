namespace Analytics.Star;

/// <summary>How a generation is built.</summary>
public sealed record StarBuildOptions
{
    public StarSessionOptions Session { get; init; } = new();

    /// <summary>The generation to begin with a copy of; null begins with empty tables.</summary>
    public Manifest? Onto { get; init; }

    /// <summary>Called with the name of each step when the step is done. Throwing, or ending the process, stops the
    /// build there: what is served stays as it was until the last step, <c>pointed</c>.</summary>
    public Action<string>? AtStep { get; init; }
}
