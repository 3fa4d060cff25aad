using System.Security.Cryptography;

namespace Analytics.Dashboard.Api;

/// <summary>Files by the SHA-256 of their bytes, under <c>ab/abcd…</c> of the attachments' folder. The same bytes are
/// kept once; a file is there whole or not at all.</summary>
internal sealed class AttachmentStore(DashboardOptions options)
{
    /// <summary>Keeps what the stream gives.</summary>
    public async Task<AttachmentAnswer> KeepAsync(Stream body, CancellationToken ct)
    {
        Directory.CreateDirectory(options.AttachmentsFolder);
        var part = Path.Combine(options.AttachmentsFolder, Guid.NewGuid().ToString("N") + ".part");
        try
        {
            var (sha256, length) = await WriteAsync(body, part, ct);
            var path = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
            {
                File.Move(part, path, overwrite: true);
            }

            return new(sha256, length);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The file's path; null where it is not there.</summary>
    public string? Find(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(sha256))
            ? PathOf(sha256)
            : null;

    private static async Task<(string Sha256, long Length)> WriteAsync(Stream body, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[81_920];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }

    private string PathOf(string sha256) =>
        Path.GetFullPath(Path.Combine(options.AttachmentsFolder, sha256[..2], sha256));
}
