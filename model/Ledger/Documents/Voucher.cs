using System.Text.Json.Serialization;

namespace Analytics.Ledger;

/// <summary>A document that moves no goods and settles open items (核销单): <see cref="Allocation"/>,
/// <see cref="AutoAllocation"/>, <see cref="AllocationReversal"/>, <see cref="WriteOff"/>.</summary>
/// <remarks>It stands in the book as a document of its own kind; its key makes it idempotent as a document's does.
/// </remarks>
/// <param name="DocumentNo">Its number, unique within its kind.</param>
/// <param name="BusinessDate">When it counts: the balance and the age of items change from that day on.</param>
[JsonDerivedType(typeof(Allocation), "allocation")]
[JsonDerivedType(typeof(AutoAllocation), "auto_allocation")]
[JsonDerivedType(typeof(AllocationReversal), "allocation_reversal")]
[JsonDerivedType(typeof(WriteOff), "write_off")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
public abstract record Voucher(string DocumentNo, DateOnly BusinessDate) : Submission
{
    /// <summary>The kind of an allocation in the book, automatic or not.</summary>
    public const string AllocationKind = "allocation";

    /// <summary>The kind of an allocation's reversal in the book.</summary>
    public const string ReversalKind = "allocation_reversal";

    /// <summary>The kind of a write-off in the book.</summary>
    public const string WriteOffKind = "write_off";

    /// <summary>Whether the book's kind is that of a voucher.</summary>
    internal static bool IsKind(string kind) => kind is AllocationKind or ReversalKind or WriteOffKind;

    /// <summary>The voucher's kind in the book.</summary>
    public static string KindOf(Voucher voucher) => voucher switch
    {
        AllocationReversal => ReversalKind,
        WriteOff => WriteOffKind,
        _ => AllocationKind,
    };

    /// <summary>The voucher's key: the caller's, or kind and number.</summary>
    public static string KeyOf(Voucher voucher)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        return voucher.Key.Length > 0 ? voucher.Key : $"{KindOf(voucher)}:{voucher.DocumentNo}";
    }

    /// <summary>Idempotency key; empty means kind and document number.</summary>
    public string Key { get; init; } = "";

    /// <summary>The store it belongs to; empty where it belongs to none. A write-off that books money needs one.
    /// </summary>
    public string StoreCode { get; init; } = "";

    /// <summary>Why, in the user's words.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where it came from, such as a file's name; informative.</summary>
    public string Source { get; init; } = "";
}
