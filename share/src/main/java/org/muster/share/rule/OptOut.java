package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.share.explain.Explanation;
import org.muster.share.key.AbstentionMakeUp;

/// Every member bears the bill by the agreed key; who opts out of some lines pays as much more into the others.
final class OptOut implements SharingRule {
    @Override
    public String id() {
        return "opt-out";
    }

    @Override
    public String title() {
        return "Agreed key, opt-outs made up for";
    }

    @Override
    public String description() {
        return "Every member bears the bill by the agreed key; who opts out of some lines pays as much more into the others, so that nobody rides free.";
    }

    @Override
    public String source() {
        return "Decision (CFSP) 2021/509 (European Peace Facility), article 27 (structure; arithmetic as recalled)";
    }

    @Override
    public Map<String, String> parameters(SharingCase sharing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        sharing.key().ifPresent(key -> parameters.put("key", key.id()));
        sharing.terms().optOuts().forEach(out -> parameters.put(out.member(), String.join(", ", out.categories())));
        return parameters;
    }

    @Override
    public Staying staying() {
        return Staying.SAME_KEY;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (sharing.key().isEmpty()) {
            return new Outcome.NotApplicable("the alliance has no agreed key");
        }
        if (sharing.terms().optOuts().isEmpty()) {
            return new Outcome.NotApplicable("no opt-out is declared for this mission");
        }
        Map<String, BigDecimal> key = sharing.key().get().shares();
        return switch (AbstentionMakeUp.of(key, measures(sharing))) {
            case AbstentionMakeUp.Outcome.Refused refused -> new Outcome.NotApplicable(refused.reason());
            case AbstentionMakeUp.Outcome.Settled settled -> {
                Map<String, Long> amounts = new LinkedHashMap<>();
                sharing.members().forEach(m -> amounts.put(m, settled.total().getOrDefault(m, 0L)));
                yield new Outcome.Shared(amounts, member -> explain(sharing, settled, member));
            }
        };
    }

    private Explanation explain(SharingCase sharing, AbstentionMakeUp.Outcome.Settled settled, String member) {
        List<Explanation> parts = new ArrayList<>();
        sharing.key().ifPresent(key -> parts.add(Weights.key(key).of().apply(member)));
        settled.contested()
                .forEach((measure, amounts) -> parts.add(Explanation.worked(
                        "contested: " + measure,
                        sharing.money(amounts.getOrDefault(member, 0L)),
                        amounts.containsKey(member) ? "its part among those who do not opt out" : "opts out")));
        parts.add(Explanation.worked(
                "into what nobody contests",
                sharing.money(settled.pool().getOrDefault(member, 0L)),
                "what its key asks of the whole bill, less its contested parts"));
        return Ledger.root(
                this,
                sharing,
                member,
                settled.total().getOrDefault(member, 0L),
                "sum of its parts: what its key asks of the whole bill",
                parts);
    }

    /// One measure per category of cost.
    private static List<AbstentionMakeUp.Measure> measures(SharingCase sharing) {
        Map<String, Long> byCategory = new LinkedHashMap<>();
        for (CostLine line : sharing.bill().lines()) {
            byCategory.merge(line.category(), line.amountMinor(), Math::addExact);
        }
        List<AbstentionMakeUp.Measure> measures = new ArrayList<>();
        byCategory.forEach((category, minor) -> {
            Set<String> out = new LinkedHashSet<>();
            for (MissionTerms.OptOut one : sharing.terms().optOuts()) {
                if (one.categories().contains(category)) {
                    out.add(one.member());
                }
            }
            measures.add(new AbstentionMakeUp.Measure(category, minor, out));
        });
        return measures;
    }
}
