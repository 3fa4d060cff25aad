using Analytics.Ledger.Tables;
using LinqToDB.Internal.Common;

namespace Analytics.Ledger.Tests.Tables;

public sealed class LedgerDbTests
{
    [Fact]
    public async Task A_statement_compiled_for_one_book_serves_every_book()
    {
        await using var one = await TestBook.CreateAsync();
        await using var other = await TestBook.CreateAsync();
        using var first = new LedgerDb(one.Place.Connect());
        using var second = new LedgerDb(other.Place.Connect());

        ((IConfigurationID)first).ConfigurationID.Should().Be(((IConfigurationID)second).ConfigurationID);
    }
}
