namespace Analytics.Ledger.Posting;

/// <summary>Why a submission was refused. Each has its text in both languages in <c>refusals.csv</c>.</summary>
public enum RefusalReason
{
    UnknownItem,
    UnknownStore,
    UnknownDepot,
    UnknownParty,
    UnknownEmployee,
    UnknownCategory,
    UnknownUnit,
    UnknownOriginal,
    WrongPartyRole,
    InsufficientStock,
    ClosedPeriod,
    Unbalanced,
    DuplicateKey,
    DuplicateDocumentNo,
    NoLines,
    TooManyLines,
    QuantityNotPositive,
    AmountNegative,
    AmountTooLarge,
    QuantityNotExact,
    ReturnExceedsSale,
    CodeMissing,
    TextInvalid,
    DateOutOfRange,
    CategoryTooDeep,
    ValueMissing,
    OriginalReversed,
    ReturnBeforeSale,
}
