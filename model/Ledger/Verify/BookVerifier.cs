using System.Data.Common;
using System.Globalization;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;
using LinqToDB;

namespace Analytics.Ledger.Verify;

/// <summary>Walks the chain from the first entry to the last, rebuilds the state, and says what is not as posting left
/// it.</summary>
/// <remarks>A changed, missing, added or exchanged row breaks the hash of its entry. Entries cut off at the end leave a
/// chain that is whole: only a head held elsewhere shows them.</remarks>
public sealed class BookVerifier
{
    private readonly Findings findings = new();
    private readonly Canonical canonical = new();
    private readonly LifeReplay life = new();
    private readonly BookReader view;
    private readonly BusinessDay day;
    private readonly Replay replay;
    private readonly IProgress<VerifyProgress>? progress;

    private readonly long blockSize;

    private BookVerifier(BookReader view, BusinessDay day, IProgress<VerifyProgress>? progress, long blockSize)
    {
        this.day = day;
        this.view = view;
        this.progress = progress;
        this.blockSize = blockSize;
        replay = new Replay(findings, blockSize);
    }

    /// <param name="book">To verify; posting may go on meanwhile.</param>
    /// <param name="heads">Heads held elsewhere: seq and hash.</param>
    /// <param name="progress">How far it is: entries walked, items costed again, checks of state.</param>
    /// <param name="ct">Stops at once; nothing is written in any case.</param>
    public static Task<VerifyReport> VerifyAsync(
        Book book, IReadOnlyList<(long Seq, string Hash)> heads, IProgress<VerifyProgress>? progress,
        CancellationToken ct) =>
        VerifyAsync(book, heads, progress, Journal.BlockSize, ct);

    internal static async Task<VerifyReport> VerifyAsync(
        Book book, IReadOnlyList<(long Seq, string Hash)> heads, IProgress<VerifyProgress>? progress, long blockSize,
        CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        var verifier = new BookVerifier(view, book.Day, progress, blockSize);
        return await Task.Run(() => verifier.Verify(heads, ct), ct);
    }

    private VerifyReport Verify(IReadOnlyList<(long Seq, string Hash)> heads, CancellationToken ct)
    {
        using var walk = new EntryWalk(view, findings);
        var bySeq = heads.ToLookup(head => head.Seq, head => head.Hash);
        var hash = view.BookId;
        for (var seq = 1L; seq <= view.Seq && seq < long.MaxValue; seq++)
        {
            ct.ThrowIfCancellationRequested();
            if (walk.At(seq) is not { } found)
            {
                seq = Gap(seq, Math.Min(walk.Next(seq) - 1, view.Seq), heads);
                continue;
            }

            hash = Entry(found.Entry, found.Draft, hash);
            foreach (var held in bySeq[seq])
            {
                findings.Expect(hash, held, "chain", seq, "the chain's hash against a head held elsewhere");
            }

            if (seq % 10_000 == 0)
            {
                Say(VerifyStep.Entries, seq, view.Seq);
            }
        }

        walk.Finish();
        findings.Expect(view.Hash, hash, "chain", view.Seq, "the head's hash");
        foreach (var head in heads.Where(head => head.Seq > view.Seq))
        {
            findings.Add("chain", head.Seq, string.Create(
                CultureInfo.InvariantCulture, $"the book ends at {view.Seq}, a head held elsewhere is later"));
        }

        var erased = Rest(ct);
        return new VerifyReport(
            view.BookId, view.Seq, hash, walk.Rows, erased, heads.Count, findings.Count, findings.Kept);
    }

    /// <summary>A run of entries that are not there is one finding, however long; answers its last seq.</summary>
    private long Gap(long from, long to, IReadOnlyList<(long Seq, string Hash)> heads)
    {
        var until = from == to ? "" : string.Create(CultureInfo.InvariantCulture, $", and so are all to {to}");
        findings.Add("chain", from, "the entry is missing" + until);
        foreach (var head in heads.Where(head => head.Seq >= from && head.Seq <= to))
        {
            findings.Add("chain", head.Seq, "a head held elsewhere stands on an entry that is missing");
        }

        return to;
    }

    private string Entry(EntryRow entry, Draft draft, string before)
    {
        var hash = Chain.Hash(canonical, before, entry, draft.Rows);
        if (hash != entry.Hash)
        {
            findings.Add(
                "chain", entry.Seq, $"an entry of kind {draft.Kind} is not what was posted: its hash does not match");
        }

        try
        {
            replay.Take(draft);
            life.Take(entry, draft);
        }
        catch (Exception fault) when (IsSenseless(fault))
        {
            findings.Add("cost", entry.Seq, "numbers that cannot be added up or divided");
        }

        // The recorded hash goes on, so that one altered entry is one finding and not all that follow it.
        return entry.Hash;
    }

    /// <summary>What needs no walk; answers how many persons were erased.</summary>
    private long Rest(CancellationToken ct)
    {
        try
        {
            Compare(ct);
            return Private();
        }
        catch (DbException fault) when (fault.SqlState is ['2', '2', ..])
        {
            // PostgreSQL ends the view with the first number that leaves its range.
            findings.Add("state", 0, $"numbers that cannot be added up; the rest is not compared: {fault.Message}");
            return 0;
        }
        catch (Exception fault) when (IsSenseless(fault))
        {
            findings.Add("state", 0, $"values that mean nothing; the rest is not compared: {fault.Message}");
            return 0;
        }
    }

