namespace Analytics.Dashboard.Api;

/// <summary>Why a draft is given up.</summary>
internal sealed record TerminationForm(string Note = "");
