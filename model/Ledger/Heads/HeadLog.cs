using System.Text;
using Analytics.Ledger.Verify;

namespace Analytics.Ledger.Heads;

/// <summary>Every head that was signed, one JSON object a line, only ever added to: <c>heads.log</c>.</summary>
/// <remarks>It lies beside the book, so it convicts only who forgot to change it too.</remarks>
public sealed class HeadLog(string path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Adds a head; it is on disk when this returns. Waits while another process adds one.</summary>
    public void Add(SignedHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        using var file = Open();
        // A line without an end was being written when the power went: nobody was given that head.
        file.SetLength(EndOfLastLine(file));
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(head.ToLine() + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>The heads in it, and a finding for each line that is none.</summary>
    public (IReadOnlyList<SignedHead> Heads, IReadOnlyList<Finding> Findings) Read()
    {
        var heads = new List<SignedHead>();
        var findings = new List<Finding>();
        if (!File.Exists(path))
        {
            return (heads, findings);
        }

        var lines = File.ReadAllText(path).Split('\n');
        for (var at = 0; at < lines.Length - 1; at++)
        {
            if (SignedHead.TryParse(lines[at], out var head))
            {
                heads.Add(head);
            }
            else
            {
                findings.Add(new Finding("head", 0, FormattableString.Invariant(
                    $"{Path.GetFileName(path)}, line {at + 1}: not a signed head")));
            }
        }

        return (heads, findings);
    }

    private FileStream Open()
    {
        FileStream? file = null;
        return SpinWait.SpinUntil(() => (file = TryOpen()) is not null, Patience) ? file! : Alone();
    }

    private FileStream? TryOpen()
    {
        try
        {
            return Alone();
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private FileStream Alone() => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    private static long EndOfLastLine(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                return end;
            }
        }

        return 0;
    }
}
