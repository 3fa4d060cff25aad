namespace Analytics.Ledger;

/// <summary>What a promotion does. In the book each is the snake_case of its name.</summary>
public enum PromotionKind
{
    /// <summary>特价: a unit costs <see cref="PromotionMaster.UnitPrice"/>.</summary>
    Price,

    /// <summary>折扣: <see cref="PromotionMaster.DiscountRate"/> off.</summary>
    Discount,

    /// <summary>买赠: <see cref="PromotionMaster.BuyQty"/> bought give <see cref="PromotionMaster.GetQty"/>.</summary>
    BuyGet,

    /// <summary>组合: the items of <see cref="PromotionMaster.Terms"/> together cost
    /// <see cref="PromotionMaster.UnitPrice"/>.</summary>
    Bundle,

    /// <summary>满减: from an amount spent on, an amount is given off (<see cref="PromotionMaster.Terms"/>).</summary>
    SpendAmountOff,

    /// <summary>满折: from an amount spent on, a fraction is given off.</summary>
    SpendRateOff,
}
