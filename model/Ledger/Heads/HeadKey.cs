using System.Security.Cryptography;
using System.Text;

namespace Analytics.Ledger.Heads;

/// <summary>The key that signs heads (ECDSA P-256), or only its public half.</summary>
/// <remarks>It says that a head came from who held the key file, and no more: it lies in the data folder, unencrypted,
/// readable by its owner alone (0600).</remarks>
public sealed class HeadKey : IDisposable
{
    private const int MostBytes = 64 * 1024;

    private readonly ECDsa key;

    private HeadKey(ECDsa key)
    {
        this.key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>The fingerprint: SHA-256 over the public key's SubjectPublicKeyInfo (DER), in lower-case hex.</summary>
    public string Id { get; }

    /// <summary>The public half as PEM, to be kept elsewhere.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <summary>The key of a file; made, with the folder, where there is none yet.</summary>
    /// <exception cref="InvalidDataException">The file holds no such key: one line saying what to do.</exception>
    public static HeadKey OpenOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return Read(path, Import);
    }

    /// <summary>A key's public half, from a file of it or of the whole key.</summary>
    /// <exception cref="InvalidDataException">The file holds no such key: one line saying what to do.</exception>
    public static HeadKey OpenPublic(string path) => Read(path, pem =>
    {
        using var whole = Import(pem);
        return ECDsa.Create(whole.ExportParameters(includePrivateParameters: false));
    });

    /// <summary>A signature over the SHA-256 of the bytes, as DER in base64.</summary>
    public string Sign(byte[] bytes) => Convert.ToBase64String(
        key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    /// <summary>Whether this key made the signature over these bytes.</summary>
    public bool HasSigned(byte[] bytes, string signature)
    {
        var der = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, der, out var length)
            && key.VerifyData(
                bytes, der.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public void Dispose() => key.Dispose();

    /// <summary>Under another name first, so that nobody reads half a key; of two at once the first stays.</summary>
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var part = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(part, options))
            {
                file.Write(Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part);
        }
    }

    private static HeadKey Read(string path, Func<string, ECDsa> import)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                throw new CryptographicException();
            }

            return new HeadKey(import(File.ReadAllText(path)));
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw new InvalidDataException(
                $"{path} holds no ECDSA P-256 key in PEM: restore it, or name the right file");
        }
    }

    private static ECDsa Import(string pem)
    {
        var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(pem);
            return read.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? read
                : throw new CryptographicException();
        }
        catch
        {
            read.Dispose();
            throw;
        }
    }
}
