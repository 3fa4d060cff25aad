namespace Analytics.Dashboard.Access;

/// <summary>Nothing but the antiforgery token, which reading a form demands.</summary>
internal sealed class SignOutForm;
