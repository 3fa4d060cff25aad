using System.Globalization;
using System.Text.Json;
using Analytics.Ledger.Heads;
using Analytics.Ledger.Verify;

namespace Analytics.Host.Commands;

/// <summary>The heads a verification compares with: those a person shows, and those that lie in the folder.</summary>
internal sealed class ShownHeads : IDisposable
{
    private const int MostBytes = 64 * 1024;

    private readonly List<HeldHead> outside = [];
    private readonly List<HeldHead> inFolder = [];
    private readonly List<Finding> findings = [];
    private readonly List<HeadKey> keys = [];

    public IReadOnlyList<HeldHead> Outside => outside;

    public int InFolder => inFolder.Count;

    /// <summary>Seq and hash of all of them.</summary>
    public IReadOnlyList<(long Seq, string Hash)> All =>
        [.. outside.Concat(inFolder).Select(head => (head.Seq, head.Hash))];

    /// <summary>What the person shows; null after what is wrong with it was said.</summary>
    public static ShownHeads? Read(IReadOnlyList<string> texts, IReadOnlyList<string> keyFiles)
    {
        var shown = new ShownHeads();
        foreach (var text in texts)
        {
            if (Head(text) is not { } head)
            {
                Terminal.Error(Texts.Say("verify.head_form", text));
                return null;
            }

            shown.outside.Add(head);
        }

        if (keyFiles.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            Terminal.Error(Texts.Say("verify.no_key", missing));
            return null;
        }

        shown.keys.AddRange(keyFiles.Select(HeadKey.OpenPublic));
        return shown;
    }

    /// <summary>Adds what lies in the folder: manifests of generations, the log of heads, and, where the person named
    /// no key, the folder's own.</summary>
    public void Add(DataFolder folder)
    {
        if (keys.Count == 0 && File.Exists(folder.HeadKeyPath))
        {
            keys.Add(HeadKey.OpenPublic(folder.HeadKeyPath));
        }

        foreach (var manifest in folder.Star.List())
        {
            var from = manifest.Generation + ".json";
            inFolder.Add(new HeldHead(from, manifest.Seq, manifest.LedgerHash, null));
            if (manifest.SignedHead is { ValueKind: not JsonValueKind.Null } element)
            {
                Take(from, element.GetRawText());
            }
        }

        var (heads, wrong) = folder.HeadLog.Read();
        findings.AddRange(wrong);
        inFolder.AddRange(heads.Select(head => HeldHead.Of("heads.log", head)));
    }

    /// <summary>What speaks against the heads themselves, before the chain is asked.</summary>
    public IReadOnlyList<Finding> Against(string bookId) =>
    [
        .. outside.Select(head => head.Against(bookId, keys)).OfType<Finding>(),
        // A head in the folder that another key signed is compared all the same: keys may be replaced.
        .. inFolder.Where(head => keys.Exists(key => key.Id == head.Whole?.Key))
            .Select(head => head.Against(bookId, keys)).OfType<Finding>(),
        .. findings,
    ];

    public void Dispose() => keys.ForEach(key => key.Dispose());

    private void Take(string from, string text)
    {
        if (SignedHead.TryParse(text, out var head))
        {
            inFolder.Add(HeldHead.Of(from, head));
        }
        else
        {
            findings.Add(new Finding("head", 0, $"{from}: its signed head is none"));
        }
    }

    private static HeldHead? Head(string text)
    {
        if (File.Exists(text))
        {
            return new FileInfo(text).Length <= MostBytes && SignedHead.TryParse(File.ReadAllText(text), out var head)
                ? HeldHead.Of(text, head)
                : null;
        }

        return text.Split(':') is [var seq, var hash]
            && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new HeldHead(text, number, hash.ToLowerInvariant(), null)
            : null;
    }
}
