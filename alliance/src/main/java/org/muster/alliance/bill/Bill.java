package org.muster.alliance.bill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a mission costs.
///
/// Compensation for released entitlements is a cost of whoever drew and an income of the owners that released: it
/// stands in the lines, and who receives it in the receipts. Whatever rule shares the lines, the receipts stay with
/// the owners.
///
/// @param currency ISO 4217 code
/// @param lines    the lines, by date and then by id
/// @param receipts who receives what of which line; for a line that anybody receives, all of it
public record Bill(String currency, List<CostLine> lines, List<Receipt> receipts) {
    /// What a member receives of a line.
    ///
    /// @param line        the line's id
    /// @param member      who receives
    /// @param amountMinor minor units, above zero
    public record Receipt(String line, String member, long amountMinor) {
        public Receipt {
            if (amountMinor <= 0) {
                throw new IllegalArgumentException("a receipt is above zero, not " + amountMinor);
            }
        }
    }

    public Bill {
        lines = List.copyOf(lines);
        receipts = List.copyOf(receipts);
        Map<String, Long> received = new LinkedHashMap<>();
        receipts.forEach(receipt -> received.merge(receipt.line(), receipt.amountMinor(), Math::addExact));
        for (CostLine line : lines) {
            Long sum = received.remove(line.id());
            if (sum != null && sum != line.amountMinor()) {
                throw new IllegalArgumentException(
                        "line " + line.id() + " pays " + line.amountMinor() + ", and " + sum + " is received");
            }
        }
        if (!received.isEmpty()) {
            throw new IllegalArgumentException("received without a line that pays: " + received.keySet());
        }
    }

    /// A bill of which nobody receives anything.
    public Bill(String currency, List<CostLine> lines) {
        this(currency, lines, List.of());
    }

    /// The sum of the lines in minor units.
    public long totalMinor() {
        return lines.stream().mapToLong(CostLine::amountMinor).reduce(0L, Math::addExact);
    }

    /// What members receive of it, in minor units by member; those that receive nothing are left out.
    public Map<String, Long> received() {
        Map<String, Long> received = new LinkedHashMap<>();
        receipts.forEach(receipt -> received.merge(receipt.member(), receipt.amountMinor(), Math::addExact));
        return received;
    }

    /// What all members bear together: the total less what members receive, in minor units.
    public long netMinor() {
        return totalMinor() - receipts.stream().mapToLong(Receipt::amountMinor).reduce(0L, Math::addExact);
    }
}
