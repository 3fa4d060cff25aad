using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>The masters of the demo company, in the order in which one needs the other.</summary>
internal static class Opening
{
    public static IEnumerable<Submission> Masters(Chain chain) =>
    [
        .. Categories(), .. Places(chain), .. Staff(chain), .. Parties(chain), .. Items(chain),
        .. InsuranceOffice.Masters(), .. Counter.Masters(), .. MemberClub.Masters(), .. Limits(chain),
    ];

    /// <summary>What each wholesale customer may owe; beyond that, others approve.</summary>
    private static IEnumerable<Submission> Limits(Chain chain) =>
        chain.Roster.Customers
            .Select((customer, n) => (Submission)new CreditLimitMaster(CreditScope.Party, customer.Code)
            {
                Amount = chain.LimitOf(n),
            })
            .Append(new ApprovalRuleMaster("CREDIT")
            {
                DocumentKind = DocumentKinds.Name(DocumentKind.Sale), Trigger = ApprovalTrigger.OverCredit,
            });

    private static IEnumerable<Submission> Categories() =>
        WordList.Rows("categories").Select(row => new CategoryMaster(row[0], row[2], row[1]));

    private static IEnumerable<Submission> Places(Chain chain) =>
        chain.Shops
            .Select(shop => new StoreMaster(shop.Code, shop.Name)
            {
                Region = shop.City,
                OpenedOn = shop.OpensAfter > 0 ? chain.Life.Date(shop.OpensAfter) : null,
            })
            .Append(new StoreMaster(Chain.DepotCode, Chain.DepotName)
            {
                Kind = StoreKind.Depot,
                Region = chain.Shops[0].City,
            });

    private static IEnumerable<Submission> Staff(Chain chain) =>
        chain.Roster.Staff.SelectMany(team => team)
            .Select(person => new EmployeeMaster(person.Code, person.Name, chain.StoreCode(person.Location)));

    private static IEnumerable<Submission> Parties(Chain chain)
    {
        yield return new PartyMaster(Roster.WalkIn, "散客") { IsCustomer = true, PartyClass = "散客" };
        for (var n = 0; n < chain.Suppliers.Count; n++)
        {
            yield return new PartyMaster(Chain.SupplierCode(n), chain.Suppliers[n][1])
            {
                IsSupplier = true,
                PartyClass = "供应商",
                Term = new PaymentTerm(TermKind.Days, 60),
            };
        }

        foreach (var customer in chain.Roster.Customers)
        {
            yield return new PartyMaster(customer.Code, customer.Name)
            {
                IsCustomer = true,
                PartyClass = "批发",
                Term = new PaymentTerm(TermKind.Days, customer.Code[^1] % 2 == 0 ? 30 : 60),
                Region = customer.Place,
                Address = "浙江省" + customer.Place + "市",
            };
        }

        foreach (var member in chain.Roster.Members.SelectMany(home => home))
        {
            yield return new PartyMaster(member.Code, member.Name)
            {
                IsCustomer = true,
                PartyClass = "会员",
                Region = member.Place,
                // 100 is no mobile prefix: the number can belong to nobody.
                Phone = "100" + member.Code[1..].PadLeft(8, '0'),
            };
        }
    }

    private static IEnumerable<Submission> Items(Chain chain) =>
        chain.Goods.Select(item => new ItemMaster(item.Code, item.Name, item.Leaf.Code)
        {
            Specification = item.Specification,
            Maker = item.Maker,
            BaseUnit = item.Unit,
            PackUnit = item.PackUnit,
            PackFactor = item.PackFactor,
            TaxRate = item.Leaf.TaxPercent / 100m,
            IsBatchTracked = item.Leaf.IsMedicine,
            IsTraced = PackCodes.HasCodes(item),
            GenericName = item.Leaf.IsMedicine ? item.GenericName : "",
            // No approval begins with 0000: these are nobody's. Of seven medicines the insurance pays for six.
            ApprovalCode = item.Leaf.IsMedicine ? "国药准字H0000" + item.Code[2..] : "",
            InsuranceCode = item.Leaf.IsMedicine && item.Index % 7 > 0 ? "XZ0000" + item.Code[1..] : "",
            PrescriptionClass = item.Leaf.IsMedicine && item.Index % 3 == 0
                ? PrescriptionClass.Rx
                : PrescriptionClass.None,
            DaysPerPack = item.Leaf.IsMedicine ? 4 + (item.Index % 4 * 3) : 0,
        });
}
