namespace Analytics.Dashboard.Web;

/// <summary>What the language switch posts.</summary>
internal sealed class LanguageForm
{
    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string? To { get; set; }

    /// <summary>The page it was on; checked to be local.</summary>
    public string? Return { get; set; }
}
