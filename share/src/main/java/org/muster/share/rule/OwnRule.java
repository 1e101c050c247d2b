package org.muster.share.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.bill.CostLine;
import org.muster.alliance.bill.Money;
import org.muster.alliance.key.Key;
import org.muster.alliance.sharing.RuleComposition;
import org.muster.share.explain.Explanation;

/// An alliance's own rule: steps in order, each takes lines and has them borne by a key or by another rule; what is
/// left lies where it falls.
final class OwnRule implements SharingRule {
    private final RuleComposition composition;

    OwnRule(RuleComposition composition) {
        this.composition = composition;
    }

    @Override
    public String id() {
        return composition.id();
    }

    @Override
    public String title() {
        return composition.title();
    }

    @Override
    public String description() {
        return composition.description();
    }

    @Override
    public String source() {
        return "sharing.yaml: " + composition.provenance().source() + " ("
                + composition.provenance().status().word() + ")";
    }

    @Override
    public String version() {
        return composition.version();
    }

    @Override
    public Map<String, String> parameters(SharingCase sharing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int s = 0; s < composition.steps().size(); s++) {
            parameters.put("step " + (s + 1), words(composition.steps().get(s), sharing));
        }
        return parameters;
    }

    private static String words(RuleComposition.Step step, SharingCase sharing) {
        String lines = step.categories().isEmpty() ? "all that is left" : String.join(", ", step.categories());
        String by = switch (step.by()) {
            case RuleComposition.By.OfKey key -> "key " + key.key();
            case RuleComposition.By.OfRule rule -> "rule " + rule.rule().word();
        };
        return lines + " by " + by
                + step.capMinor()
                        .map(cap ->
                                ", up to " + Money.decimal(cap, sharing.bill().currency()))
                        .orElse("");
    }

    @Override
    public Outcome share(SharingCase sharing) {
        List<CostLine> left = new ArrayList<>(sharing.bill().lines());
        Map<String, Outcome.Shared> parts = new LinkedHashMap<>();
        for (int s = 0; s < composition.steps().size(); s++) {
            RuleComposition.Step step = composition.steps().get(s);
            List<CostLine> lines = take(step, left);
            if (lines.isEmpty()) {
                continue;
            }
            SharingCase taken = sharing.with(new Bill(sharing.bill().currency(), lines));
            String name = "step " + (s + 1) + ": " + words(step, sharing);
            switch (borne(step, taken)) {
                case Outcome.NotApplicable not -> {
                    return new Outcome.NotApplicable("step " + (s + 1) + ": " + not.reason());
                }
                case Outcome.Shared shared -> parts.put(name, shared);
            }
        }
        SharingCase rest = sharing.with(new Bill(sharing.bill().currency(), left));
        Ledger ledger = new Ledger(rest);
        left.forEach(ledger::whereItFalls);
        parts.put("what is left lies where it falls", ledger.shared(Rules.WHERE_THEY_FALL));
        Map<String, Long> amounts = new LinkedHashMap<>();
        sharing.members().forEach(member -> amounts.put(member, 0L));
        parts.values().forEach(part -> part.amounts().forEach((m, minor) -> amounts.merge(m, minor, Math::addExact)));
        return new Outcome.Shared(amounts, member -> explain(sharing, parts, member, amounts.getOrDefault(member, 0L)));
    }

    /// Takes lines out of what is left, up to the cap; the line that crosses it is cut in two.
    private static List<CostLine> take(RuleComposition.Step step, List<CostLine> left) {
        long room = step.capMinor().orElse(Long.MAX_VALUE);
        List<CostLine> taken = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            CostLine line = left.get(i);
            if (step.takes(line.category()) && room > 0) {
                long part = Math.min(room, line.amountMinor());
                taken.add(line.of(part));
                left.set(i, line.of(line.amountMinor() - part));
                room -= part;
            }
        }
        left.removeIf(line -> line.amountMinor() == 0);
        return taken;
    }

    private Outcome borne(RuleComposition.Step step, SharingCase taken) {
        return switch (step.by()) {
            case RuleComposition.By.OfRule by -> Rules.named(by.rule()).share(taken);
            case RuleComposition.By.OfKey by -> {
                Optional<Key> key = Optional.ofNullable(taken.keys().get(by.key()));
                if (key.isEmpty()) {
                    yield new Outcome.NotApplicable("no key is called " + by.key());
                }
                Weights weights = Weights.key(key.get());
                Ledger ledger = new Ledger(taken);
                taken.bill().lines().forEach(line -> ledger.byWeights(weights, line));
                yield ledger.shared(this);
            }
        };
    }

    private Explanation explain(SharingCase sharing, Map<String, Outcome.Shared> parts, String member, long amount) {
        List<Explanation> steps = new ArrayList<>();
        parts.forEach((name, part) -> steps.add(Explanation.worked(
                name,
                sharing.money(part.amounts().getOrDefault(member, 0L)),
                "",
                part.why().apply(member))));
        return Ledger.root(this, sharing, member, amount, "sum of its steps", steps);
    }
}
