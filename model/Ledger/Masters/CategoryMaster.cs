namespace Analytics.Ledger;

/// <summary>A version of an item category (商品类别). An empty parent code makes it a root; trees have three
/// levels.</summary>
public sealed record CategoryMaster(string Code, string Name, string ParentCode = "") : Submission;
