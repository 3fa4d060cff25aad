using System.Security.Cryptography;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;
using LinqToDB;

namespace Analytics.Ledger.Posting;

/// <summary>The book's state as posting sees it: read from the <c>state_</c> tables when first asked, then
/// kept.</summary>
/// <remarks>Holds only while the head is as this process left it; the Journal calls <see cref="Reset"/> otherwise.
/// What a group of postings changes is kept here until <see cref="Write"/> brings it into the group's transaction: at
/// its end, or before a question that only the tables answer.</remarks>
internal sealed partial class State(
    LedgerDb db, StateTables tables, EntryWriter writer, BusinessDay day, long blockSize)
{
    // A cache is emptied when it reaches this: memory stays bounded, the tables know everything.
    private const int MostCached = 100_000;

    private readonly Dictionary<(string Kind, string Code), Draft.MasterVersion?> masters = [];
    private readonly Dictionary<(string Account, long PartyId), long> balances = [];
    private readonly HashSet<(string Account, long PartyId)> changedBalances = [];
    private readonly HashSet<(long MonthKey, string Measure)> changedControl = [];
    private readonly List<Draft> pending = [];
    private readonly Dictionary<string, DocumentState> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Number), (long Seq, string Key)?> numbers = [];
    private readonly Dictionary<long, string> itemCodes = [];
    private string newBook = "";
    private bool isLoaded;
    private bool isBlockNew;
    private Dictionary<(long MonthKey, string Measure), long> control = [];

    public BusinessDay Day => day;

    public long Seq { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>When the group is recorded, Unix milliseconds.</summary>
    public long RecordedAt { get; set; }

    /// <summary>The books are closed up to this business date, yyyymmdd; 0 where they never were.</summary>
    public long ClosedTo { get; private set; }

    /// <summary>The entry that closed them; 0 where they never were.</summary>
    public long ClosedSeq { get; private set; }

    /// <summary>The first business date that is open, yyyymmdd.</summary>
    public long FirstOpenDate => Dates.Number(Dates.Date(ClosedTo).AddDays(1));

    /// <summary>Another writes the entries and what is each one's own: nothing may be asked that depends on them.
    /// </summary>
    public bool IsWrittenElsewhere { get; set; }

    /// <summary>See <see cref="Journal.AtStep"/>.</summary>
    public Action<string>? AtStep { get; set; }

    public long Block => Seq / blockSize;

    public IReadOnlyDictionary<(long MonthKey, string Measure), long> Control => control;

    public bool Holds((long Seq, string Hash) head) => isLoaded && head.Seq == Seq && head.Hash == Hash;

    /// <summary>Forgets everything and starts from the head.</summary>
    public void Reset((long Seq, string Hash) head)
    {
        Forget();
        masters.Clear();
        itemCodes.Clear();
        pools.Clear();
        balances.Clear();
        followed.Clear();
        TrimPurchasing(-1);
        reserved.Clear();
        ResetBatches();
        ResetRetail();
        // The chain of a book begins with an id of its own, so that no head of another book ever fits it.
        newBook = head.Seq == 0 && head.Hash.Length == 0
            ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))
            : "";
        (Seq, Hash) = (head.Seq, head.Hash + newBook);
        (ClosedTo, ClosedSeq) = tables.ClosedTo();
        control = tables.Control(Block);
        isBlockNew = false;
        LoadSmallMasters();
        isLoaded = true;
    }

    public Draft.PartyPrivate? Private(long versionId)
    {
        if (pending.Exists(draft => draft.Kind == ErasurePosting.Kind))
        {
            Write();
        }

        return Pending(versionId)?.Private ?? tables.Private(versionId);
    }

    public DocumentState? FindDocument(string key) => documents.GetValueOrDefault(key) ?? tables.Document(key);

    /// <summary>The posted document of a number, or −1 and the key of one that only is a draft; null where the number
    /// is free.</summary>
    public (long Seq, string Key)? FindNumber(string kind, string number) =>
        numbers.TryGetValue((kind, number), out var known) ? known : tables.Number(kind, number);

    public DocumentRow DocumentRow(long seq) => Pending(seq)?.Document ?? Stored<DocumentRow>(seq)[0];

    public IReadOnlyList<DocumentLineRow> DocumentLines(long seq) =>
        Pending(seq)?.Lines ?? Stored<DocumentLineRow>(seq);

    public IReadOnlyList<MoneyMovementRow> MoneyRows(long seq) =>
        Pending(seq)?.Money ?? Stored<MoneyMovementRow>(seq);

    public IReadOnlyList<StockMovementRow> StockRows(long seq) =>
        Pending(seq)?.Stock ?? Stored<StockMovementRow>(seq);

    /// <summary>Rows of one entry in any other table, by line_no where they have one.</summary>
    public IReadOnlyList<T> OtherRows<T>(long seq)
        where T : class =>
        Pending(seq) is { } draft
            ? [.. draft.Other.OfType<T>().OrderBy(EntryTables.Of<T>().LineNoOf)]
            : Stored<T>(seq);

    /// <summary>Rows of an entry table, of entries that are in the book or of this group.</summary>
    public IReadOnlyList<T> Rows<T>(System.Linq.Expressions.Expression<Func<T, bool>> where)
        where T : class
    {
        Write();
        return [.. db.GetTable<T>().Where(where)];
    }

    private List<T> Stored<T>(long seq)
        where T : class =>
        [.. EntryTables.Of<T>().Read(db, seq - 1, seq).Cast<T>()];

    /// <summary>Takes a draft into the state. Throws <see cref="OverflowException"/>, changing nothing, where a total
    /// would leave the range of the book.</summary>
    public void Apply(Draft draft, string hash)
    {
        var newBalances = Balances(draft);
        var newControl = ControlTotals.After(control, draft);
        var newStock = StockAfter(draft);
        var (newTenders, newMembers) = (TenderDays.After(draft.TenderDays), MemberTotals.After(draft.MemberTotals));
        (Seq, Hash) = (draft.Seq, hash);
        pending.Add(draft);
        Merge(balances, newBalances, changedBalances);
        Merge(control, newControl, changedControl);
        if (draft.Cost is { } cost)
        {
            ApplyCost(draft, cost);
        }

        foreach (var (key, document) in draft.Documents)
        {
            documents[key] = document;
        }

        foreach (var (key, number) in draft.Numbers)
        {
            numbers[key] = number;
        }

        ApplyMaster(draft);
        ApplyFollowed(draft);
        ApplyPurchasing(draft);
        ApplySales(draft);
        ApplyBatches(draft, newStock);
        ApplyRetail(draft, newTenders, newMembers);
    }

    /// <summary>Starts the totals of the next block; those of the full one stand in the chain now.</summary>
    public void OpenBlock()
    {
        isBlockNew = true;
        control = [];
        changedControl.Clear();
    }

    /// <summary>The group is over: all that is left, and the head.</summary>
    public void Flush()
    {
        Write();
        if (changedControl.Count + poolsBefore.Count > 0)
        {
            WriteTotals();
            Forget();
        }

        if (newBook.Length > 0)
        {
            tables.PutBook(newBook);
            newBook = "";
        }

        tables.PutHead(Seq, Hash);
    }

    /// <summary>Gives up what another writes; pools, balances and totals stay until <see cref="Flush"/>.</summary>
    public void HandOver()
    {
        pending.Clear();
        documents.Clear();
        numbers.Clear();
        touched.Clear();
    }

    /// <summary>Brings what is pending into the tables, so that they can be asked.</summary>
    public void Write()
    {
        if (IsWrittenElsewhere)
        {
            throw new InvalidOperationException("this document asks for what is not written yet");
        }

        if (pending.Count > 0)
        {
            WritePending();
        }
    }

    private void WritePending()
    {
        writer.Write();
        AtStep?.Invoke("entries");
        foreach (var draft in pending)
        {
            WriteDraft(draft);
        }

        WriteFollowed();
        WritePurchasing();
        WriteSales();
        WriteRetail();
        foreach (var (key, document) in documents)
        {
            tables.PutDocument(key, document);
        }

        foreach (var (key, number) in numbers)
        {
            if (number is { } kept)
            {
                tables.PutNumber(key.Kind, key.Number, kept.Key, kept.Seq);
            }
            else
            {
                tables.DropNumber(key.Kind, key.Number);
            }
        }

        WriteTotals();
        AtStep?.Invoke("state");
        Forget();
    }

    private void WriteTotals()
    {
        WritePools();
        WriteBatches();
        foreach (var key in changedBalances)
        {
            tables.PutBalance(key, balances[key]);
        }

        foreach (var key in changedControl)
        {
            tables.PutControl(Block, key, control[key]);
        }

        if (isBlockNew)
        {
            tables.DropControl(Block);
            isBlockNew = false;
        }
    }

    /// <summary>Between two groups, also where nothing was written: what was only looked up and refused is kept too.
    /// </summary>
    public void Trim()
    {
        if (masters.Count > MostCached)
        {
            masters.Clear();
            itemCodes.Clear();
        }

        if (pools.Count > MostCached)
        {
            pools.Clear();
        }

        if (balances.Count > MostCached)
        {
            balances.Clear();
        }

        if (followed.Count > MostCached)
        {
            followed.Clear();
        }

        TrimPurchasing(MostCached);
        TrimSales();
        TrimBatches();
        TrimRetail();
    }

    /// <summary>An entry of this group that the tables do not have yet; null for any other. Their seqs have no gap.
    /// </summary>
    private Draft? Pending(long seq) =>
        pending.Count > 0 && seq >= pending[0].Seq && seq <= pending[^1].Seq
            ? pending[(int)(seq - pending[0].Seq)]
            : null;

    private void WriteDraft(Draft draft)
    {
        if (draft.Master is { } master)
        {
            tables.PutMaster(master);
        }

        if (draft.Private is { } fields)
        {
            tables.PutPrivate(fields);
        }

        foreach (var write in draft.StateRows)
        {
            write(tables);
        }
    }

    private void ApplyMaster(Draft draft)
    {
        if (draft.Master is { } master)
        {
            masters[(master.Kind, master.Code)] = master;
            TakeSmallMaster(master.Row);
        }

        if (draft.Other is [PeriodCloseRow close])
        {
            (ClosedTo, ClosedSeq) = (close.ClosedTo, close.Seq);
        }
    }

    private Dictionary<(string Account, long PartyId), long> Balances(Draft draft)
    {
        var after = new Dictionary<(string Account, long PartyId), long>();
        foreach (var money in draft.Money)
        {
            Add(money.DebitAccount, money.DebitPartyId, money.Amount);
            Add(money.CreditAccount, money.CreditPartyId, -money.Amount);
        }

        return after;

        void Add(string account, long partyId, long amount)
        {
            var key = (account, partyId);
            var known = after.TryGetValue(key, out var soFar) ? soFar
                : balances.TryGetValue(key, out var kept) ? kept
                : tables.Balance(key.account, key.partyId);
            after[key] = Exact.Total(known, amount);
        }
    }

    private void Forget()
    {
        pending.Clear();
        documents.Clear();
        numbers.Clear();
        poolsBefore.Clear();
        touched.Clear();
        ForgetBatches();
        ForgetRetail();
        changedFollowed.Clear();
        ForgetPurchasing();
        changedReserved.Clear();
        changedBalances.Clear();
        changedControl.Clear();
    }

    private static void Merge<TKey>(Dictionary<TKey, long> into, Dictionary<TKey, long> from, HashSet<TKey> changed)
        where TKey : notnull
    {
        foreach (var (key, value) in from)
        {
            into[key] = value;
            changed.Add(key);
        }
    }
}
