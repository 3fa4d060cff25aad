namespace Analytics.Dashboard.Api;

/// <summary>What a document needs to name an attachment.</summary>
internal sealed record AttachmentAnswer(string Sha256, long ByteCount);
