namespace Analytics.Star;

/// <summary>How generations are read.</summary>
public sealed record StarReadersOptions
{
    public StarSessionOptions Session { get; init; } = new() { MemoryLimit = "2GB" };

    /// <summary>Whether a generation is read through once before it is served, so that the first reader after a switch
    /// does not pay for cold pages.</summary>
    public bool WarmUp { get; init; } = true;
}
