package org.muster.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.invest.InvestPlan;
import org.muster.alliance.invest.World;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;
import org.muster.alliance.mission.Requirement;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.policy.Policy;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Provenance;
import org.muster.input.Nearest;
import org.muster.input.Place;

/// The candidates of `invest.yaml`.
final class InvestCandidates {
    private static final Map<String, InvestCandidate.Kind> KINDS =
            Values.words(InvestCandidate.Kind.class, InvestCandidate.Kind::word);
    private static final int MOST_YEARS = 100;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private static final String[] OF_ANY = {
        "id", "title", "kind", "one_of", "price_once", "life_years", "price_per_year", "status", "source"
    };
    private static final Set<String> OF_ASSETS = Set.of(
            "pool",
            "capability",
            "unit",
            "period",
            "block",
            "max_blocks",
            "draw_cost",
            "draw_cost_per_day",
            "notice_days",
            "lead_days",
            "access",
            "owners");

    private final Known known;
    private final Values values;
    private final Currency currency;
    private final Alliance alliance;
    private final Register policies;
    private final Register caveats;

    InvestCandidates(Known known, Values values, Currency currency, Alliance alliance) {
        this.known = known;
        this.values = values;
        this.currency = currency;
        this.alliance = alliance;
        boolean complete = values.findings().isEmpty();
        this.policies = Known.ofNames(
                "policy", alliance.policies().stream().map(Policy::id).toList(), complete);
        this.caveats = Known.ofNames(
                "caveat", alliance.caveats().stream().map(Caveat::id).toList(), complete);
    }

    /// Reports draws of one line that could cost more in some world than sums stay exact at.
    void checkDraws(List<InvestCandidate> candidates, List<World> worlds) {
        for (InvestCandidate candidate : candidates) {
            if (candidate.what() instanceof InvestCandidate.Asset asset) {
                BigDecimal factor = BigDecimal.ONE;
                for (World world : worlds) {
                    for (World.PriceFactor one : world.prices()) {
                        boolean own =
                                one.of() == World.Of.CANDIDATE && one.name().equals(candidate.id());
                        factor = own ? factor.max(one.factor()) : factor;
                    }
                }
                checkDraws(candidate.id(), asset, factor);
            }
        }
    }

    private void checkDraws(String id, InvestCandidate.Asset asset, BigDecimal factor) {
        for (Mission mission : alliance.missions()) {
            for (Phase phase : mission.phases()) {
                for (Requirement line : phase.requirements()) {
                    BigDecimal unit = BigDecimal.valueOf(asset.drawDayMinor())
                            .multiply(BigDecimal.valueOf(phase.days()))
                            .add(BigDecimal.valueOf(asset.drawMinor()))
                            .multiply(factor);
                    if (line.capability().equals(asset.capability())
                            && unit.multiply(BigDecimal.valueOf(line.quantity()))
                                            .compareTo(BigDecimal.valueOf(Limits.MISSION_MINOR))
                                    > 0) {
                        values.findings()
                                .add(
                                        places.getOrDefault(id, Place.startOf("invest.yaml")),
                                        "units of %s for a line of mission \"%s\" could cost more than %s %s in all"
                                                .formatted(
                                                        id,
                                                        mission.id(),
                                                        alliance.currency(),
                                                        BigDecimal.valueOf(
                                                                        Limits.MISSION_MINOR,
                                                                        Math.max(
                                                                                0, currency.getDefaultFractionDigits()))
                                                                .toPlainString()),
                                        "Count in larger units, or lower what a draw costs.");
                        return;
                    }
                }
            }
        }
    }

    /// @param ids    takes up their names
    /// @param latest the plan that ends last
    List<InvestCandidate> read(Block file, Register ids, Optional<InvestPlan> latest) {
        List<InvestCandidate> candidates = new ArrayList<>();
        List<String> allowed = new ArrayList<>(List.of(OF_ANY));
        allowed.addAll(new TreeSet<>(OF_ASSETS));
        allowed.add("change");
        for (Block block : file.blocks("candidates", "the candidate", allowed.toArray(String[]::new))) {
            Scalar id = block.required("id", "own-boats");
            ids.define(id, values.findings());
            if (known.isSource(id.text())) {
                values.report(
                        id,
                        "\"%s\" is also an offer, a pool or a charter".formatted(id.text()),
                        "Give the candidate another name: plans name them alike.");
            }
            places.put(id.text(), block.placeOf(block.has("draw_cost_per_day") ? "draw_cost_per_day" : "draw_cost"));
            candidate(block, id, latest).ifPresent(candidates::add);
        }
        return candidates;
    }

