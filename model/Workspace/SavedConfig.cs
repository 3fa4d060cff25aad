namespace Analytics.Workspace;

/// <summary>A saved question in one of its versions.</summary>
/// <param name="Name">Unlike all others, also where only width or case of letters differ.</param>
/// <param name="Owner">Who may change and delete it.</param>
/// <param name="SharedWith">Who else may see and run it.</param>
/// <param name="Version">From 1, one more with every saving.</param>
/// <param name="Content">What is asked, as the reports write it; not looked into here.</param>
/// <param name="SavedBy">Who saved this version.</param>
/// <param name="SavedAt">When.</param>
public sealed record SavedConfig(
    string Name, string Owner, IReadOnlyList<string> SharedWith, long Version, string Content, string SavedBy,
    DateTimeOffset SavedAt)
{
    /// <summary>Stands for everybody among those it is shared with.</summary>
    public const string Everybody = "*";

    public bool IsVisibleTo(string name) =>
        name == Owner || SharedWith.Contains(Everybody) || SharedWith.Contains(name);
}
