package org.muster.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;
import org.muster.alliance.sharing.RuleComposition;
import org.muster.alliance.sharing.RuleName;
import org.muster.alliance.sharing.Sharing;
import org.muster.alliance.source.Provenance;
import org.muster.input.Nearest;

/// `sharing.yaml`.
final class SharingFile {
    private static final Map<String, RuleName> RULES = Values.words(RuleName.class, RuleName::word);

    private final Known known;
    private final Values values;
    private final Currency currency;
    private final List<Mission> plannedMissions;

    /// @param missions those that could be read: lines named here are checked against them
    SharingFile(Known known, Values values, Currency currency, List<Mission> missions) {
        this.known = known;
        this.values = values;
        this.currency = currency;
        this.plannedMissions = missions;
    }

    Sharing read(Optional<Tree> document) {
        Optional<Block> file =
                document.flatMap(tree -> Block.of("the file", tree, values.findings(), "missions", "rules"));
        if (file.isEmpty()) {
            return Sharing.NONE;
        }
        return new Sharing(missions(file.get()), rules(file.get()));
    }

    private List<MissionTerms> missions(Block file) {
        Register once = new Register("mission", true);
        List<MissionTerms> missions = new ArrayList<>();
        for (Block block : file.blocks(
                "missions",
                "the mission's terms",
                "mission",
                "benefits",
                "worth",
                "lines",
                "opt_outs",
                "credits",
                "credit_cap_percent",
                "agreements")) {
            Scalar mission = block.required("mission", "flood-2027");
            once.define(mission, values.findings());
            missions.add(new MissionTerms(
                    values.reference(mission, known.missions),
                    benefits(block),
                    worth(block),
                    lines(block, mission),
                    optOuts(block, mission.text()),
                    credits(block),
                    block.optional("credit_cap_percent")
                            .map(cap -> values.percent(cap))
                            .orElse(MissionTerms.WHOLE),
                    agreements(block, mission.text())));
        }
        return missions;
    }

