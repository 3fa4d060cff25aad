namespace Analytics.Ledger.Posting;

/// <summary>What a kind of write-off does with its items.</summary>
internal enum WriteOffForm
{
    /// <summary>Settles them against an account without items.</summary>
    Contra,

    /// <summary>Settles them with items of another account of the party.</summary>
    OtherAccount,

    /// <summary>Settles them with items of the same account and party.</summary>
    SameAccount,

    /// <summary>Hands them over to another party.</summary>
    Transfer,

    /// <summary>Moves them to another account of the party.</summary>
    Convert,
}
