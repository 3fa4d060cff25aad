using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Means of payment, members, coupons and closed days.</summary>
/// <remarks>A plain ticket asks for none of it: not before there are means of payment, levels, rules or closed days.
/// </remarks>
internal sealed partial class State
{
    private readonly Dictionary<string, CouponState> coupons = new(StringComparer.Ordinal);
    private readonly Dictionary<long, FirstClerk> firstClerks = [];
    private readonly Dictionary<long, long> memberLevels = [];
    private readonly Dictionary<long, Dictionary<long, long>> closedDays = [];
    private readonly Dictionary<(long PriceListId, long ItemId), List<PriceRow>> keptPrices = [];
    private readonly Dictionary<long, IReadOnlyList<PromotionScopeRow>> promotionScopes = [];
    private readonly Dictionary<long, IReadOnlyList<PromotionTermRow>> promotionTerms = [];
    private bool hasClosedDays;

    public KeptTotals<TenderDayKey> TenderDays { get; } = new(tables.TenderDay, tables.PutTenderDay);

    /// <summary>What members hold, by party and measure.</summary>
    public KeptTotals<(long PartyId, string Measure)> MemberTotals { get; } =
        new(tables.MemberTotal, tables.PutMemberTotal);

    public MasterSet<TenderRow> Tenders { get; } = new(row => row.TenderId);

    public MasterSet<MemberLevelRow> MemberLevels { get; } = new(row => row.MemberLevelId);

    public MasterSet<ShareRuleRow> ShareRules { get; } = new(row => row.ShareRuleId);

    public MasterSet<PromotionRow> Promotions { get; } = new(row => row.PromotionId);

    public TenderRow? Tender(string code) => (TenderRow?)Find(MasterKinds.Tender, code)?.Row;

    /// <summary>Those of a store's day, its unwritten ones too.</summary>
    public List<(TenderDayKey Key, long Amount)> TendersOf(long storeId, long businessDate)
    {
        Write();
        return tables.TendersOf(storeId, businessDate);
    }

    /// <summary>Members with points, by id.</summary>
    public List<long> MembersWithPoints()
    {
        Write();
        return tables.MembersWithPoints();
    }

    /// <summary>Points a member earned after a day.</summary>
    public long PointsEarnedAfter(long partyId, long businessDate)
    {
        Write();
        return tables.EarnedAfter(partyId, businessDate);
    }

    /// <summary>The level of a member; null where he has none.</summary>
    public MemberLevelRow? MemberLevelOf(long partyId) =>
        MemberLevels.All.Count == 0 || partyId == None.Id ? null : MemberLevels.Find(MemberLevelIdOf(partyId));

    public long MemberLevelIdOf(long partyId)
    {
        if (!memberLevels.TryGetValue(partyId, out var level))
        {
            memberLevels.Add(partyId, level = tables.MemberLevel(partyId));
        }

        return level;
    }

    public CouponState Coupon(string code)
    {
        if (!coupons.TryGetValue(code, out var known))
        {
            coupons.Add(code, known = tables.Coupon(code));
        }

        return known;
    }

    public FirstClerk FirstClerkOf(long partyId)
    {
        if (!firstClerks.TryGetValue(partyId, out var known))
        {
            firstClerks.Add(partyId, known = tables.FirstClerk(partyId));
        }

        return known;
    }

    /// <summary>The document that closed a store's day; −1 where it is open.</summary>
    public long DayCloseOf(long storeId, long businessDate)
    {
        if (!hasClosedDays)
        {
            return None.Id;
        }

        if (!closedDays.TryGetValue(storeId, out var ofStore))
        {
            closedDays.Add(storeId, ofStore = tables.ClosedDays(storeId));
        }

        return ofStore.GetValueOrDefault(businessDate, None.Id);
    }

    /// <summary>All prices of an item in a list, kept until prices change.</summary>
    public List<PriceRow> KeptPrices(long priceListId, long itemId)
    {
        if (!keptPrices.TryGetValue((priceListId, itemId), out var known))
        {
            keptPrices.Add((priceListId, itemId), known = [.. Prices(priceListId, itemId)]);
        }

        return known;
    }

