package org.muster.folder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.policy.Stance;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Provenance;
import org.muster.folder.YamlText.Bare;

/// The YAML documents of a folder as maps, keys in their normal order; what is empty is left out.
final class YamlParts {
    private final Alliance alliance;
    private final FolderText.Money money;

    YamlParts(Alliance alliance, FolderText.Money money) {
        this.alliance = alliance;
        this.money = money;
    }

    Map<String, Object> alliance() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", alliance.id());
        out.put("title", alliance.title());
        text(out, "description", alliance.description());
        out.put("currency", alliance.currency());
        alliance.defaultKey().ifPresent(key -> out.put("default_key", key));
        list(out, "attributions", alliance.attributions());
        list(out, "keys", alliance.keys().stream().map(YamlParts::key).toList());
        return out;
    }

    private static Map<String, Object> key(Key key) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", key.id());
        out.put("title", key.title());
        out.put("valid_from", date(key.validFrom()));
        provenance(out, "", key.provenance());
        return out;
    }

    Map<String, Object> policies() {
        Map<String, Object> out = new LinkedHashMap<>();
        list(
                out,
                "policies",
                alliance.policies().stream().map(YamlParts::policy).toList());
        list(out, "caveats", alliance.caveats().stream().map(YamlParts::caveat).toList());
        list(out, "stances", alliance.stances().stream().map(YamlParts::stance).toList());
        return out;
    }

    private static Map<String, Object> policy(Policy policy) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", policy.id());
        out.put("member", policy.member());
        list(out, "missions", policy.missions());
        out.put("condition", condition(policy.condition()));
        provenance(out, "", policy.provenance());
        return out;
    }

    private static Object condition(Condition condition) {
        return switch (condition) {
            case Condition.NeedsMandate c -> Map.of("needs_mandate", List.copyOf(c.mandates()));
            case Condition.BesideAll c -> Map.of("beside_all", List.copyOf(c.members()));
            case Condition.BesideAny c -> Map.of("beside_any", List.copyOf(c.members()));
            case Condition.NotBeside c -> Map.of("not_beside", List.copyOf(c.members()));
            case Condition.DayAfterCovered c -> "day_after_covered";
            case Condition.NeverKinds c -> Map.of("never_kinds", List.copyOf(c.kinds()));
            case Condition.OnlyKinds c -> Map.of("only_kinds", List.copyOf(c.kinds()));
            case Condition.AtLeastMembers c -> Map.of("at_least_members", whole(c.members()));
            case Condition.StaysOut c -> "stays_out";
        };
    }

    private static Map<String, Object> caveat(Caveat caveat) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", caveat.id());
        out.put("member", caveat.member());
        caveat.offer().ifPresent(offer -> out.put("offer", offer));
        out.put("limit", limit(caveat.limit()));
        out.put("form", form(caveat.form()));
        caveat.validFrom().ifPresent(day -> out.put("valid_from", date(day)));
        caveat.validTo().ifPresent(day -> out.put("valid_to", date(day)));
        if (!caveat.declared()) {
            out.put("declared", new Bare("false"));
        }
        provenance(out, "", caveat.provenance());
        return out;
    }

    private static Object form(Caveat.Form form) {
        return switch (form) {
            case Caveat.Form.Prohibits p -> "prohibits";
            case Caveat.Form.NeedsApproval approval -> {
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("authority", approval.authority());
                details.put("days", whole(approval.days()));
                yield Map.of("needs_approval", details);
            }
        };
    }

    private static Object limit(Limit limit) {
        return switch (limit) {
            case Limit.Always l -> "always";
            case Limit.At l -> Map.of("at", List.copyOf(l.places()));
            case Limit.OutsideOf l -> Map.of("outside_of", List.copyOf(l.places()));
            case Limit.OfKind l -> Map.of("of_kind", List.copyOf(l.kinds()));
            case Limit.NotOfKind l -> Map.of("not_of_kind", List.copyOf(l.kinds()));
            case Limit.During l ->
                Map.of("during", l.months().stream().map(YamlParts::word).toList());
            case Limit.Beside l -> Map.of("beside", List.copyOf(l.members()));
            case Limit.LongerThan l -> Map.of("longer_than_days", whole(l.days()));
        };
    }

    private static Map<String, Object> stance(Stance stance) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("member", stance.member());
        out.put("mission", stance.mission());
        out.put("position", stance.position().word());
        provenance(out, "", stance.provenance());
        return out;
    }

    Map<String, Object> pools() {
        Map<String, Object> out = new LinkedHashMap<>();
        list(out, "pools", alliance.pools().stream().map(this::pool).toList());
        return out;
    }

    private Map<String, Object> pool(Pool pool) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", pool.id());
        out.put("title", pool.title());
        out.put("capability", pool.capability());
        out.put("unit", FolderText.unit(alliance, pool.capability()));
        out.put("period", word(pool.period()));
        out.put("capacity", whole(pool.capacity()));
        pool.sharesSum().ifPresent(sum -> out.put("shares_sum", whole(sum)));
        if (pool.levyPercent().signum() > 0) {
            out.put("levy_percent", decimal(pool.levyPercent()));
        }
        out.put("access", access(pool.access()));
        list(out, "needed_crews", pool.neededCrews());
        out.put("notice_days", whole(pool.noticeDays()));
        out.put("draw_cost", amount(pool.drawCostMinor()));
        pool.mission().ifPresent(mission -> out.put("mission", mission));
        provenance(out, "share_", pool.shareProvenance());
        provenance(out, "cost_", pool.costProvenance());
        pool.sources().compensationProvenance().ifPresent(of -> provenance(out, "compensation_", of));
        return out;
    }

    Object access(Access access) {
        return switch (access) {
            case Access.Open a -> "open";
            case Access.Owners a -> "owners";
            case Access.Consensus a -> "consensus";
            case Access.WeightedVote a ->
                Map.of("weighted_vote", Map.of("threshold_percent", decimal(a.thresholdPercent())));
            case Access.OwnersPlusReleased a -> {
                Map<String, Object> details = new LinkedHashMap<>();
                list(details, "withholding", a.withholding());
                details.put("compensation", amount(a.compensationMinor()));
                yield Map.of("owners_plus_released", details);
            }
        };
    }

    Map<String, Object> mission(Mission mission) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", mission.id());
        out.put("title", mission.title());
        text(out, "description", mission.description());
        out.put("mode", word(mission.mode()));
        list(out, "mandates", mission.mandates());
        mission.priority().ifPresent(priority -> out.put("priority", priority));
        out.put("decided_on", date(mission.decidedOn()));
        mission.key().ifPresent(key -> out.put("key", key));
        list(out, "lead", mission.lead());
        if (!mission.floor().equals(Mission.Floor.NONE)) {
            Map<String, Object> floor = new LinkedHashMap<>();
            floor.put("members", whole(mission.floor().members()));
            floor.put("share_percent", decimal(mission.floor().sharePercent()));
            out.put("floor", floor);
        }
        list(out, "phases", mission.phases().stream().map(this::phase).toList());
        if (!mission.pins().equals(Mission.Pins.NONE)) {
            out.put("pins", pins(mission.pins()));
        }
        mission.waiver().ifPresent(waiver -> {
            Map<String, Object> block = new LinkedHashMap<>();
            block.put("authority", waiver.authority());
            block.put("date", date(waiver.date()));
            block.put("reason", waiver.reason());
            out.put("waiver", block);
        });
        list(out, "costs", mission.costs().stream().map(this::cost).toList());
        mission.fund().ifPresent(fund -> out.put("fund", fund(fund)));
        provenance(out, "", mission.provenance());
        return out;
    }

    private Map<String, Object> phase(Phase phase) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", phase.id());
        out.put("title", phase.title());
        out.put("from", date(phase.from()));
        out.put("to", date(phase.to()));
        if (phase.followUp()) {
            out.put("follow_up", new Bare("true"));
        }
        list(
                out,
                "requirements",
                phase.requirements().stream().map(this::requirement).toList());
        return out;
    }

    private Map<String, Object> requirement(Requirement line) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", line.id());
        out.put("capability", line.capability());
        out.put("quantity", whole(line.quantity()));
        out.put("unit", FolderText.unit(alliance, line.capability()));
        out.put("place", line.place());
        out.put("kind", line.kind());
        out.put("notice_days", whole(line.noticeDays()));
        out.put("priority", word(line.priority()));
        provenance(out, "", line.provenance());
        return out;
    }

    private static Map<String, Object> pins(Mission.Pins pins) {
        Map<String, Object> out = new LinkedHashMap<>();
        list(out, "must_join", pins.mustJoin());
        list(out, "must_not", pins.mustNot());
        List<Object> assignments = new ArrayList<>();
        for (Mission.PinnedAssignment pin : pins.assignments()) {
            Map<String, Object> block = new LinkedHashMap<>();
            block.put("phase", pin.phase());
            block.put("requirement", pin.requirement());
            block.put("by", pin.source());
            block.put("units", whole(pin.units()));
            assignments.add(block);
        }
        list(out, "assignments", assignments);
        return out;
    }

    private Map<String, Object> cost(Mission.FixedCost cost) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", cost.id());
        out.put("title", cost.title());
        out.put("date", date(cost.date()));
        out.put("category", cost.category());
        out.put("amount", amount(cost.amountMinor()));
        cost.incurredBy().ifPresent(member -> out.put("incurred_by", member));
        provenance(out, "", cost.provenance());
        return out;
    }

    private Map<String, Object> fund(Mission.CommonFund fund) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", fund.id());
        out.put("title", fund.title());
        out.put("key", fund.key());
        list(out, "categories", fund.categories());
        Optional<Long> ceiling = fund.ceilingMinor();
        ceiling.ifPresent(minor -> out.put("ceiling", amount(minor)));
        return out;
    }

    Map<String, Object> pledges() {
        return PledgeParts.document(alliance);
    }

    static void provenance(Map<String, Object> out, String of, Provenance provenance) {
        out.put(of + "status", provenance.status().word());
        text(out, of + "source", provenance.source());
    }

    static void text(Map<String, Object> out, String key, String text) {
        if (!text.isEmpty()) {
            out.put(key, text);
        }
    }

    static void list(Map<String, Object> out, String key, Collection<?> items) {
        if (!items.isEmpty()) {
            out.put(key, List.copyOf(items));
        }
    }

    Bare amount(long minor) {
        return new Bare(money.text(minor));
    }

    static Bare whole(long number) {
        return new Bare(String.valueOf(number));
    }

    static Bare decimal(BigDecimal number) {
        return new Bare(number.toPlainString());
    }

    static Bare date(LocalDate day) {
        return new Bare(day.toString());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
