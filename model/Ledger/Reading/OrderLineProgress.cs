namespace Analytics.Ledger.Reading;

/// <summary>How far a line of an order, contract or quotation is (订单执行).</summary>
public sealed record OrderLineProgress
{
    public required int LineNo { get; init; }

    public required string ItemCode { get; init; }

    /// <summary>As it was posted, in the base unit.</summary>
    public required Qty Ordered { get; init; }

    /// <summary>What changes added, less what they took off.</summary>
    public required Qty Changed { get; init; }

    /// <summary>What was sold, delivered or ordered by it.</summary>
    public required Qty Done { get; init; }

    /// <summary>What is reserved for it.</summary>
    public required Qty Reserved { get; init; }

    /// <summary>Net and tax of it, with those of its changes.</summary>
    public required Money Amount { get; init; }

    /// <summary>Whether it was ended with the rest undone.</summary>
    public required bool IsEnded { get; init; }

    /// <summary>Why it was ended, of the list of reasons; empty where that was not said.</summary>
    public required string ReasonCode { get; init; }

    public Qty Left => new(Ordered.Units + Changed.Units - Done.Units);

    /// <summary>What was not earned (未赚到的钱): the part of the amount that was never delivered, once it was ended.
    /// </summary>
    public Money Lost => IsEnded && Ordered.Units + Changed.Units > 0
        ? new Money(Costing.Exact.MulDiv(Amount.Units, Left.Units, Ordered.Units + Changed.Units))
        : Money.Zero;
}
