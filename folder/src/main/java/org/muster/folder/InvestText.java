package org.muster.folder;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.Investments;
import org.muster.alliance.invest.World;
import org.muster.folder.YamlText.Bare;

/// `invest.yaml` as maps, keys in their normal order; what is empty is left out.
final class InvestText {
    private final Alliance alliance;
    private final FolderText.Money money;

    InvestText(Alliance alliance, FolderText.Money money) {
        this.alliance = alliance;
        this.money = money;
    }

    Map<String, Object> of(Investments investments) {
        Map<String, Object> out = new LinkedHashMap<>();
        YamlParts.list(
                out, "plans", investments.plans().stream().map(this::plan).toList());
        YamlParts.list(
                out,
                "candidates",
                investments.candidates().stream().map(this::candidate).toList());
        YamlParts.list(
                out,
                "worlds",
                investments.worlds().stream().map(InvestText::world).toList());
        return out;
    }

    private Map<String, Object> plan(InvestPlan plan) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", plan.id());
        out.put("title", plan.title());
        out.put("currency_year", YamlParts.whole(plan.currencyYear()));
        out.put("rate_percent", YamlParts.decimal(plan.ratePercent()));
        out.put("from", YamlParts.date(plan.from()));
        out.put("years", YamlParts.whole(plan.years()));
        plan.knownFrom().ifPresent(day -> out.put("worlds_known_from", YamlParts.date(day)));
        plan.budgetMinor().ifPresent(minor -> out.put("budget_per_year", amount(minor)));
        YamlParts.list(
                out, "missions", plan.missions().stream().map(this::recurring).toList());
        if (!plan.targets().equals(InvestPlan.Targets.NONE)) {
            Map<String, Object> targets = new LinkedHashMap<>();
            chances(targets, "missions", plan.targets().chances());
            chances(targets, "without_any", plan.targets().withoutAny());
            if (!plan.targets().losingAny().isEmpty()) {
                Map<String, Object> losing = new LinkedHashMap<>();
                plan.targets().losingAny().forEach((mission, members) -> losing.put(mission, YamlParts.whole(members)));
                targets.put("losing_any", losing);
            }
            plan.targets().worseOffMinor().ifPresent(minor -> targets.put("worse_off_by_at_most", amount(minor)));
            if (!plan.targets().cvar().isEmpty()) {
                targets.put(
                        "cvar", plan.targets().cvar().stream().map(this::cvar).toList());
            }
            out.put("targets", targets);
        }
        YamlParts.provenance(out, "", plan.provenance());
        return out;
    }

    private Map<String, Object> cvar(InvestPlan.Cvar one) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("mission", one.mission());
        out.put("beta", YamlParts.decimal(one.beta()));
        out.put("at_most", amount(one.most()));
        return out;
    }

    private Map<String, Object> recurring(InvestPlan.Recurring one) {
        Map<String, Object> out = perYear(one.mission(), one.perYear().text());
        one.failureMinor().ifPresent(minor -> out.put("price_of_failure", amount(minor)));
        return out;
    }

    private static Map<String, Object> perYear(String mission, String rate) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("mission", mission);
        out.put("per_year", new Bare(rate));
        return out;
    }

    private static void chances(Map<String, Object> out, String key, Map<String, BigDecimal> chances) {
        if (!chances.isEmpty()) {
            Map<String, Object> named = new LinkedHashMap<>();
            chances.forEach((mission, chance) -> named.put(mission, YamlParts.decimal(chance)));
            out.put(key, named);
        }
    }

    private Map<String, Object> candidate(InvestCandidate candidate) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", candidate.id());
        out.put("title", candidate.title());
        out.put("kind", candidate.what().word());
        switch (candidate.what()) {
            case InvestCandidate.Asset asset -> asset(out, candidate, asset);
            case InvestCandidate.RuleChange rule -> out.put("change", change(rule.change()));
        }
        candidate.oneOf().ifPresent(group -> out.put("one_of", group));
        if (candidate.price().onceMinor() > 0) {
            out.put("price_once", amount(candidate.price().onceMinor()));
            out.put("life_years", YamlParts.whole(candidate.price().lifeYears()));
        }
        out.put("price_per_year", amount(candidate.price().perYearMinor()));
        YamlParts.provenance(out, "", candidate.provenance());
        return out;
    }

    private void asset(Map<String, Object> out, InvestCandidate candidate, InvestCandidate.Asset asset) {
        asset.pool().ifPresent(pool -> out.put("pool", pool));
        out.put("capability", asset.capability());
        out.put("unit", FolderText.unit(alliance, asset.capability()));
        out.put("period", asset.period().name().toLowerCase(Locale.ROOT));
        out.put("block", YamlParts.whole(asset.block()));
        out.put("max_blocks", YamlParts.whole(candidate.maxBlocks()));
        if (asset.drawMinor() > 0 || asset.drawDayMinor() == 0) {
            out.put("draw_cost", amount(asset.drawMinor()));
        }
        if (asset.drawDayMinor() > 0) {
            out.put("draw_cost_per_day", amount(asset.drawDayMinor()));
        }
        out.put("notice_days", YamlParts.whole(asset.noticeDays()));
        out.put("lead_days", YamlParts.whole(asset.leadDays()));
        if (asset.kind() != InvestCandidate.Kind.EXTEND) {
            out.put("access", asset.owners().open() ? "open" : "owners");
        }
        asset.owners().key().ifPresent(key -> out.put("owners", Map.of("key", key)));
    }

    private static Map<String, Object> change(InvestCandidate.Change change) {
        Map<String, Object> details = new LinkedHashMap<>();
        return switch (change) {
            case InvestCandidate.Change.Lead c -> {
                details.put("mission", c.mission());
                details.put("members", c.lead());
                yield Map.of("lead", details);
            }
            case InvestCandidate.Change.Floor c -> {
                details.put("mission", c.mission());
                details.put("members", YamlParts.whole(c.floor().members()));
                details.put("share_percent", YamlParts.decimal(c.floor().sharePercent()));
                yield Map.of("floor", details);
            }
            case InvestCandidate.Change.Vote c -> {
                details.put("pool", c.pool());
                details.put("threshold_percent", YamlParts.decimal(c.thresholdPercent()));
                yield Map.of("vote", details);
            }
            case InvestCandidate.Change.Crew c -> {
                details.put("pool", c.pool());
                details.put("without", c.members());
                yield Map.of("needed_crews", details);
            }
            case InvestCandidate.Change.Approval c -> {
                details.put("caveat", c.caveat());
                details.put("days", YamlParts.whole(c.days()));
                yield Map.of("approval", details);
            }
            case InvestCandidate.Change.LiftedCaveat c -> Map.of("drop_caveat", c.caveat());
            case InvestCandidate.Change.LiftedPolicy c -> Map.of("drop_policy", c.policy());
        };
    }

    private static Map<String, Object> world(World world) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", world.id());
        out.put("probability", YamlParts.decimal(world.probability()));
        YamlParts.list(
                out,
                "willing",
                world.willing().stream().map(InvestText::willing).toList());
        YamlParts.list(
                out,
                "occurs",
                world.occurs().stream()
                        .map(one -> perYear(one.mission(), one.perYear().text()))
                        .toList());
        YamlParts.list(
                out, "prices", world.prices().stream().map(InvestText::price).toList());
        YamlParts.list(
                out, "pools", world.pools().stream().map(InvestText::pool).toList());
        YamlParts.provenance(out, "", world.provenance());
        return out;
    }

    private static Map<String, Object> willing(World.Willing one) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("member", one.member());
        one.mission().ifPresent(mission -> out.put("mission", mission));
        if (one.from().compareTo(one.to()) == 0) {
            out.put("chance", YamlParts.decimal(one.from()));
        } else {
            out.put("from", YamlParts.decimal(one.from()));
            out.put("to", YamlParts.decimal(one.to()));
        }
        return out;
    }

    private static Map<String, Object> price(World.PriceFactor one) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(one.of() == World.Of.CANDIDATE ? "candidate" : "capability", one.name());
        out.put("factor", YamlParts.decimal(one.factor()));
        return out;
    }

    private static Map<String, Object> pool(World.PoolFactor one) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("pool", one.pool());
        out.put("factor", YamlParts.decimal(one.factor()));
        return out;
    }

    private Bare amount(long minor) {
        return new Bare(money.text(minor));
    }
}
