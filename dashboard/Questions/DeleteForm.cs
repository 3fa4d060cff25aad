namespace Analytics.Dashboard.Questions;

/// <summary>What is posted to delete a saved question.</summary>
internal sealed class DeleteForm
{
    public string? Name { get; set; }
}
