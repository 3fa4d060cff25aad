using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Masters;

public sealed class MastersTests
{
    [Fact]
    public async Task A_new_version_keeps_the_durable_id_and_changes_nothing_of_yesterday()
    {
        await using var book = await CreateAsync();
        var sale = await book.PostedAsync(Sale("D1", "2026-01-05", Line(1, 1)));

        var version = await book.PostedAsync(new ItemMaster(Item, "新名", "A1") { BaseUnit = "盒" });

        book.Number($"select count(distinct item_id) from item where item_code = '{Item}'").Should().Be(1);
        book.Number($"select item_version_id from document_line where seq = {sale}").Should().BeLessThan(version);
        var later = await book.PostedAsync(Sale("D2", "2026-01-05", Line(1, 1)));
        book.Number($"select item_version_id from document_line where seq = {later}").Should().Be(version);
    }

    [Fact]
    public async Task The_same_master_again_is_already_there_even_after_reopening()
    {
        await using var book = await CreateAsync();
        Submission[] same =
        [
            new CategoryMaster("A1", "感冒药", "A"),
            new ItemMaster(OtherItem, "板蓝根颗粒", "A1") { BaseUnit = "袋", TaxRate = 0.13m },
            new StoreMaster(StrictStore, "总店"),
            new PartyMaster(Customer, "王小明") { IsCustomer = true, Phone = "13800000000" },
            new EmployeeMaster("E1", "李店长", Store),
        ];

        await book.ReopenAsync();

        (await book.Journal.PostAsync(same, default)).Should().AllBeOfType<PostResult.AlreadyThere>();
    }

    [Fact]
    public async Task A_persons_name_stands_only_in_the_private_table()
    {
        await using var book = await CreateAsync();

        book.Query("select party_name from party_private", row => row.GetString(0)).Should().Contain("王小明");
        book.Number("select count(*) from party where private_digest <> ''").Should().Be(2);
        book.Query("select * from party", row => Enumerable.Range(0, row.FieldCount).Select(row.GetValue).ToList())
            .SelectMany(cells => cells).Should().NotContain("王小明");
    }

    [Fact]
    public async Task A_phone_changed_is_a_new_version()
    {
        await using var book = await CreateAsync();

        await book.PostedAsync(new PartyMaster(Customer, "王小明") { IsCustomer = true, Phone = "13900000000" });

        book.Number($"select count(*) from party where party_code = '{Customer}'").Should().Be(2);
    }
}
