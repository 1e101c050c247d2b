package org.muster.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.sharing.RuleComposition;
import org.muster.alliance.sharing.Sharing;

/// `sharing.yaml` as maps, keys in their normal order; what is empty is left out.
final class SharingText {
    private final FolderText.Money money;

    SharingText(FolderText.Money money) {
        this.money = money;
    }

    Map<String, Object> of(Sharing sharing) {
        Map<String, Object> out = new LinkedHashMap<>();
        YamlParts.list(
                out, "missions", sharing.missions().stream().map(this::terms).toList());
        YamlParts.list(out, "rules", sharing.rules().stream().map(this::rule).toList());
        return out;
    }

    private Map<String, Object> terms(MissionTerms terms) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("mission", terms.mission());
        YamlParts.list(
                out,
                "benefits",
                terms.benefits().stream().map(SharingText::benefit).toList());
        terms.worth().ifPresent(worth -> out.put("worth", worth(worth)));
        YamlParts.list(
                out, "lines", terms.lines().stream().map(SharingText::line).toList());
        YamlParts.list(
                out,
                "opt_outs",
                terms.optOuts().stream().map(SharingText::optOut).toList());
        YamlParts.list(
                out, "credits", terms.credits().stream().map(this::credit).toList());
        if (terms.creditCapPercent().compareTo(MissionTerms.WHOLE) != 0) {
            out.put("credit_cap_percent", YamlParts.decimal(terms.creditCapPercent()));
        }
        YamlParts.list(
                out,
                "agreements",
                terms.agreements().stream().map(SharingText::agreement).toList());
        return out;
    }

    private static Map<String, Object> benefit(MissionTerms.Benefit benefit) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("member", benefit.member());
        out.put("share", YamlParts.decimal(benefit.sharePercent()));
        YamlParts.provenance(out, "", benefit.provenance());
        return out;
    }

    private Map<String, Object> worth(MissionTerms.Worth worth) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("amount", new YamlText.Bare(money.text(worth.amountMinor())));
        YamlParts.provenance(out, "", worth.provenance());
        return out;
    }

    private static Map<String, Object> line(MissionTerms.LineWorth line) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("line", line.line());
        out.put("share", YamlParts.decimal(line.sharePercent()));
        List<Map<String, Object>> benefits = new ArrayList<>();
        line.benefits().forEach((member, share) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("member", member);
            one.put("share", YamlParts.decimal(share));
            benefits.add(one);
        });
        YamlParts.list(out, "benefits", benefits);
        YamlParts.provenance(out, "", line.provenance());
        return out;
    }

    private static Map<String, Object> optOut(MissionTerms.OptOut optOut) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("member", optOut.member());
        out.put("categories", List.copyOf(optOut.categories()));
        YamlParts.provenance(out, "", optOut.provenance());
        return out;
    }

    private Map<String, Object> credit(MissionTerms.Credit credit) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("member", credit.member());
        out.put("title", credit.title());
        out.put("amount", new YamlText.Bare(money.text(credit.amountMinor())));
        YamlParts.provenance(out, "", credit.provenance());
        return out;
    }

    private static Map<String, Object> agreement(MissionTerms.Agreement agreement) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", agreement.id());
        out.put("agreed_on", new YamlText.Bare(agreement.agreedOn().toString()));
        out.put("categories", List.copyOf(agreement.categories()));
        out.put("keys", agreement.keys());
        YamlParts.provenance(out, "", agreement.provenance());
        return out;
    }

    private Map<String, Object> rule(RuleComposition rule) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", rule.id());
        out.put("title", rule.title());
        out.put("description", rule.description());
        out.put("version", rule.version());
        YamlParts.list(out, "steps", rule.steps().stream().map(this::step).toList());
        YamlParts.provenance(out, "", rule.provenance());
        return out;
    }

    private Map<String, Object> step(RuleComposition.Step step) {
        Map<String, Object> out = new LinkedHashMap<>();
        YamlParts.list(out, "lines", step.categories());
        out.put(
                "by",
                switch (step.by()) {
                    case RuleComposition.By.OfKey by -> Map.of("key", by.key());
                    case RuleComposition.By.OfRule by ->
                        Map.of("rule", by.rule().word());
                });
        step.capMinor().ifPresent(cap -> out.put("cap", new YamlText.Bare(money.text(cap))));
        return out;
    }
}
