namespace Analytics.Ledger;

/// <summary>Kinds of means of payment (支付方式). In the book each is the snake_case of its name.</summary>
public enum TenderKind
{
    /// <summary>现金; change is given of it.</summary>
    Cash,

    /// <summary>银行卡.</summary>
    BankCard,

    /// <summary>微信.</summary>
    Wechat,

    /// <summary>支付宝.</summary>
    Alipay,

    /// <summary>医保统筹.</summary>
    InsurancePool,

    /// <summary>医保个账.</summary>
    InsuranceAccount,

    /// <summary>Other funds of the medical insurance, such as 大病 or 救助.</summary>
    InsuranceOther,

    /// <summary>储值: what the member paid in before.</summary>
    StoredValue,

    /// <summary>礼品卡.</summary>
    GiftCard,

    /// <summary>代金券.</summary>
    Coupon,

    /// <summary>积分抵现.</summary>
    Points,

    /// <summary>挂账: the customer owes it.</summary>
    OnAccount,

    /// <summary>抹零.</summary>
    Rounding,

    Other,
}
