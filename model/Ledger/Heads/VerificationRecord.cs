using System.Text.Json;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;

namespace Analytics.Ledger.Heads;

/// <summary>What a verification found, signed, to be handed on (核对记录).</summary>
/// <param name="Book">The id of the book.</param>
/// <param name="Seq">Entries walked.</param>
/// <param name="Hash">The hash of the last one.</param>
/// <param name="Rows">Rows of entry tables read.</param>
/// <param name="ErasedParties">Party versions whose personal fields were erased and could not be compared.</param>
/// <param name="ProvenTo">The last entry that a head held elsewhere proves; 0 where none does.</param>
/// <param name="HeadsHeldElsewhere">Where these heads came from and what they say.</param>
/// <param name="HeadsInFolder">How many heads that lie in the folder were compared too.</param>
/// <param name="FindingCount">All that was found.</param>
/// <param name="Findings">The first hundred.</param>
/// <param name="VerifiedAt">UTC, whole milliseconds, by the verifier's clock.</param>
/// <param name="Key">The fingerprint of the key it is signed by.</param>
/// <param name="Signature">ECDSA P-256 over SHA-256 of the canonical bytes, as DER in base64.</param>
public sealed record VerificationRecord(
    string Book,
    long Seq,
    string Hash,
    long Rows,
    long ErasedParties,
    long ProvenTo,
    IReadOnlyList<string> HeadsHeldElsewhere,
    long HeadsInFolder,
    long FindingCount,
    IReadOnlyList<string> Findings,
    DateTimeOffset VerifiedAt,
    string Key,
    string Signature)
{
    internal const string Form = "analytics verification 1";

    /// <summary>What is signed: the form's name, then the fields in their order up to the key; a list is its length as
    /// a number, then its texts.</summary>
    public byte[] Bytes()
    {
        var bytes = new Canonical();
        bytes.Text(Form);
        bytes.Text(Book);
        bytes.Number(Seq);
        bytes.Text(Hash);
        bytes.Number(Rows);
        bytes.Number(ErasedParties);
        bytes.Number(ProvenTo);
        List(HeadsHeldElsewhere);
        bytes.Number(HeadsInFolder);
        bytes.Number(FindingCount);
        List(Findings);
        bytes.Number(VerifiedAt.ToUnixTimeMilliseconds());
        bytes.Text(Key);
        return bytes.Bytes();

        void List(IReadOnlyList<string> texts)
        {
            bytes.Number(texts.Count);
            foreach (var text in texts)
            {
                bytes.Text(text);
            }
        }
    }

    /// <summary>The same, signed.</summary>
    public VerificationRecord SignedBy(HeadKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var record = this with { Key = key.Id };
        return record with { Signature = key.Sign(record.Bytes()) };
    }

    /// <summary>A JSON object a person can read.</summary>
    public string ToText() => JsonSerializer.Serialize(this, HeadJson.Indented);

    /// <exception cref="JsonException">The text is no verification record.</exception>
    public static VerificationRecord Parse(string text) =>
        JsonSerializer.Deserialize<VerificationRecord>(text, HeadJson.OneLine) ?? throw new JsonException("empty");

    /// <summary>A finding as it stands in a record.</summary>
    public static string Line(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return FormattableString.Invariant($"{finding.Check} {finding.Seq}: {finding.What}");
    }
}
