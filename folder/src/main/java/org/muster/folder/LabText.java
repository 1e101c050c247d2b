package org.muster.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.alliance.lab.Factor;
import org.muster.alliance.lab.Futures;
import org.muster.alliance.lab.Reform;
import org.muster.alliance.lab.Stakes;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.folder.YamlText.Bare;

/// `futures.yaml` and `reforms/*.yaml` as maps, keys in their normal order; what is empty is left out.
final class LabText {
    private final YamlParts yaml;

    LabText(YamlParts yaml) {
        this.yaml = yaml;
    }

    Map<String, Object> futures(Futures futures) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("from", YamlParts.whole(futures.firstYear()));
        out.put("years", YamlParts.whole(futures.years()));
        YamlParts.list(
                out,
                "missions",
                futures.templates().stream()
                        .map(one -> entry(
                                "mission",
                                one.mission(),
                                "per_year",
                                new Bare(one.perYear().text())))
                        .toList());
        if (futures.worlds()) {
            out.put("worlds", Documents.INVEST);
        }
        YamlParts.list(
                out, "factors", futures.factors().stream().map(LabText::factor).toList());
        YamlParts.list(
                out,
                "thresholds",
                futures.thresholds().stream()
                        .map(one -> entry(
                                "measure",
                                one.measure(),
                                one.least() ? "at_least" : "at_most",
                                YamlParts.decimal(one.value())))
                        .toList());
        YamlParts.list(
                out, "going", futures.stakes().going().stream().map(this::going).toList());
        YamlParts.list(
                out, "worth", futures.stakes().worth().stream().map(this::worth).toList());
        YamlParts.list(
                out, "hours", futures.stakes().hours().stream().map(this::hour).toList());
        YamlParts.provenance(out, "", futures.provenance());
        return out;
    }

    private Map<String, Object> hour(Stakes.Hour hour) {
        Map<String, Object> out = entry("pool", hour.pool(), "worth", yaml.amount(hour.worthMinor()));
        YamlParts.provenance(out, "", hour.provenance());
        return out;
    }

    private Map<String, Object> going(Stakes.Going going) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("member", going.member());
        if (going.worthMinor() != 0) {
            out.put(going.worthMinor() > 0 ? "worth" : "cost", yaml.amount(Math.abs(going.worthMinor())));
        }
        if (going.vetoMinor() != 0 || going.worthMinor() == 0) {
            out.put("veto", yaml.amount(going.vetoMinor()));
        }
        YamlParts.provenance(out, "", going.provenance());
        return out;
    }

    private Map<String, Object> worth(MissionTerms terms) {
        MissionTerms.Worth worth = terms.worth().orElseThrow();
        Map<String, Object> benefits = new LinkedHashMap<>();
        terms.benefits().forEach(one -> benefits.put(one.member(), YamlParts.decimal(one.sharePercent())));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("mission", terms.mission());
        out.put("amount", yaml.amount(worth.amountMinor()));
        out.put("benefits", benefits);
        YamlParts.provenance(out, "", worth.provenance());
        return out;
    }

    private static Map<String, Object> entry(String first, Object one, String second, Object other) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(first, one);
        out.put(second, other);
        return out;
    }

    private static Map<String, Object> factor(Factor factor) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", factor.id());
        out.put("kind", factor.kind().word());
        switch (factor.kind()) {
            case REAL, WHOLE ->
                out.put("range", List.of(YamlParts.decimal(factor.from()), YamlParts.decimal(factor.to())));
            case CHOICE ->
                out.put(
                        "values",
                        factor.values().stream().map(YamlParts::decimal).toList());
            case SWITCH -> {}
        }
        switch (factor.distribution()) {
            case Factor.Distribution.Uniform u -> {}
            case Factor.Distribution.Triangular t ->
                out.put("distribution", Map.of("triangular", Map.of("mode", YamlParts.decimal(t.mode()))));
            case Factor.Distribution.Normal n ->
                out.put(
                        "distribution",
                        Map.of(
                                "normal",
                                entry(
                                        "mean",
                                        YamlParts.decimal(n.mean()),
                                        "deviation",
                                        YamlParts.decimal(n.deviation()))));
            case Factor.Distribution.Empirical e -> {
                Map<String, Object> details = entry("measure", e.measure(), "vintage", e.vintage());
                if (e.growth()) {
                    details.put("as", FuturesFile.GROWTH);
                }
                out.put("distribution", Map.of("empirical", details));
            }
            case Factor.Distribution.Beta b ->
                out.put(
                        "distribution",
                        Map.of(
                                "beta",
                                entry("alpha", YamlParts.decimal(b.alpha()), "beta", YamlParts.decimal(b.beta()))));
        }
        out.put("applies_to", Map.of(factor.target().word(), factor.name()));
        factor.group().ifPresent(group -> out.put("group", group));
        YamlParts.provenance(out, "", factor.provenance());
        return out;
    }

    Map<String, Object> reform(Reform reform) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", reform.id());
        out.put("title", reform.title());
        reform.from().ifPresent(day -> out.put("from", YamlParts.date(day)));
        YamlParts.list(
                out, "changes", reform.changes().stream().map(this::change).toList());
        YamlParts.provenance(out, "", reform.provenance());
        return out;
    }

    private Map<String, Object> change(Reform.Change change) {
        Map<String, Object> out = new LinkedHashMap<>();
        Map<String, Object> details = new LinkedHashMap<>();
        switch (change) {
            case Reform.Purchase one -> {
                one.blocks().forEach((candidate, some) -> details.put(candidate, YamlParts.whole(some)));
                out.put("purchase", details);
            }
            case Reform.PoolTerms one -> {
                details.put("id", one.pool());
                one.capacity().ifPresent(units -> details.put("capacity", YamlParts.whole(units)));
                one.access().ifPresent(access -> details.put("access", yaml.access(access)));
                one.levyPercent().ifPresent(levy -> details.put("levy_percent", YamlParts.decimal(levy)));
                out.put("pool", details);
            }
            case Reform.Shared one -> {
                YamlParts.list(details, "missions", one.missions());
                details.put("rule", one.rule());
                out.put("share", details);
            }
            case Reform.Fund one -> {
                YamlParts.list(details, "missions", one.missions());
                YamlParts.list(details, "categories", one.categories());
                details.put("key", one.key());
                one.ceilingMinor().ifPresent(minor -> details.put("ceiling", yaml.amount(minor)));
                out.put("fund", details);
            }
            case Reform.Decided one -> {
                YamlParts.list(details, "missions", one.missions());
                details.put("is", one.mode().name().toLowerCase(java.util.Locale.ROOT));
                out.put("mode", details);
            }
            case Reform.FirmPledge one -> {
                details.put("id", one.pledge());
                details.put("firm", new Bare("true"));
                details.put("compliance", YamlParts.decimal(one.compliance()));
                out.put("pledge", details);
            }
            case Reform.Release one -> {
                details.put("pool", one.pool());
                details.put("compensation", yaml.amount(one.compensationMinor()));
                out.put("release", details);
            }
        }
        return out;
    }
}
