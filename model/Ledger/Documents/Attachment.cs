namespace Analytics.Ledger;

/// <summary>A file that belongs to a document; the book holds its hash, not its bytes.</summary>
/// <param name="Sha256">Of its bytes, 64 lower-case hex digits.</param>
/// <param name="FileName">As its owner called it.</param>
/// <param name="MediaType">Such as <c>application/pdf</c>; empty where not known.</param>
/// <param name="ByteCount">Its length.</param>
public sealed record Attachment(string Sha256, string FileName, string MediaType, long ByteCount);
