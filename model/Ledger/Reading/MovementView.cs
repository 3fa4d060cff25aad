namespace Analytics.Ledger.Reading;

/// <summary>What a line moved of one batch, into or out of one bin.</summary>
/// <param name="Quantity">In base units; above zero into the depot.</param>
/// <param name="DepotCode">The depot it moved into or out of.</param>
/// <param name="Counter">Where it came from or went to.</param>
/// <param name="BatchNo">Empty for goods without a batch.</param>
/// <param name="LotNo">Empty where the batch has none.</param>
/// <param name="ExpiresOn">The batch's last day of use; null where it has none.</param>
/// <param name="BinCode">Empty where no bin was named.</param>
public sealed record MovementView(
    Qty Quantity, string DepotCode, Location Counter, string BatchNo, string LotNo, DateOnly? ExpiresOn,
    string BinCode)
{
    /// <summary>When the batch was made; null where not stated.</summary>
    public DateOnly? ProducedOn { get; init; }

    /// <summary>The supplier's own number of the batch, on the receipt that made it; else empty.</summary>
    public string SupplierBatchNo { get; init; } = "";
}
