using System.Globalization;
using System.Security.Cryptography;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>往来单位. What is personal stands apart; the row holds its digest under a salt.</summary>
internal static class PartyPosting
{
    private const int MostTermDays = 3650;

    public static Outcome Post(PartyMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Party, master.Code);
        desk.Texts(
            master.Name, master.PartyClass, master.Region, master.LicenceNo, master.TaxNo, master.Phone,
            master.Address);
        Term(master.Term, desk);
        var fields = desk.Fields(FieldOwner.Party, master.Fields);
        var settlement = master.SettlementPartyCode == master.Code ? "" : master.SettlementPartyCode;
        var row = new PartyRow
        {
            PartyCode = master.Code,
            IsCustomer = MasterPosting.Flag(master.IsCustomer),
            IsSupplier = MasterPosting.Flag(master.IsSupplier),
            PartyClass = master.PartyClass,
            Region = master.Region,
            SettlementPartyId = desk.Reference(MasterKinds.Party, settlement),
            TermKind = master.Term is { } term ? Snake.Case(term.Kind) : "",
            TermDays = master.Term?.Days ?? 0,
            PriceListId = desk.Reference(MasterKinds.PriceList, master.PriceListCode),
            EmployeeId = desk.Reference(MasterKinds.Employee, master.EmployeeCode),
            LicenceNo = master.LicenceNo,
            LicenceValidTo = desk.Date(master.LicenceValidTo),
            TaxNo = master.TaxNo,
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return Enter(master, row, version => MasterDesk.FieldRows(version, fields), desk);
    }

    private static void Term(PaymentTerm? term, MasterDesk desk)
    {
        var (least, most) = term?.Kind == TermKind.DayOfMonth ? (1, 31) : (0, MostTermDays);
        desk.Refuse(
            term is { } given && (given.Days < least || given.Days > most), RefusalReason.AmountTooLarge,
            (term?.Days ?? 0).ToString(CultureInfo.InvariantCulture));
    }

    private static Outcome Enter(
        PartyMaster master, PartyRow row, Func<long, IEnumerable<object>> details, MasterDesk desk)
    {
        var known = desk.Known is { } version ? desk.State.Private(version.VersionId) : null;
        if (desk.Already(Row(known?.Salt), details) is { } already)
        {
            return already;
        }

        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var outcome = desk.Enter(Row(salt), details);
        if (outcome.Draft is { } draft)
        {
            draft.Private = new Draft.PartyPrivate(draft.Seq, master.Name, master.Phone, master.Address, salt);
        }

        return outcome;

        Func<long, long, object> Row(string? salt) => (id, version) => row with
        {
            VersionId = version,
            PartyId = id,
            PrivateDigest = salt is null ? "" : ContentDigest.Of(master, salt),
        };
    }
}
