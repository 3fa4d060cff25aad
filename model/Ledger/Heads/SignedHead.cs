using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Heads;

/// <summary>The end of a book's chain at some moment, signed so that it can leave the folder (签名链头). Who keeps one
/// can later show what the book held by then.</summary>
/// <remarks>Not a secret, and no proof of the time: <see cref="SignedAt"/> is the signer's own clock.</remarks>
/// <param name="Book">The book's id: 32 hex digits drawn with its first entry, and the beginning of its chain.</param>
/// <param name="Seq">The last entry.</param>
/// <param name="Hash">Its hash: 64 lower-case hex digits.</param>
/// <param name="RecordedAt">When it was recorded, UTC, whole milliseconds.</param>
/// <param name="SignedAt">When it was signed, UTC, whole milliseconds.</param>
/// <param name="Key">The fingerprint of the key, see <see cref="HeadKey.Id"/>.</param>
/// <param name="Signature">ECDSA P-256 over SHA-256 of the canonical bytes, as DER in base64.</param>
public sealed record SignedHead(
    string Book, long Seq, string Hash, DateTimeOffset RecordedAt, DateTimeOffset SignedAt, string Key,
    string Signature)
{
    internal const string Form = "analytics head 1";

    /// <summary>What is signed: the form's name, book, seq, hash, recorded_at, signed_at and key, written as the rows
    /// of an entry are (README.md, "The chain").</summary>
    public byte[] Bytes()
    {
        var bytes = new Canonical();
        bytes.Text(Form);
        bytes.Text(Book);
        bytes.Number(Seq);
        bytes.Text(Hash);
        bytes.Number(RecordedAt.ToUnixTimeMilliseconds());
        bytes.Number(SignedAt.ToUnixTimeMilliseconds());
        bytes.Text(Key);
        return bytes.Bytes();
    }

    /// <summary>A JSON object on one line.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, HeadJson.OneLine);

    /// <summary>A JSON object a person can read.</summary>
    public string ToText() => JsonSerializer.Serialize(this, HeadJson.Indented);

    /// <summary>As a value to be put into other JSON.</summary>
    public JsonElement ToElement() => JsonSerializer.SerializeToElement(this, HeadJson.OneLine);

    /// <summary>Reads the text of a head file; false where it is none. Its signature is not looked at.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SignedHead? head)
    {
        try
        {
            head = JsonSerializer.Deserialize<SignedHead>(text, HeadJson.OneLine);
        }
        catch (JsonException)
        {
            head = null;
        }

        return head is not null;
    }
}
