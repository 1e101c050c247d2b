package org.muster.alliance.bill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.source.Status;

/// What the prices of a bill rest on.
public enum PriceBasis {
    /// Published for whom it is charged, or worked out from what is.
    PUBLISHED,
    /// Published for somebody else, another mission or another time.
    BORROWED,
    /// Written down from memory.
    RECALLED,
    /// Invented.
    ILLUSTRATIVE;

    private static final long WHOLE = 100;

    /// The word in files and on screens.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static PriceBasis of(Status status) {
        return switch (status) {
            case PUBLISHED, ESTIMATE, DERIVED -> PUBLISHED;
            case BORROWED -> BORROWED;
            case RECALLED -> RECALLED;
            case ILLUSTRATIVE -> ILLUSTRATIVE;
        };
    }

    /// How much of a bill rests on prices of one basis.
    ///
    /// @param basis       the basis
    /// @param amountMinor minor units, above zero
    /// @param percent     of all of them, in whole percent; those of one bill add up to 100
    public record Part(PriceBasis basis, long amountMinor, long percent) {}

    /// What a bill rests on, in the order of the bases; empty where it costs nothing.
    ///
    /// Lines that members receive are left out: what is paid from one to another is no cost of all, and has a rate that
    /// was agreed, not a price.
    public static List<Part> of(Bill bill) {
        java.util.Set<String> received =
                bill.receipts().stream().map(Bill.Receipt::line).collect(Collectors.toSet());
        Map<PriceBasis, Long> amounts = new EnumMap<>(PriceBasis.class);
        for (CostLine line : bill.lines()) {
            if (!received.contains(line.id()) && line.amountMinor() > 0) {
                amounts.merge(of(line.price()), line.amountMinor(), Math::addExact);
            }
        }
        if (amounts.isEmpty()) {
            return List.of();
        }
        List<Long> percents = Apportionment.byLargestRemainder(
                WHOLE, amounts.values().stream().map(BigDecimal::valueOf).toList());
        List<Part> parts = new ArrayList<>();
        amounts.forEach((basis, amount) -> parts.add(new Part(basis, amount, percents.get(parts.size()))));
        return parts;
    }

    /// The same as a sentence: `The bill rests to 61 % on published, 24 % on borrowed and 15 % on illustrative prices.`
    /// Empty where it costs nothing.
    public static String sentence(Bill bill) {
        List<Part> parts = of(bill);
        if (parts.isEmpty()) {
            return "";
        }
        List<String> words = parts.stream()
                .map(part -> (part.percent() == 0 ? "less than 1" : String.valueOf(part.percent())) + " % on "
                        + part.basis().word())
                .toList();
        String all = words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
        return "The bill rests to " + all + " prices.";
    }
}