    /// <summary>What a value that posting never wrote makes of code that takes the book at its word.</summary>
    private static bool IsSenseless(Exception fault) => fault is ArithmeticException or ArgumentException
        or FormatException or InvalidCastException or KeyNotFoundException or InvalidOperationException;

    private void Compare(CancellationToken ct)
    {
        using var tables = new StateTables(view.Connection) { Transaction = view.Transaction };
        var boundaries = Boundaries();
        var items = tables.CostedItems()
            .ToDictionary(item => item.ItemId, item => (CostMethods.Of(item.Method), item.IsCompanyWide));
        var closedTo = tables.ClosedTo().Date;
        foreach (var (at, item) in items.Keys.Index())
        {
            ct.ThrowIfCancellationRequested();
            Say(VerifyStep.Costs, at, items.Count);
            Cost(new ReplayedItem(tables, items, item, closedTo), boundaries);
        }

        foreach (var (key, amount) in replay.Balances)
        {
            findings.Expect(
                tables.Balance(key.Account, key.PartyId), amount, "state", 0,
                $"balance of account {key.Account}, party {key.PartyId}");
        }

        var open = tables.Control(view.Seq / blockSize);
        foreach (var (key, total) in replay.Control)
        {
            findings.Expect(
                open.GetValueOrDefault(key), total, "control", 0, $"open total {key.Measure} {key.MonthKey}");
        }

        life.Compare(tables, findings);
        Counts();
        var files = LedgerSql.Files("verify");
        foreach (var (at, file) in files.Index())
        {
            ct.ThrowIfCancellationRequested();
            var name = Path.GetFileNameWithoutExtension(file);
            Say(VerifyStep.State, at, files.Count, name);
            Query(file, name);
        }
    }

    private void Say(VerifyStep step, long done, long total, string check = "") =>
        progress?.Report(new VerifyProgress(step, done, total, check));

    /// <summary>Where each closed period ended.</summary>
    private List<long> Boundaries()
    {
        using var db = new LedgerDb(view.Transaction);
        return
        [
            .. db.GetTable<PeriodCloseRow>().Select(row => row.ClosedTo).ToList().Order().Select(closedTo =>
                day.BeginOf(Dates.Date(closedTo).AddDays(1)).ToUnixTimeMilliseconds()),
        ];
    }

    private void Cost(ReplayedItem item, IReadOnlyList<long> boundaries)
    {
        try
        {
            new CostReplay(item, findings).Run(
                item.Movements, item.Tables.Checkpoints(item.ItemId), boundaries);
        }
        catch (Exception fault) when (IsSenseless(fault))
        {
            findings.Add("cost", 0, $"item {item.ItemId}: its movements cannot be costed again");
        }
    }

    /// <summary>Every state row has its match by now if there are as many of each.</summary>
    private void Counts()
    {
        using var command = view.Command(LedgerSql.Text("sql/state_counts.sql"));
        using var row = command.ExecuteReader();
        row.Read();
        findings.Expect(row.GetInt64(0), replay.Balances.Count, "state", 0, "rows of state_balance");
        findings.Expect(row.GetInt64(1), replay.Control.Count, "control", 0, "rows of state_control");
    }

    /// <summary>A file of <c>verify/</c> returns what a state table has too much, too little or otherwise.</summary>
    private void Query(string file, string name)
    {
        using var command = view.Command(LedgerSql.Text(file));
        view.Transaction.Save(name);
        try
        {
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var cells = Enumerable.Range(0, rows.FieldCount)
                    .Select(at => $"{rows.GetName(at)} {rows.GetValue(at)}");
                findings.Add("state", 0, $"{name}: {string.Join(", ", cells)}");
            }
        }
        catch (DbException fault)
        {
            // A mangled book may hold numbers that do not add up to one. PostgreSQL goes on from the savepoint only.
            view.Transaction.Rollback(name);
            findings.Add("state", 0, $"{name}: {fault.Message}");
        }
    }

    private long Private()
    {
        using var command = view.Command(LedgerSql.Text("sql/all_party_private.sql"));
        using var rows = command.ExecuteReader();
        var erased = 0L;
        while (rows.Read())
        {
            var gone = Enumerable.Range(2, 4).Count(rows.IsDBNull);
            var isErased = rows.GetInt64(6) > 0;
            erased += isErased ? 1 : 0;
            var fault = isErased ? (gone == 4 ? null : "personal fields of a party stand that were erased")
                : gone == 4 ? "personal fields of a party are gone, and no entry erased them"
                : gone > 0 || Digest(rows) != rows.GetString(1) ? "personal fields of a party are not what was posted"
                : null;
            if (fault is not null)
            {
                findings.Add("private", rows.GetInt64(0), fault);
            }
        }

        return erased;
    }

    private static string Digest(DbDataReader row) => ContentDigest.Of(
        new PartyMaster("", row.GetString(2)) { Phone = row.GetString(3), Address = row.GetString(4) },
        row.GetString(5));
}
