namespace Analytics.Ledger.Posting;

/// <summary>The parts of a document that tills, members and prices have: what a kind does not take is refused, what is
/// null or no text or number is too, and all of it makes the document's content.</summary>
internal static class TenderParts
{
    // As of a line: the sums of a document's parts cannot overflow.
    private const long MostAmount = 90_000_000_000_000;
    private const int MostParts = 1_000;

    /// <summary>Why they are not what the kind takes, or cannot be looked up; null where they are.</summary>
    public static Refusal? Unfit(Document document, DocumentForm form)
    {
        var isTendered = form.Has(DocumentParts.Tenders);
        if (document.RestAccount.Length == 0 && IsPlain(document))
        {
            return null;
        }

        var part = document.Tenders.Count > 0 && !isTendered ? "tenders"
            : document.Change.Units != 0 && !isTendered ? "change"
            : document.Insurance is not null && !isTendered ? "insurance"
            : document.PriceListCode.Length > 0 && !form.Has(DocumentParts.Prices) ? "price_list_code"
            : document.Lines.Any(line => line.TakesPrice) && !form.Has(DocumentParts.Prices) ? "takes_price"
            : document.Counts.Count > 0 && !form.Has(DocumentParts.Counts) ? "counts"
            : document.ChannelTenderCode.Length > 0 && !form.Has(DocumentParts.Fee) ? "channel_tender_code"
            : document.Fee is not null && !form.Has(DocumentParts.Fee) ? "fee"
            : document.Bonus.Units != 0 && !form.Has(DocumentParts.Bonus) ? "bonus"
            : document.Points.Units != 0 && !form.Has(DocumentParts.Points) ? "points"
            : document.PointsParts.Count > 0 && !form.Has(DocumentParts.PointsParts) ? "points_parts"
            : document.EarnedUpTo is not null && !form.Has(DocumentParts.PointsParts) ? "earned_up_to"
            : document.Coupons.Count > 0 && !form.Has(DocumentParts.Coupons) ? "coupons"
            : document.MemberLevelCode.Length > 0 && !form.Has(DocumentParts.MemberLevel) ? "member_level_code"
            : document.RestAccount.Length > 0 && isTendered && document.Tenders.Count == 0 ? "rest_account"
            : "";
        return part.Length > 0
            ? new Refusal(RefusalReason.PartNotTaken, 0, $"{DocumentKinds.Name(document.Kind)}: {part}")
            : Wrong(document);
    }

    /// <summary>What is null.</summary>
    public static Refusal? Missing(Document document)
    {
        var missing = Posting.Missing.First(
            0, ("tenders", document.Tenders), ("price_list_code", document.PriceListCode), ("counts", document.Counts),
            ("channel_tender_code", document.ChannelTenderCode), ("points_parts", document.PointsParts),
            ("coupons", document.Coupons), ("member_level_code", document.MemberLevelCode));
        if (missing is null && document.Insurance is { } insurance)
        {
            missing = Texts(insurance).Contains(null)
                ? new Refusal(RefusalReason.ValueMissing, 0, "insurance")
                : null;
        }

        return missing
            ?? Each(document.Tenders, (one, no) => Posting.Missing.First(
                no, ("tender", one), ("tender_code", one?.TenderCode), ("reference", one?.Reference),
                ("visit_no", one?.VisitNo), ("scheme", one?.Scheme), ("coupon_code", one?.CouponCode)))
            ?? Each(document.Counts, (one, no) => Posting.Missing.First(
                no, ("count", one), ("tender_code", one?.TenderCode), ("till_code", one?.TillCode),
                ("shift_no", one?.ShiftNo)))
            ?? Each(document.PointsParts, (one, no) => Posting.Missing.First(
                no, ("points_part", one), ("party_code", one?.PartyCode)))
            ?? Each(document.Coupons, (one, no) => Posting.Missing.First(
                no, ("coupon", one), ("coupon.code", one?.Code), ("bearer_code", one?.BearerCode)));
    }

    /// <summary>Adds them to the content; nothing where there are none, so that older content stays what it was.
    /// </summary>
    public static void Add(Canonical content, Document document)
    {
        if (IsPlain(document))
        {
            return;
        }

        Tag(content, "tenders", document.Tenders, one =>
        {
            Say(content, one.TenderCode, one.Reference, one.VisitNo, one.Scheme, one.CouponCode);
            content.Number(one.Amount.Units);
        });
        Tag(content, "counts", document.Counts, one =>
        {
            Say(content, one.TenderCode, one.TillCode, one.ShiftNo);
            content.Number(one.Amount.Units);
        });
        Tag(content, "points_parts", document.PointsParts, one =>
        {
            content.Text(one.PartyCode);
            content.Number(one.Points.Units);
        });
        Tag(content, "coupons", document.Coupons, one =>
        {
            Say(content, one.Code, one.BearerCode);
            content.Number(one.FaceAmount.Units);
            content.Number(one.LeastSpent.Units);
            content.Number(one.ValidFrom is { } from ? Dates.Number(from) : None.Id);
            content.Number(one.ValidTo is { } to ? Dates.Number(to) : None.Id);
        });
        Tag(content, "insurance", Given(document.Insurance), one => Say(content, Texts(one)));
        Tag(content, "takes_price", PricedLines(document), content.Number);
        Tag(content, "price_list", Given(document.PriceListCode), content.Text);
        Tag(content, "channel_tender", Given(document.ChannelTenderCode), content.Text);
        Tag(content, "member_level", Given(document.MemberLevelCode), content.Text);
        Tag(content, "change", Given(document.Change.Units), content.Number);
        Tag(content, "fee", Given(document.Fee?.Units), content.Number);
        Tag(content, "bonus", Given(document.Bonus.Units), content.Number);
        Tag(content, "points", Given(document.Points.Units), content.Number);
        Tag(content, "earned_up_to", Given(document.EarnedUpTo is { } day ? Dates.Number(day) : null), content.Number);
    }

