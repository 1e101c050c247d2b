package org.muster.alliance.bill;

import java.math.BigDecimal;
import java.util.Currency;

/// Amounts of money between minor units and decimals.
public final class Money {
    private Money() {}

    /// The digits after the point that a currency has.
    ///
    /// @throws IllegalArgumentException if the code is not one of ISO 4217
    public static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /// The decimal of an amount in minor units, for example `12500.00`.
    public static String decimal(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    /// The amount in minor units of a decimal.
    ///
    /// @throws ArithmeticException if the decimal has more digits than the currency
    public static long minor(String decimal, String currency) {
        return new BigDecimal(decimal).movePointRight(digits(currency)).longValueExact();
    }

    /// The amount for people, with thousands apart and the currency, for example `EUR 12,500.00`.
    public static String words(long minor, String currency) {
        return currency + " " + grouped(minor, currency);
    }

    /// The amount with thousands apart, for example `12,500.00`.
    public static String grouped(long minor, String currency) {
        return String.format(
                java.util.Locale.ROOT, "%,." + digits(currency) + "f", BigDecimal.valueOf(minor, digits(currency)));
    }
}
