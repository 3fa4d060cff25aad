using Analytics.Ledger.Tables;
using LinqToDB;

namespace Analytics.Ledger.Posting;

/// <summary>What a document's life asks of the state.</summary>
internal sealed partial class State
{
    private List<ApprovalRuleRow>? approvalRules;

    /// <summary>The approval rules as they are now.</summary>
    public IReadOnlyList<ApprovalRuleRow> ApprovalRules =>
        approvalRules ??=
        [
            .. Rows<ApprovalRuleRow>(_ => true)
                .GroupBy(row => row.ApprovalRuleId)
                .Select(versions => versions.MaxBy(row => row.VersionId)!),
        ];

    /// <summary>An item by its id, as it is now. Its first version bears the id as its own.</summary>
    public ItemRow ItemById(long id)
    {
        Settle(new Costing.MovementRef(id, 1));
        return Item(db.GetTable<ItemRow>().First(row => row.VersionId == id).ItemCode)!;
    }

    /// <summary>A store or depot by its id, as it is now.</summary>
    public StoreRow StoreById(long id)
    {
        Settle(new Costing.MovementRef(id, 1));
        return Store(db.GetTable<StoreRow>().First(row => row.VersionId == id).StoreCode)!;
    }

    /// <summary>A draft by its entry.</summary>
    public DraftRow Draft(long seq) =>
        pending.Find(draft => draft.Seq == seq)?.Other.OfType<DraftRow>().Single()
        ?? db.GetTable<DraftRow>().First(row => row.Seq == seq);

    public IReadOnlyList<MoneyMovementRow> MoneyRows(long seq) =>
        pending.Find(draft => draft.Seq == seq)?.Money
        ?? [.. db.GetTable<MoneyMovementRow>().Where(row => row.Seq == seq).OrderBy(row => row.LineNo)];

    /// <summary>Rows of an entry's other tables, in order.</summary>
    public IReadOnlyList<T> OtherRows<T>(long seq, System.Linq.Expressions.Expression<Func<T, bool>> ofSeq)
        where T : class =>
        pending.Find(draft => draft.Seq == seq) is { } draft
            ? [.. draft.Other.OfType<T>()]
            : [.. db.GetTable<T>().Where(ofSeq)];
}
