namespace Analytics.Dashboard.Api;

/// <summary>What somebody says to a document that awaits approval.</summary>
internal sealed record ApprovalForm(bool IsApproved, string Note = "");
