package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.share.explain.Explanation;

/// Whoever benefits pays.
final class Benefit implements SharingRule {
    @Override
    public String id() {
        return "benefit";
    }

    @Override
    public String title() {
        return "By declared benefit";
    }

    @Override
    public String description() {
        return "Every member bears the bill in proportion to the declared share of what the mission is worth to it.";
    }

    @Override
    public String source() {
        return "benefit principle; T. Sandler, H. Shimizu 2014 (benefit shares)";
    }

    @Override
    public Basis basis() {
        return Basis.WEIGHTS;
    }

    @Override
    public Staying staying() {
        return Staying.SAME_KEY;
    }

    @Override
    public Outcome share(SharingCase sharing) {
        if (!sharing.terms().hasBenefits()) {
            return new Outcome.NotApplicable("no benefit shares are declared for this mission");
        }
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        Map<String, Explanation> inputs = new LinkedHashMap<>();
        for (MissionTerms.LineWorth line : sharing.terms().lines()) {
            line.benefits().forEach((member, share) -> {
                shares.put(member, sharing.terms().benefitOf(member));
                Explanation part = Explanation.input(
                        "declared benefit of line " + line.line(),
                        share.toPlainString() + " % of " + line.sharePercent().toPlainString() + " %",
                        line.provenance().source() + " ("
                                + line.provenance().status().word() + ")",
                        "");
                Explanation whole = inputs.getOrDefault(
                        member,
                        Explanation.worked(
                                "declared benefit of " + member,
                                sharing.terms()
                                                .benefitOf(member)
                                                .stripTrailingZeros()
                                                .toPlainString()
                                        + " %",
                                "sum over lines of the line's share of the worth x the member's share of that"));
                inputs.put(member, whole.plus(part));
            });
        }
        for (MissionTerms.Benefit benefit : sharing.terms().benefits()) {
            shares.put(benefit.member(), benefit.sharePercent());
            inputs.put(
                    benefit.member(),
                    Explanation.input(
                            "declared benefit of " + benefit.member(),
                            benefit.sharePercent().toPlainString() + " %",
                            benefit.provenance().source() + " ("
                                    + benefit.provenance().status().word() + ")",
                            ""));
        }
        Weights weights = new Weights(
                "declared benefit",
                shares,
                member -> inputs.getOrDefault(member, Explanation.input("benefit of " + member, "none", "", "")));
        Ledger ledger = new Ledger(sharing);
        sharing.bill().lines().forEach(line -> ledger.byWeights(weights, line));
        return ledger.shared(this);
    }
}
