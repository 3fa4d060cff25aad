namespace Analytics.Ledger.Posting;

/// <summary>Who first served a customer, and with which document; −1 where nobody has.</summary>
internal readonly record struct FirstClerk(long EmployeeId, long Seq);
