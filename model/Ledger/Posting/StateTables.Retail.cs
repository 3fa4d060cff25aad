namespace Analytics.Ledger.Posting;

/// <summary>Means of payment, members, coupons and closed days.</summary>
internal sealed partial class StateTables
{
    public long TenderDay(TenderDayKey key) =>
        Of("find_tender_day", "store_id", "business_date", "shift_no", "till_code", "tender_id").First(
            Transaction, row => row.GetInt64(0), key.StoreId, key.BusinessDate, key.ShiftNo, key.TillCode,
            key.TenderId);

    public void PutTenderDay(TenderDayKey key, long amount) =>
        Of("put_tender_day", "store_id", "business_date", "shift_no", "till_code", "tender_id", "amount").Run(
            Transaction, key.StoreId, key.BusinessDate, key.ShiftNo, key.TillCode, key.TenderId, amount);

    /// <summary>All of a store's day, in the order of the key.</summary>
    public List<(TenderDayKey Key, long Amount)> TendersOf(long storeId, long businessDate) =>
        Of("tenders_of_day", "store_id", "business_date").All(
            Transaction,
            row => (
                new TenderDayKey(storeId, businessDate, row.GetString(0), row.GetString(1), row.GetInt64(2)),
                row.GetInt64(3)),
            storeId, businessDate);

    public long MemberTotal((long PartyId, string Measure) key) => Of("find_member_total", "party_id", "measure")
        .First(Transaction, row => row.GetInt64(0), key.PartyId, key.Measure);

    public void PutMemberTotal((long PartyId, string Measure) key, long total) =>
        Of("put_member_total", "party_id", "measure", "total").Run(Transaction, key.PartyId, key.Measure, total);

    /// <summary>Members with points, by id.</summary>
    public List<long> MembersWithPoints() =>
        Of("members_with_points").All(Transaction, row => row.GetInt64(0));

    /// <summary>What a member earned after a day, what was taken back of it taken off.</summary>
    public long EarnedAfter(long partyId, long businessDate) =>
        Of("points_earned_after", "party_id", "business_date")
            .First(Transaction, row => row.GetInt64(0), partyId, businessDate);

    public long MemberLevel(long partyId) => Of("find_member_level", "party_id")
        .First<long?>(Transaction, row => row.GetInt64(0), partyId) ?? None.Id;

    public void PutMemberLevel(long partyId, long levelId) =>
        Of("put_member_level", "party_id", "level_id").Run(Transaction, partyId, levelId);

    public CouponState Coupon(string code) => Of("find_coupon", "coupon_code").First<CouponState?>(
        Transaction, row => new CouponState(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), code)
        ?? new CouponState(None.Id, None.Id, None.Id);

    public void PutCoupon(string code, CouponState after) =>
        Of("put_coupon", "coupon_code", "seq", "line_no", "used_seq")
            .Run(Transaction, code, after.Seq, after.LineNo, after.UsedSeq);

    public FirstClerk FirstClerk(long partyId) => Of("find_first_clerk", "party_id").First<FirstClerk?>(
        Transaction, row => new FirstClerk(row.GetInt64(0), row.GetInt64(1)), partyId)
        ?? new FirstClerk(None.Id, None.Id);

    public void PutFirstClerk(long partyId, FirstClerk after) =>
        Of("put_first_clerk", "party_id", "employee_id", "seq")
            .Run(Transaction, partyId, after.EmployeeId, after.Seq);

    public bool HasClosedDays() =>
        Of("has_closed_days").First<long?>(Transaction, row => row.GetInt64(0)) is not null;

    public Dictionary<long, long> ClosedDays(long storeId) => Of("closed_days", "store_id")
        .All(Transaction, row => (Date: row.GetInt64(0), Seq: row.GetInt64(1)), storeId)
        .ToDictionary(row => row.Date, row => row.Seq);

    public void PutDayClose(long storeId, long businessDate, long seq) =>
        Of("put_day_close", "store_id", "business_date", "seq").Run(Transaction, storeId, businessDate, seq);
}
