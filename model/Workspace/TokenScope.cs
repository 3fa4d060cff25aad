namespace Analytics.Workspace;

/// <summary>What a token may do, by the names that stand in the database and on the command line.</summary>
public static class TokenScope
{
    /// <summary>Read documents, and what became of them, without their cost.</summary>
    public const string ReadDocuments = "documents:read";

    /// <summary>Hand in documents, drafts, terminations, reversals and attachments.</summary>
    public const string PostDocuments = "documents:post";

    /// <summary>Approve or reject what awaits it.</summary>
    public const string ApproveDocuments = "documents:approve";

    /// <summary>Write versions of masters, approval rules left out.</summary>
    public const string WriteMasters = "masters:write";

    /// <summary>Write versions of approval rules, and so decide what needs the eyes of others.</summary>
    public const string ManageApprovals = "approvals:manage";

    /// <summary>Ask for reports; beside <see cref="ReadDocuments"/> also see what documents cost.</summary>
    public const string ReadReports = "reports:read";

    /// <summary>Save questions, and change and delete those it saved.</summary>
    public const string WriteConfigs = "configs:write";

    /// <summary>Read what the book knows of accounting: statements, vouchers, open items, invoices to come, prices. The
    /// names of parties stand in them, and what goods cost.</summary>
    public const string ReadAccounts = "accounts:read";

    /// <summary>Close periods.</summary>
    public const string ClosePeriods = "periods:close";

    /// <summary>Read the heads of the chain.</summary>
    public const string ReadHeads = "heads:read";

    public static readonly IReadOnlyList<string> All =
    [
        ReadDocuments, PostDocuments, ApproveDocuments, WriteMasters, ManageApprovals, ReadReports,
        WriteConfigs, ReadAccounts, ClosePeriods, ReadHeads,
    ];
}
