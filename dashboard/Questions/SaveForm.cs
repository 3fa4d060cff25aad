namespace Analytics.Dashboard.Questions;

/// <summary>What is posted to save a question.</summary>
internal sealed class SaveForm
{
    public string? Name { get; set; }

    /// <summary>The question as JSON, as saved configs hold it.</summary>
    public string? Content { get; set; }

    /// <summary>Given where all may see and ask it.</summary>
    public string? Everybody { get; set; }
}
