namespace Analytics.Star;

/// <summary>How generations are read.</summary>
public sealed record StarReadersOptions
{
    /// <summary>For the served generation, and for the next while it takes over.</summary>
    public StarSessionOptions Session { get; init; } = new() { MemoryLimit = "2GB" };

    /// <summary>For each generation that is asked for by name and is not the served one.</summary>
    public string PastMemoryLimit { get; init; } = "512MB";

    /// <summary>Whether a generation is read through once before it is served, so that the first reader after a switch
    /// does not pay for cold pages.</summary>
    public bool WarmUp { get; init; } = true;
}