    private List<MissionTerms.Benefit> benefits(Block terms) {
        Register once = new Register("benefit of member", true);
        List<MissionTerms.Benefit> benefits = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Block block : terms.blocks("benefits", "the benefit", "member", "share", "status", "source")) {
            Scalar member = block.required("member", "ARN");
            once.define(member, values.findings());
            BigDecimal share = values.percent(block.required("share", "25"));
            sum = sum.add(share);
            benefits.add(new MissionTerms.Benefit(values.reference(member, known.members), share, provenance(block)));
        }
        if (!benefits.isEmpty()) {
            requireWhole(terms, "benefits", "the benefits", sum);
        }
        return benefits;
    }

    private void requireWhole(Block block, String key, String what, BigDecimal sum) {
        if (sum.compareTo(MissionTerms.WHOLE) != 0) {
            BigDecimal off = MissionTerms.WHOLE.subtract(sum);
            values.findings()
                    .add(
                            block.placeOf(key),
                            "%s sum to %s, not to 100".formatted(what, plain(sum)),
                            off.signum() > 0
                                    ? "Distribute the %s that are missing.".formatted(plain(off))
                                    : "Take away the %s that are too much.".formatted(plain(off.negate())));
        }
    }

    private Optional<MissionTerms.Worth> worth(Block terms) {
        return terms.block("worth", "the worth", "amount", "status", "source")
                .map(block -> new MissionTerms.Worth(
                        values.money(block.required("amount", "12500000.00"), currency), provenance(block)));
    }

    private List<MissionTerms.LineWorth> lines(Block terms, Scalar mission) {
        Register once = new Register("line", true);
        List<MissionTerms.LineWorth> lines = new ArrayList<>();
        Set<String> wanted = linesOf(mission.text());
        BigDecimal sum = BigDecimal.ZERO;
        for (Block block : terms.blocks("lines", "the line's worth", "line", "share", "benefits", "status", "source")) {
            Scalar line = block.required("line", "flood/pumps");
            once.define(line, values.findings());
            if (line.present() && !wanted.isEmpty() && !wanted.contains(line.text())) {
                values.report(
                        line,
                        "mission %s has no line \"%s\"".formatted(mission.text(), line.text()),
                        Nearest.advice(line.text(), wanted));
            }
            BigDecimal share = values.percent(block.required("share", "25"));
            sum = sum.add(share);
            lines.add(new MissionTerms.LineWorth(line.text(), share, shares(block), provenance(block)));
        }
        if (!lines.isEmpty()) {
            requireWhole(terms, "lines", "the lines' shares of the worth", sum);
            lines.forEach(line -> wanted.remove(line.line()));
            if (!wanted.isEmpty()) {
                values.findings()
                        .add(
                                terms.placeOf("lines"),
                                "%s not said to be worth anything: %s"
                                        .formatted(
                                                wanted.size() == 1 ? "a line is" : "lines are",
                                                String.join(", ", wanted)),
                                "Write an entry for each line, with share: 0 where it is worth nothing by itself.");
            }
            if (terms.has("benefits")) {
                values.findings()
                        .add(
                                terms.placeOf("benefits"),
                                "benefits stand for the mission and for its lines",
                                "Keep one: those of the mission follow from those of its lines.");
            }
        }
        return lines;
    }

    private Set<String> linesOf(String mission) {
        Set<String> lines = new LinkedHashSet<>();
        plannedMissions.stream()
                .filter(one -> one.id().equals(mission))
                .forEach(one -> one.phases()
                        .forEach(phase -> phase.requirements()
                                .forEach(requirement -> lines.add(phase.id() + "/" + requirement.id()))));
        return lines;
    }

    private Map<String, BigDecimal> shares(Block line) {
        Register once = new Register("benefit of member", true);
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Block block : line.blocks("benefits", "the benefit", "member", "share")) {
            Scalar member = block.required("member", "ARN");
            once.define(member, values.findings());
            BigDecimal share = values.percent(block.required("share", "25"));
            sum = sum.add(share);
            shares.put(values.reference(member, known.members), share);
        }
        if (!line.has("benefits")) {
            values.findings()
                    .add(
                            line.place(),
                            "the line's worth names nobody who benefits",
                            "Write benefits: [{member: ARN, share: 100}].");
        } else {
            requireWhole(line, "benefits", "the benefits", sum);
        }
        return shares;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private List<MissionTerms.OptOut> optOuts(Block terms, String mission) {
        List<MissionTerms.OptOut> optOuts = new ArrayList<>();
        for (Block block : terms.blocks("opt_outs", "the opt-out", "member", "categories", "status", "source")) {
            optOuts.add(new MissionTerms.OptOut(
                    values.reference(block.required("member", "ARN"), known.members),
                    categories(block, mission, "the opt-out"),
                    provenance(block)));
        }
        return optOuts;
    }

    private List<MissionTerms.Credit> credits(Block terms) {
        List<MissionTerms.Credit> credits = new ArrayList<>();
        for (Block block : terms.blocks("credits", "the credit", "member", "title", "amount", "status", "source")) {
            credits.add(new MissionTerms.Credit(
                    values.reference(block.required("member", "ARN"), known.members),
                    values.text(block.required("title", "Use of an air base")),
                    values.money(block.required("amount", "12500.00"), currency),
                    provenance(block)));
        }
        return credits;
    }

    private List<MissionTerms.Agreement> agreements(Block terms, String mission) {
        Register once = new Register("agreement", true);
        List<MissionTerms.Agreement> agreements = new ArrayList<>();
        for (Block block : terms.blocks(
                "agreements", "the agreement", "id", "agreed_on", "categories", "keys", "status", "source")) {
            Scalar id = block.required("id", "headquarters-2012");
            once.define(id, values.findings());
            List<String> keys = block.list("keys").stream()
                    .map(key -> values.reference(key, known.keys))
                    .toList();
            if (keys.isEmpty()) {
                values.findings()
                        .add(
                                block.placeOf("keys"),
                                "the agreement names no key",
                                "Write keys: with the versions of the key, for example [people-2026].");
            }
            agreements.add(new MissionTerms.Agreement(
                    values.id(id),
                    values.date(block.required("agreed_on", "2012-05-20")),
                    categories(block, mission, "the agreement"),
                    keys,
                    provenance(block)));
        }
        return agreements;
    }

    private Set<String> categories(Block block, String mission, String what) {
        List<Scalar> named = block.list("categories");
        Set<String> categories = named.stream().map(values::id).collect(Collectors.toCollection(LinkedHashSet::new));
        if (categories.isEmpty()) {
            values.findings()
                    .add(
                            block.placeOf("categories"),
                            "%s names no category of cost".formatted(what),
                            "Write categories: with at least one, for example [headquarters, running].");
        }
        plannedMissions.stream()
                .filter(one -> one.id().equals(mission))
                .findFirst()
                .ifPresent(one -> {
                    Set<String> used = new TreeSet<>(MissionWords.PLANNED);
                    one.costs().forEach(cost -> used.add(cost.category()));
                    Register register = Known.ofNames("category of cost", used, true);
                    named.forEach(category -> register.checkNear(category, what, values.findings()));
                });
        return categories;
    }

    private List<RuleComposition> rules(Block file) {
        Register once = new Register("rule", true);
        List<RuleComposition> rules = new ArrayList<>();
        for (Block block : file.blocks(
                "rules", "the rule", "id", "title", "description", "version", "steps", "status", "source")) {
            Scalar id = block.required("id", "fund-then-key");
            once.define(id, values.findings());
            if (RULES.containsKey(id.text())) {
                values.report(
                        id,
                        "rule \"%s\" has the name of a rule that comes with the program".formatted(id.text()),
                        "Give it another name.");
            }
            List<RuleComposition.Step> steps = steps(block);
            if (!steps.isEmpty()) {
                rules.add(new RuleComposition(
                        values.id(id),
                        values.text(block.required("title", "Fund first, then the key")),
                        values.text(block.required("description", "One sentence that says who pays what.")),
                        block.optional("version").map(values::text).orElse("1"),
                        steps,
                        provenance(block)));
            }
        }
        return rules;
    }

    private List<RuleComposition.Step> steps(Block rule) {
        List<RuleComposition.Step> steps = new ArrayList<>();
        for (Block block : rule.blocks("steps", "the step", "lines", "by", "cap")) {
            block.list("lines").forEach(line -> known.categories.warn(line, values.findings()));
            Set<String> lines = block.list("lines").stream().map(values::id).collect(Collectors.toSet());
            block.choice("by", "{rule: income}")
                    .flatMap(this::by)
                    .ifPresent(by -> steps.add(new RuleComposition.Step(
                            lines, by, block.optional("cap").map(cap -> values.money(cap, currency)))));
        }
        if (!rule.has("steps")) {
            values.findings()
                    .add(
                            rule.place(),
                            "the rule has no step",
                            "Write steps: with at least one entry, for example - {by: {rule: income}}.");
        }
        return steps;
    }

    private Optional<RuleComposition.By> by(Block.Choice choice) {
        Scalar word = choice.word();
        return switch (word.text()) {
            case "key" ->
                Optional.of(new RuleComposition.By.OfKey(values.reference(choice.single("gni-2014"), known.keys)));
            case "rule" -> {
                Scalar name = choice.single("income");
                yield Optional.of(new RuleComposition.By.OfRule(values.choice(name, RULES, RuleName.EQUAL)));
            }
            default -> {
                values.choice(word, Map.of("key", "key", "rule", "rule"), "key");
                yield Optional.empty();
            }
        };
    }

    private Provenance provenance(Block block) {
        return values.provenance(block.required("status", "illustrative"), AllianceFile.source(block, "source"));
    }
}