    private Optional<InvestCandidate> candidate(Block block, Scalar id, Optional<InvestPlan> latest) {
        String name = values.id(id);
        String title = values.words(block.required("title", "Boats of our own"));
        Scalar kind = block.required("kind", "buy");
        Optional<String> oneOf = block.optional("one_of").map(values::id);
        InvestCandidate.Price price = price(block);
        if (kind.text().equals("rule")) {
            OF_ASSETS.stream()
                    .sorted()
                    .filter(block::has)
                    .forEach(key -> values.findings()
                            .add(
                                    block.placeOf(key),
                                    "a rule has no %s".formatted(key),
                                    "Leave it out: a rule is changed or it is not."));
            return change(block)
                    .map(change -> new InvestCandidate(
                            name, title, new InvestCandidate.RuleChange(change), 1, oneOf, price, provenance(block)));
        }
        if (block.has("change")) {
            values.findings()
                    .add(block.placeOf("change"), "only a rule has a change", "Write kind: rule, or leave it out.");
        }
        List<String> kinds = new ArrayList<>(KINDS.keySet());
        kinds.add("rule");
        if (kind.present() && !KINDS.containsKey(kind.text())) {
            values.report(
                    kind,
                    "kind is \"%s\", not a word known here".formatted(Values.shortened(kind.text())),
                    Nearest.among(kind.text(), kinds)
                                    .map(near -> "Did you mean \"%s\"? ".formatted(near))
                                    .orElse("") + "One of: " + String.join(", ", kinds) + ".");
        }
        InvestCandidate.Asset asset = asset(block, KINDS.getOrDefault(kind.text(), InvestCandidate.Kind.BUY), latest);
        int most = (int) values.whole(block.required("max_blocks", "5"), 1, InvestCandidate.MOST_BLOCKS);
        return Optional.of(new InvestCandidate(name, title, asset, most, oneOf, price, provenance(block)));
    }

    private InvestCandidate.Price price(Block block) {
        long once =
                block.optional("price_once").map(s -> values.money(s, currency)).orElse(0L);
        Optional<Scalar> life = block.optional("life_years");
        int years = life.map(s -> (int) values.whole(s, 1, MOST_YEARS)).orElse(1);
        if (once > 0 && life.isEmpty()) {
            values.findings()
                    .add(
                            block.placeOf("price_once"),
                            "life_years is missing beside price_once",
                            "Write after how many years it has to be bought again, for example life_years: 30.");
        }
        if (once == 0) {
            years = 1;
            life.ifPresent(s -> values.report(
                    s, "life_years stands where nothing is paid once", "Leave it out, or write price_once."));
        }
        return new InvestCandidate.Price(
                once, years, values.money(block.required("price_per_year", "40000.00"), currency));
    }

    private InvestCandidate.Asset asset(Block block, InvestCandidate.Kind kind, Optional<InvestPlan> latest) {
        Scalar capability = block.required("capability", "boats");
        values.reference(capability, known.capabilities);
        known.checkUnit(block.required("unit", "boats"), capability);
        Optional<String> pool = pool(block, kind, capability);
        Pool.Period period = values.choice(block.required("period", "phase"), Pool.Period.class);
        Scalar lead = block.required("lead_days", "200");
        int leadDays = values.days(lead);
        InvestFile.checkLead(lead, leadDays, latest, values.findings());
        boolean open = kind == InvestCandidate.Kind.EXTEND || isOpen(block);
        Optional<Scalar> perDay = block.optional("draw_cost_per_day");
        if (perDay.isPresent() && (!open || period == Pool.Period.YEAR || kind == InvestCandidate.Kind.EXTEND)) {
            values.report(
                    perDay.get(),
                    "draw_cost_per_day stands where units are used up, or are drawn from a pool",
                    "Write draw_cost per unit; a rate per day is for period: phase with access: open.");
        }
        return new InvestCandidate.Asset(
                kind,
                pool,
                capability.text(),
                period,
                values.whole(block.required("block", "1"), 1, Limits.UNITS),
                drawCost(block, perDay.isPresent()),
                perDay.map(s -> values.money(s, currency)).orElse(0L),
                values.days(block.required("notice_days", "5")),
                leadDays,
                new InvestCandidate.Owners(key(block, open), open));
    }

