using Analytics.Ledger.Accounting;
using Analytics.Ledger.Reading;

namespace Analytics.Dashboard.Posted;

/// <summary>A document as its page shows it.</summary>
/// <param name="View">As it stands in the book.</param>
/// <param name="Names">Of its codes; null until it is posted.</param>
/// <param name="Accounts">Names of the accounts it books on.</param>
public sealed record DocumentModel(DocumentView View, DocumentNames? Names, AccountNames Accounts);