    /// <summary>Whether it has none of them, as most documents.</summary>
    private static bool IsPlain(Document document) =>
        document.Tenders.Count + document.Counts.Count + document.PointsParts.Count + document.Coupons.Count == 0
        && document.PriceListCode.Length + document.ChannelTenderCode.Length + document.MemberLevelCode.Length == 0
        && (document.Change.Units | document.Bonus.Units | document.Points.Units) == 0
        && document is { Insurance: null, Fee: null, EarnedUpTo: null }
        && !document.Lines.Any(static line => line.TakesPrice);

    private static Refusal? Wrong(Document document)
    {
        if (Math.Max(document.Tenders.Count, document.PointsParts.Count) > MostParts)
        {
            return new Refusal(RefusalReason.TooManyLines, 0, "tenders");
        }

        if (document.Tenders.Select((one, at) => (one, at)).FirstOrDefault(one =>
            one.one.Amount.Units is <= 0 or > MostAmount) is { one: { } tender, at: var at })
        {
            var isLarge = tender.Amount.Units > 0;
            return new Refusal(
                isLarge ? RefusalReason.AmountTooLarge : RefusalReason.AmountNotPositive, at + 1,
                tender.Amount.ToString());
        }

        long[] amounts = [document.Change.Units, document.Bonus.Units, document.Fee?.Units ?? 0, document.Points.Units];
        if (amounts.FirstOrDefault(amount => amount is < 0 or > MostAmount) is not 0 and var wrong)
        {
            return new Refusal(
                wrong < 0 ? RefusalReason.AmountNegative : RefusalReason.AmountTooLarge, 0,
                new Money(wrong).ToString());
        }

        if (document.PointsParts.FirstOrDefault(one => one.Points.Units is > MostAmount or < -MostAmount) is { } many)
        {
            return new Refusal(RefusalReason.AmountTooLarge, 0, many.Points.ToString());
        }

        return Posting.Texts.FirstInvalid(
            [
                document.PriceListCode, document.ChannelTenderCode, document.MemberLevelCode,
                .. document.Insurance is { } insurance ? Texts(insurance).OfType<string>() : [],
                .. document.PointsParts.Select(one => one.PartyCode),
                .. document.Tenders.SelectMany(one => (string[])
                    [one.TenderCode, one.Reference, one.VisitNo, one.Scheme, one.CouponCode]),
            ]) is { } text
            ? new Refusal(RefusalReason.TextInvalid, 0, text)
            : null;
    }

    private static string?[] Texts(InsuranceSettlement one) =>
    [
        one.SettlementId, one.VisitNo, one.SettlementType, one.FeeSettlementType, one.PrescriptionNo,
        one.PrescriberName, one.PrescriberCertificateNo, one.PharmacistName, one.PharmacistLicenceNo,
    ];

    private static List<long> PricedLines(Document document) =>
    [
        .. document.Lines.Select((line, at) => (line, at)).Where(one => one.line.TakesPrice)
            .Select(one => one.at + 1L),
    ];

    private static string[] Given(string text) => text.Length > 0 ? [text] : [];

    private static long[] Given(long number) => number != 0 ? [number] : [];

    private static long[] Given(long? number) => number is { } given ? [given] : [];

    private static InsuranceSettlement[] Given(InsuranceSettlement? said) => said is null ? [] : [said];

    private static void Tag<T>(Canonical content, string name, IReadOnlyList<T> parts, Action<T> add)
    {
        if (parts.Count == 0)
        {
            return;
        }

        content.Text(name);
        content.Number(parts.Count);
        foreach (var part in parts)
        {
            add(part);
        }
    }

    private static void Say(Canonical content, params string?[] texts)
    {
        foreach (var text in texts)
        {
            content.Text(text!);
        }
    }

    private static Refusal? Each<T>(IReadOnlyList<T> list, Func<T, int, Refusal?> check)
    {
        for (var at = 0; at < list.Count; at++)
        {
            if (check(list[at], at + 1) is { } missing)
            {
                return missing;
            }
        }

        return null;
    }
}
