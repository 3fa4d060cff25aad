using System.Security.Cryptography;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Turns a master (档案) into the version it makes. The first version's seq is the master's durable id; content
/// equal to the current version is "already there".</summary>
internal static class MasterPosting
{
    public static Outcome Post(CategoryMaster master, State state)
    {
        if (Invalid(master.Code, master.Name, master.ParentCode) is { } invalid)
        {
            return invalid;
        }

        var known = state.Categories.Find(master.Code);
        var parent = master.ParentCode.Length == 0 ? null : state.Categories.Find(master.ParentCode);
        if (parent is null && master.ParentCode.Length > 0)
        {
            return new Refusal(RefusalReason.UnknownCategory, 0, master.ParentCode);
        }

        if (parent is not null && !state.Categories.Fits(known?.CategoryId, parent))
        {
            return new Refusal(RefusalReason.CategoryTooDeep, 0, master.Code);
        }

        var seq = state.Seq + 1;
        var row = new CategoryRow
        {
            VersionId = seq,
            CategoryId = known?.CategoryId ?? seq,
            CategoryCode = master.Code,
            CategoryName = master.Name,
            ParentId = parent?.CategoryId ?? None.Id,
        };
        return known is not null && row with { VersionId = known.VersionId } == known
            ? Outcome.Already(known.VersionId)
            : Version(MasterKinds.Category, master.Code, row.CategoryId, seq, row);
    }

    public static Outcome Post(ItemMaster master, State state)
    {
        if (Invalid(
                master.Code, master.Name, master.CategoryCode, master.Specification, master.Maker, master.BaseUnit,
                master.PackUnit) is { } invalid)
        {
            return invalid;
        }

        if (state.Categories.Find(master.CategoryCode) is not { } category)
        {
            return new Refusal(RefusalReason.UnknownCategory, 0, master.CategoryCode);
        }

        // Half of the last decimal kept would round to a pack that holds nothing.
        if (master.PackFactor is < 0.000_001m or > 1_000_000 || master.TaxRate is < 0 or >= 1)
        {
            return new Refusal(RefusalReason.AmountTooLarge, 0, $"{master.PackFactor}, {master.TaxRate}");
        }

        var known = state.Item(master.Code);
        var seq = state.Seq + 1;
        var row = new ItemRow
        {
            VersionId = seq,
            ItemId = known?.ItemId ?? seq,
            ItemCode = master.Code,
            ItemName = master.Name,
            CategoryId = category.CategoryId,
            CostClassId = None.Id,
            Specification = master.Specification,
            Maker = master.Maker,
            BaseUnit = master.BaseUnit,
            PackUnit = master.PackUnit,
            PackFactor = (long)Math.Round(master.PackFactor * 1_000_000, 0, MidpointRounding.AwayFromZero),
            TaxRate = Money.Round(master.TaxRate).Units,
            IsActive = master.IsActive ? 1 : 0,
        };
        return known is not null && row with { VersionId = known.VersionId } == known
            ? Outcome.Already(known.VersionId)
            : Version(MasterKinds.Item, master.Code, row.ItemId, seq, row);
    }

    public static Outcome Post(PartyMaster master, State state)
    {
        if (Invalid(master.Code, master.Name, master.PartyClass, master.Region, master.Phone, master.Address)
            is { } invalid)
        {
            return invalid;
        }

        var known = state.Party(master.Code);
        var salt = known is null ? null : state.Private(known.VersionId)?.Salt;
        var seq = state.Seq + 1;
        var row = new PartyRow
        {
            VersionId = seq,
            PartyId = known?.PartyId ?? seq,
            PartyCode = master.Code,
            IsCustomer = master.IsCustomer ? 1 : 0,
            IsSupplier = master.IsSupplier ? 1 : 0,
            PartyClass = master.PartyClass,
            Region = master.Region,
            IsActive = master.IsActive ? 1 : 0,
            SettlementPartyId = None.Id,
            PriceListId = None.Id,
            EmployeeId = None.Id,
            LicenceValidTo = None.Id,
            PrivateDigest = salt is null ? "" : ContentDigest.Of(master, salt),
        };
        if (known is not null && row with { VersionId = known.VersionId } == known)
        {
            return Outcome.Already(known.VersionId);
        }

        salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        row = row with { PrivateDigest = ContentDigest.Of(master, salt) };
        var draft = Version(MasterKinds.Party, master.Code, row.PartyId, seq, row);
        draft.Private = new Draft.PartyPrivate(seq, master.Name, master.Phone, master.Address, salt);
        return draft;
    }

    public static Outcome Post(StoreMaster master, State state)
    {
        if (Invalid(master.Code, master.Name, master.Region) is { } invalid)
        {
            return invalid;
        }

        var known = state.Store(master.Code);
        var seq = state.Seq + 1;
        var row = new StoreRow
        {
            VersionId = seq,
            StoreId = known?.StoreId ?? seq,
            StoreCode = master.Code,
            StoreName = master.Name,
            StoreKind = master.Kind == StoreKind.Store ? "store" : "depot",
            LegalEntityId = None.Id,
            DepartmentId = None.Id,
            Region = master.Region,
            OpenedOn = master.OpenedOn is { } opened ? Dates.Number(opened) : None.Id,
            ClosedOn = master.ClosedOn is { } closed ? Dates.Number(closed) : None.Id,
            MayGoNegative = master.MayGoNegative ? 1 : 0,
        };
        return known is not null && row with { VersionId = known.VersionId } == known
            ? Outcome.Already(known.VersionId)
            : Version(MasterKinds.Store, master.Code, row.StoreId, seq, row);
    }

    public static Outcome Post(EmployeeMaster master, State state)
    {
        if (Invalid(master.Code, master.Name, master.StoreCode) is { } invalid)
        {
            return invalid;
        }

        var store = master.StoreCode.Length == 0 ? null : state.Store(master.StoreCode);
        if (store is null && master.StoreCode.Length > 0)
        {
            return new Refusal(RefusalReason.UnknownStore, 0, master.StoreCode);
        }

        var known = state.Employee(master.Code);
        var seq = state.Seq + 1;
        var row = new EmployeeRow
        {
            VersionId = seq,
            EmployeeId = known?.EmployeeId ?? seq,
            EmployeeCode = master.Code,
            EmployeeName = master.Name,
            StoreId = store?.StoreId ?? None.Id,
            DepartmentId = None.Id,
            IsActive = master.IsActive ? 1 : 0,
        };
        return known is not null && row with { VersionId = known.VersionId } == known
            ? Outcome.Already(known.VersionId)
            : Version(MasterKinds.Employee, master.Code, row.EmployeeId, seq, row);
    }

    private static Draft Version(string kind, string code, long id, long seq, object row)
    {
        var draft = new Draft(seq, kind) { Master = new Draft.MasterVersion(kind, code, id, seq, row) };
        draft.Other.Add(row);
        return draft;
    }

    private static Refusal? Invalid(string code, params ReadOnlySpan<string> texts) =>
        code.Length == 0 ? new Refusal(RefusalReason.CodeMissing, 0, string.Join(", ", texts.ToArray()))
        : Texts.FirstInvalid([code, .. texts]) is { } text ? new Refusal(RefusalReason.TextInvalid, 0, text)
        : null;
}
