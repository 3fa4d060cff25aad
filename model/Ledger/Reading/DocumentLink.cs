namespace Analytics.Ledger.Reading;

/// <summary>Another document that has to do with one.</summary>
public sealed record DocumentLink(long Seq, string Key, string Kind, string DocumentNo, bool IsReversal);
