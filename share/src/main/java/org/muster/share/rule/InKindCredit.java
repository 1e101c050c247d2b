package org.muster.share.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.key.Apportionment;
import org.muster.alliance.key.Key;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.share.explain.Explanation;

/// Every member bears the bill and the contributions in kind by the agreed key, less its own contributions at their
/// agreed value, up to a cap: `pays_i = key_i (bill + credits) - credit_i`, `credit_i = min(value_i, cap key_i
/// bill)`.
final class InKindCredit implements SharingRule {
    @Override
    public String id() {
        return "in-kind-credit";
    }

    @Override
    public String title() {
        return "Agreed key, contributions in kind credited";
    }

    @Override
    public String description() {
        return "Every member bears the bill by the agreed key; contributions in kind are credited at their agreed value up to a cap, and borne by all like money.";
    }

    @Override
    public String source() {
        return "Alliance Ground Surveillance: contributions in kind partly replace money";
    }

    @Override
    public Map<String, String> parameters(SharingCase sharing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        sharing.key().ifPresent(key -> parameters.put("key", key.id()));
        parameters.put("cap", sharing.terms().creditCapPercent().toPlainString() + " % of what the key asks");
        return parameters;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.key().isEmpty()) {
            return new Outcome.NotApplicable("the alliance has no agreed key");
        }
        if (sharing.terms().credits().isEmpty()) {
            return new Outcome.NotApplicable("no contribution in kind is declared for this mission");
        }
        Key key = sharing.key().get();
        long bill = sharing.bill().totalMinor();
        Map<String, Long> credits = credits(sharing, key, bill);
        long all = credits.values().stream().reduce(0L, Math::addExact);
        // by code, so that the odd minor unit does not hang on the order of rows in the folder
        List<String> members = key.shares().keySet().stream().sorted().toList();
        List<Long> assessed = Apportionment.byLargestRemainder(
                Math.addExact(bill, all), members.stream().map(key::shareOf).toList());
        Map<String, Long> amounts = new LinkedHashMap<>();
        sharing.members().forEach(member -> amounts.put(member, 0L));
        for (int i = 0; i < members.size(); i++) {
            amounts.put(members.get(i), assessed.get(i) - credits.getOrDefault(members.get(i), 0L));
        }
        return new Outcome.Shared(
                amounts,
                member -> explain(
                        sharing, key, member, amounts.getOrDefault(member, 0L), credits.getOrDefault(member, 0L), all));
    }

    private static Map<String, Long> credits(SharingCase sharing, Key key, long bill) {
        Map<String, Long> credits = new LinkedHashMap<>();
        for (MissionTerms.Credit credit : sharing.terms().credits()) {
            credits.merge(credit.member(), credit.amountMinor(), Math::addExact);
        }
        credits.replaceAll((member, value) -> Math.min(value, cap(sharing, key, member, bill)));
        return credits;
    }

    /// The cap in whole minor units, rounded down.
    private static long cap(SharingCase sharing, Key key, String member, long bill) {
        return key.shareOf(member)
                .multiply(sharing.terms().creditCapPercent())
                .multiply(BigDecimal.valueOf(bill))
                .movePointLeft(4)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private Explanation explain(SharingCase sharing, Key key, String member, long amount, long credit, long all) {
        List<Explanation> parts = new ArrayList<>();
        parts.add(Explanation.worked(
                "assessed",
                sharing.money(Math.addExact(amount, credit)),
                "key x (bill + all credits)",
                Weights.key(key).of().apply(member),
                Explanation.input("bill", sharing.money(sharing.bill().totalMinor()), "bill", ""),
                Explanation.worked("all credits", sharing.money(all), "sum of what is credited")));
        for (MissionTerms.Credit one : sharing.terms().credits()) {
            if (one.member().equals(member)) {
                parts.add(Explanation.input(
                        "in kind: " + one.title(),
                        sharing.money(one.amountMinor()),
                        one.provenance().source() + " ("
                                + one.provenance().status().word() + ")",
                        ""));
            }
        }
        parts.add(Explanation.worked(
                "credited",
                sharing.money(credit),
                "agreed value, at most " + sharing.terms().creditCapPercent().toPlainString() + " % of key x bill"));
        return Ledger.root(this, sharing, member, amount, "assessed - credited", parts);
    }
}
