using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Analytics.Dashboard.Web;

/// <summary>Styles and scripts, from the assembly. Their addresses carry a digest of them all, so browsers keep them
/// for good and never show an old one after an update.</summary>
internal sealed class Assets
{
    private const string Prefix = "assets/";

    private readonly FrozenDictionary<string, Asset> byUrl;
    private readonly FrozenDictionary<string, string> urls;

    private Assets(IReadOnlyList<Asset> assets)
    {
        byUrl = assets.ToFrozenDictionary(asset => asset.Url, StringComparer.Ordinal);
        urls = assets.ToFrozenDictionary(asset => asset.Name, asset => asset.Url, StringComparer.Ordinal);
    }

    public static Assets Load()
    {
        var assembly = typeof(Assets).Assembly;
        var files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name[Prefix.Length..], Content: Read(assembly, name)))
            .ToList();
        // One digest for all: a module imports its neighbours by relative address.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        files.ForEach(file => hash.AppendData(file.Content));
        var digest = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
        return new([.. files.Select(file => Make(file.Name, digest, file.Content))]);
    }

    /// <summary>The address of an asset by its file name.</summary>
    public string Url(string name) => urls[name];

    public Asset? Find(string url) => byUrl.GetValueOrDefault(url);

    private static Asset Make(string name, string digest, byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return new(name, $"/assets/{digest}/{name}", ContentType(name), content, memory.ToArray());
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"assets/{name}: no content type for '{other}'"),
    };
}
