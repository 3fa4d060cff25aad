using System.Globalization;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Rebates;

/// <summary>Reckons rebates by a policy, says what was booked and given of them (应返、已返、未返), and proposes the documents
/// that book the rest.</summary>
/// <remarks>Bought counts by business day: of a customer what was sold to him, of a supplier what was received, with
/// tax, gifts left out, returns taken off on their own day. The policy is taken as it is now. Documents are known by
/// the keys that proposals bear (<c>rebate:policy:first day:party:number</c>); a rebate booked without is not
/// seen.</remarks>
/// <param name="view">The book.</param>
/// <param name="businessDay">When its days begin.</param>
public sealed class RebateReader(BookReader view, BusinessDay businessDay)
{
    /// <summary>What each party earned in the period that the day lies in, up to that day, by party.</summary>
    /// <param name="policyCode">The policy.</param>
    /// <param name="upTo">The last day that counts; what is proposed bears it.</param>
    /// <param name="storeCode">The store whose documents the proposals are.</param>
    /// <param name="ct">Stops reading.</param>
    /// <returns>Empty where the policy does not hold on that day, or there is none.</returns>
    public async Task<IReadOnlyList<RebateStanding>> ReadAsync(
        string policyCode, DateOnly upTo, string storeCode, CancellationToken ct)
    {
        if (await PolicyAsync(policyCode, ct) is not { } policy || policy.PeriodOf(upTo) is not { From: var from })
        {
            return [];
        }

        var standings = new List<RebateStanding>();
        foreach (var (partyId, partyCode, quantity, amount) in await ReachedAsync(policy, from, upTo, ct))
        {
            var (due, reckoning) = policy.Reckon(quantity, amount);
            var stem = $"rebate:{policy.Code}:{Dates.Number(from).ToString(CultureInfo.InvariantCulture)}:{partyCode}";
            var (booked, paid, next, isPending) = await BookedAsync(policy, stem, ct);
            var standing = new RebateStanding(
                partyId, partyCode, from, upTo, quantity, amount, due, booked, paid, reckoning);
            standings.Add(standing with
            {
                Proposal = isPending ? null : Propose(policy, standing, (stem, next), storeCode),
            });
        }

        return standings;
    }

    private Document? Propose(
        RebatePolicy policy, RebateStanding standing, (string Stem, int No) key, string storeCode)
    {
        var rest = standing.Due - standing.Booked;
        if (rest <= Money.Zero)
        {
            return null;
        }

        var from = Dates.Number(standing.From).ToString(CultureInfo.InvariantCulture);
        var number = string.Create(
            CultureInfo.InvariantCulture, $"{policy.Code}-{from}-{standing.PartyCode}-{key.No}");
        return new Document(
            policy.IsOfCustomer ? DocumentKind.CustomerRebate : DocumentKind.SupplierRebate, number,
            businessDay.At(standing.To.ToDateTime(new TimeOnly(12, 0))))
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{key.Stem}:{key.No}"),
            StoreCode = storeCode,
            PartyCode = standing.PartyCode,
            Tender = Tender.Account,
            Note = Note(standing),
            Lines = [],
            MoneyLines = [new MoneyLine(policy.Account, rest)],
        };
    }

    // A note has at most 200 characters; many tiers may make more.
    private static string Note(RebateStanding standing)
    {
        var booked = standing.Booked == Money.Zero ? "" : $" − {standing.Booked}";
        var (from, to) = (Dates.Text(standing.From), Dates.Text(standing.To));
        var note = $"{from}…{to}: {standing.Reckoning} = {standing.Due}{booked}";
        return note.Length <= 200 ? note : $"{from}…{to}: {standing.Due}{booked}";
    }

    private async Task<RebatePolicy?> PolicyAsync(string code, CancellationToken ct)
    {
        await using var command = view.Command(LedgerSql.Text("sql/rebate_policy.sql"));
        command.Bind("@code", code);
        await using var rows = await command.ExecuteReaderAsync(ct);
        RebatePolicy? policy = null;
        while (await rows.ReadAsync(ct))
        {
            policy ??= new RebatePolicy(
                rows.GetInt64(0), code, rows.GetString(1) == "customer", rows.GetInt64(2),
                rows.GetString(3) == "quantity", rows.GetString(4), Dates.Date(rows.GetInt64(5)),
                Dates.Date(rows.GetInt64(6)), rows.GetInt64(7) == 1, rows.GetString(8));
            policy.Tiers.Add((rows.GetInt64(9), rows.GetInt64(10)));
        }

        return policy;
    }

    private async Task<List<(long PartyId, string PartyCode, Qty Quantity, Money Amount)>> ReachedAsync(
        RebatePolicy policy, DateOnly from, DateOnly to, CancellationToken ct)
    {
        await using var command = view.Command(LedgerSql.Text("sql/rebate_reached.sql"));
        command.Bind("@version_id", policy.VersionId);
        command.Bind("@side", policy.IsOfCustomer ? "customer" : "supplier");
        command.Bind("@party_id", policy.PartyId);
        command.Bind("@from_date", Dates.Number(from));
        command.Bind("@to_date", Dates.Number(to));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var reached = new List<(long PartyId, string PartyCode, Qty Quantity, Money Amount)>();
        while (await rows.ReadAsync(ct))
        {
            reached.Add((
                rows.GetInt64(0), rows.GetString(1), new Qty(rows.GetInt64(2)), new Money(rows.GetInt64(3))));
        }

        return reached;
    }

    /// <summary>What documents of the keys booked and what of that was settled; the first number that is free; and
    /// whether one waits to be posted.</summary>
    private async Task<(Money Booked, Money Paid, int Next, bool IsPending)> BookedAsync(
        RebatePolicy policy, string stem, CancellationToken ct)
    {
        var (booked, paid, isPending) = (0L, 0L, false);
        for (var no = 1; ; no++)
        {
            await using var command = view.Command(LedgerSql.Text("sql/rebate_booked.sql"));
            command.Bind("@document_key", string.Create(CultureInfo.InvariantCulture, $"{stem}:{no}"));
            command.Bind("@account", policy.IsOfCustomer ? Account.OtherPayable : Account.OtherReceivable);
            await using var rows = await command.ExecuteReaderAsync(ct);
            if (!await rows.ReadAsync(ct))
            {
                return (new Money(booked), new Money(paid), no, isPending);
            }

            booked += rows.GetInt64(0);
            paid += rows.GetInt64(1);
            isPending |= rows.GetInt64(2) == 1;
        }
    }
}