    private long drawCost(Block block, boolean perDay) {
        return perDay && !block.has("draw_cost") ? 0 : values.money(block.required("draw_cost", "140.00"), currency);
    }

    private boolean isOpen(Block block) {
        return values.choice(block.required("access", "open"), Map.of("open", true, "owners", false), true);
    }

    private Optional<String> key(Block block, boolean open) {
        Optional<String> key = block.block("owners", "the owners", "key")
                .map(owners -> values.reference(owners.required("key", "people-2026"), known.keys));
        if (key.isEmpty() && !open && alliance.defaultKey().isEmpty()) {
            values.findings()
                    .add(block.place(), "nobody owns it: there is no key for its owners", "Write owners: {key: ID}.");
        }
        return key;
    }

    private Optional<String> pool(Block block, InvestCandidate.Kind kind, Scalar capability) {
        if (kind != InvestCandidate.Kind.EXTEND) {
            if (block.has("pool")) {
                values.findings()
                        .add(
                                block.placeOf("pool"),
                                "a pool is named where none is extended",
                                "Write kind: extend, or leave pool out.");
            }
            return Optional.empty();
        }
        Scalar pool = block.required("pool", "pumps");
        values.reference(pool, known.pools);
        alliance.pool(pool.text())
                .filter(one -> known.capabilities.has(capability.text())
                        && !one.capability().equals(capability.text()))
                .ifPresent(one -> values.report(
                        capability,
                        "capability is \"%s\", and pool \"%s\" provides \"%s\""
                                .formatted(capability.text(), one.id(), one.capability()),
                        "Write \"%s\", or name another pool.".formatted(one.capability())));
        return Optional.of(pool.text());
    }

    private Optional<InvestCandidate.Change> change(Block block) {
        Optional<Block.Choice> choice = block.choice("change", "{drop_policy: ID}");
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        Block.Choice change = choice.get();
        return switch (change.word().text()) {
            case "lead" -> change.block("mission", "members").flatMap(this::lead);
            case "floor" -> change.block("mission", "members", "share_percent").flatMap(this::floor);
            case "vote" -> change.block("pool", "threshold_percent").flatMap(this::vote);
            case "needed_crews" -> change.block("pool", "without").flatMap(this::crew);
            case "approval" -> change.block("caveat", "days").flatMap(this::approval);
            case "drop_caveat" ->
                Optional.of(new InvestCandidate.Change.LiftedCaveat(values.reference(change.single("ID"), caveats)));
            case "drop_policy" ->
                Optional.of(new InvestCandidate.Change.LiftedPolicy(values.reference(change.single("ID"), policies)));
            default -> {
                values.report(
                        change.word(),
                        "change is \"%s\", not a word known here"
                                .formatted(Values.shortened(change.word().text())),
                        "One of: approval, drop_caveat, drop_policy, floor, lead, needed_crews, vote.");
                yield Optional.empty();
            }
        };
    }

    private Optional<Mission> mission(Block block) {
        Scalar mission = block.required("mission", "flood-2027");
        values.reference(mission, known.missions);
        return alliance.mission(mission.text());
    }

    private Optional<InvestCandidate.Change> lead(Block block) {
        List<String> members = block.list("members").stream()
                .map(one -> values.reference(one, known.members))
                .toList();
        Optional<Mission> mission = mission(block);
        if (mission.isEmpty()) {
            return Optional.empty();
        }
        List<String> now = mission.get().lead();
        List<String> lost = now.stream().filter(one -> !members.contains(one)).toList();
        if (now.isEmpty() || !lost.isEmpty()) {
            tightens(
                    block,
                    "members",
                    now.isEmpty()
                            ? "mission %s needs no lead".formatted(mission.get().id())
                            : "%s could no longer lead".formatted(String.join(", ", lost)),
                    now.isEmpty()
                            ? "Leave the candidate out."
                            : "Name those who may lead now, too: %s.".formatted(String.join(", ", now)));
        }
        return Optional.of(new InvestCandidate.Change.Lead(mission.get().id(), members));
    }