    public IReadOnlyList<PromotionScopeRow> ScopesOf(PromotionRow promotion)
    {
        var version = promotion.VersionId;
        if (!promotionScopes.TryGetValue(version, out var known))
        {
            known = OtherRows<PromotionScopeRow>(version);
            promotionScopes.Add(version, known);
        }

        return known;
    }

    public IReadOnlyList<PromotionTermRow> TermsOf(PromotionRow promotion)
    {
        var version = promotion.VersionId;
        if (!promotionTerms.TryGetValue(version, out var known))
        {
            known = OtherRows<PromotionTermRow>(version);
            promotionTerms.Add(version, known);
        }

        return known;
    }

    public static void SetCoupon(Draft draft, string code, CouponState after)
    {
        draft.Taken.Add(state => state.coupons[code] = after);
        draft.StateRows.Add(to => to.PutCoupon(code, after));
    }

    public static void SetFirstClerk(Draft draft, long partyId, FirstClerk after)
    {
        draft.Taken.Add(state => state.firstClerks[partyId] = after);
        draft.StateRows.Add(to => to.PutFirstClerk(partyId, after));
    }

    public static void SetMemberLevel(Draft draft, long partyId, long levelId)
    {
        draft.Taken.Add(state => state.memberLevels[partyId] = levelId);
        draft.StateRows.Add(to => to.PutMemberLevel(partyId, levelId));
    }

    public static void SetDayClose(Draft draft, long storeId, long businessDate, long seq)
    {
        draft.Taken.Add(state =>
        {
            _ = state.DayCloseOf(storeId, businessDate);
            if (!state.hasClosedDays)
            {
                state.hasClosedDays = true;
                state.closedDays.Clear();
                _ = state.DayCloseOf(storeId, businessDate);
            }

            state.closedDays[storeId][businessDate] = seq;
        });
        draft.StateRows.Add(to => to.PutDayClose(storeId, businessDate, seq));
    }

    private void ApplyRetail(
        Draft draft, List<(TenderDayKey Key, long Total)> tenderDays,
        List<((long PartyId, string Measure) Key, long Total)> members)
    {
        TenderDays.Take(tenderDays);
        MemberTotals.Take(members);
        foreach (var take in draft.Taken)
        {
            take(this);
        }

        if (draft.Kind == PricePosting.Kind)
        {
            keptPrices.Clear();
        }
    }

    private void WriteRetail()
    {
        TenderDays.Write();
        MemberTotals.Write();
    }

    private void ForgetRetail()
    {
        TenderDays.Forget();
        MemberTotals.Forget();
    }

    private void ResetRetail()
    {
        TenderDays.Reset();
        MemberTotals.Reset();
        coupons.Clear();
        firstClerks.Clear();
        memberLevels.Clear();
        closedDays.Clear();
        keptPrices.Clear();
        promotionScopes.Clear();
        promotionTerms.Clear();
        hasClosedDays = tables.HasClosedDays();
    }

    private void TrimRetail()
    {
        TenderDays.Trim();
        MemberTotals.Trim();
        Clear(coupons);
        Clear(firstClerks);
        Clear(memberLevels);
        Clear(closedDays);
        Clear(keptPrices);
        Clear(promotionScopes);
        Clear(promotionTerms);
    }

    private static void Clear<TKey, TValue>(Dictionary<TKey, TValue> kept)
        where TKey : notnull
    {
        if (kept.Count > MostCached)
        {
            kept.Clear();
        }
    }

    private void LoadRetail()
    {
        Tenders.Load(db);
        MemberLevels.Load(db);
        ShareRules.Load(db);
        Promotions.Load(db);
    }

    private void TakeRetail(object row)
    {
        Tenders.Take(row);
        MemberLevels.Take(row);
        ShareRules.Take(row);
        Promotions.Take(row);
    }
}
