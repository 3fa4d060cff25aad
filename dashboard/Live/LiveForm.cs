namespace Analytics.Dashboard.Live;

/// <summary>What is posted to make a live source, or to revoke one.</summary>
internal sealed class LiveForm
{
    /// <summary>The question's name.</summary>
    public string? Name { get; set; }

    /// <summary>How long it is good for; empty where for ever.</summary>
    public int? Days { get; set; }

    /// <summary>Of the source to revoke.</summary>
    public long Id { get; set; }
}