    private Optional<InvestCandidate.Change> floor(Block block) {
        Scalar members = block.required("members", "2");
        Scalar share = block.required("share_percent", "40");
        Mission.Floor floor =
                new Mission.Floor((int) values.whole(members, 0, Limits.UNITS / 2), values.percent(share));
        Optional<Mission> mission = mission(block);
        mission.ifPresent(one -> {
            if (floor.members() > one.floor().members()) {
                tightens(
                        block,
                        "members",
                        String.format(
                                Locale.ROOT,
                                "the floor rises from %d members to %d",
                                one.floor().members(),
                                floor.members()),
                        String.format(
                                Locale.ROOT, "Write at most %d.", one.floor().members()));
            }
            if (floor.sharePercent().compareTo(one.floor().sharePercent()) > 0) {
                tightens(
                        block,
                        "share_percent",
                        "the floor rises from %s percent to %s"
                                .formatted(
                                        one.floor().sharePercent().toPlainString(),
                                        floor.sharePercent().toPlainString()),
                        "Write at most %s.".formatted(one.floor().sharePercent().toPlainString()));
            }
        });
        return mission.map(one -> new InvestCandidate.Change.Floor(one.id(), floor));
    }

    private Optional<Pool> ofPool(Block block) {
        Scalar pool = block.required("pool", "pumps");
        values.reference(pool, known.pools);
        return alliance.pool(pool.text());
    }

    private Optional<InvestCandidate.Change> vote(Block block) {
        BigDecimal percent = values.percent(block.required("threshold_percent", "50"));
        Optional<Pool> pool = ofPool(block);
        pool.ifPresent(one -> {
            if (!(one.access() instanceof Access.WeightedVote vote)) {
                tightens(
                        block,
                        "pool",
                        "pool %s is not opened by a vote".formatted(one.id()),
                        "Name a pool with access: weighted_vote.");
            } else if (percent.compareTo(vote.thresholdPercent()) > 0) {
                tightens(
                        block,
                        "threshold_percent",
                        "the threshold rises from %s percent to %s"
                                .formatted(vote.thresholdPercent().toPlainString(), percent.toPlainString()),
                        "Write at most %s.".formatted(vote.thresholdPercent().toPlainString()));
            }
        });
        return pool.map(one -> new InvestCandidate.Change.Vote(one.id(), percent));
    }

    private Optional<InvestCandidate.Change> crew(Block block) {
        List<Scalar> without = block.list("without");
        without.forEach(one -> values.reference(one, known.members));
        Optional<Pool> pool = ofPool(block);
        pool.ifPresent(one -> without.stream()
                .filter(member ->
                        known.members.has(member.text()) && !one.neededCrews().contains(member.text()))
                .forEach(member -> values.report(
                        member,
                        "pool %s goes without the crews of %s already".formatted(one.id(), member.text()),
                        one.neededCrews().isEmpty()
                                ? "Leave the candidate out."
                                : "Needed are those of %s.".formatted(String.join(", ", one.neededCrews())))));
        if (without.isEmpty()) {
            values.findings()
                    .add(block.place(), "nobody's crews are named", "Write without: [A] with whose crews are spared.");
        }
        return pool.map(one -> new InvestCandidate.Change.Crew(
                one.id(), without.stream().map(Scalar::text).toList()));
    }

    private Optional<InvestCandidate.Change> approval(Block block) {
        int days = values.days(block.required("days", "10"));
        Scalar id = block.required("caveat", "cornford-council");
        values.reference(id, caveats);
        Optional<Caveat> caveat = alliance.caveats().stream()
                .filter(one -> one.id().equals(id.text()))
                .findFirst();
        caveat.ifPresent(one -> {
            if (!(one.form() instanceof Caveat.Form.NeedsApproval now)) {
                tightens(
                        block,
                        "caveat",
                        "caveat %s prohibits, and waits for no approval".formatted(one.id()),
                        "Name one that needs approval, or write drop_caveat.");
            } else if (days > now.days()) {
                tightens(
                        block,
                        "days",
                        String.format(
                                Locale.ROOT, "the approval takes %d days, longer than the %d now", days, now.days()),
                        String.format(Locale.ROOT, "Write at most %d.", now.days()));
            }
        });
        return caveat.map(one -> new InvestCandidate.Change.Approval(one.id(), days));
    }

    /// A change that does not ease would make bounds over portfolios wrong.
    private void tightens(Block block, String key, String wrong, String right) {
        values.findings().add(block.placeOf(key), wrong + ": a candidate only eases a rule", right);
    }

    private Provenance provenance(Block block) {
        return values.provenance(block.required("status", "illustrative"), AllianceFile.source(block, "source"));
    }
}
