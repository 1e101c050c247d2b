package org.muster.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.InvestCandidate;
import org.muster.alliance.lab.Reform;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.RuleComposition;
import org.muster.alliance.sharing.RuleName;
import org.muster.input.Nearest;
import org.muster.input.Place;

/// `reforms/ID.yaml`: packages of changes, one a file.
final class ReformFiles {
    /// Fields of a reform.
    static final List<String> FIELDS = List.of("id", "title", "from", "changes", "status", "source");

    /// What a change can be.
    static final List<String> CHANGES = List.of("fund", "mode", "pledge", "pool", "purchase", "release", "share");
    private static final Map<String, Mission.Mode> MODES =
            Map.of("coalition", Mission.Mode.COALITION, "collective", Mission.Mode.COLLECTIVE);

    private final Known known;
    private final Values values;
    private final Currency currency;
    private final Alliance alliance;
    private final PoolsFile pools;
    private final Register candidates;
    private final Register pledges;
    private final Register rules;

    ReformFiles(Known known, Values values, Currency currency, Alliance alliance) {
        this.known = known;
        this.values = values;
        this.currency = currency;
        this.alliance = alliance;
        this.pools = new PoolsFile(known, values, currency);
        this.candidates = Known.ofNames(
                "candidate",
                alliance.investments().candidates().stream()
                        .map(InvestCandidate::id)
                        .toList(),
                isRight(Documents.INVEST));
        this.pledges = Known.ofNames(
                "pledge", alliance.pledges().stream().map(Pledge::id).toList(), isRight(Documents.PLEDGES));
        List<String> names = new ArrayList<>();
        for (RuleName rule : RuleName.values()) {
            names.add(rule.word());
        }
        alliance.sharing().rules().stream().map(RuleComposition::id).forEach(names::add);
        this.rules = Known.ofNames("rule", names, isRight(Documents.SHARING));
    }

    /// Whether nothing is wrong with a file, so that a name that it does not define is unknown.
    private boolean isRight(String file) {
        return values.findings().inOrder().stream()
                .noneMatch(problem -> problem.place().file().equals(file));
    }

    List<Reform> read(Documents documents) {
        List<Reform> reforms = new ArrayList<>();
        Register ids = new Register("reform", true);
        for (String file : documents.reformFiles()) {
            documents
                    .document(file)
                    .flatMap(tree -> Block.of("the file", tree, values.findings(), FIELDS.toArray(String[]::new)))
                    .ifPresent(block -> reforms.add(reform(file, block, ids)));
        }
        return reforms;
    }

    private record Located(Reform.Change change, Place place) {}

    private Reform reform(String file, Block block, Register ids) {
        Scalar id = block.required("id", named(file));
        ids.define(id, values.findings());
        String name = values.id(id);
        if (id.present() && Values.isId(id.text()) && !id.text().equals(named(file))) {
            values.report(
                    id,
                    "id is \"%s\", and the file is called %s"
                            .formatted(id.text(), file.substring(file.indexOf('/') + 1)),
                    "Write id: %s, or rename the file.".formatted(named(file)));
        }
        List<Located> changes = new ArrayList<>();
        for (Block change : block.blocks("changes", "the change", CHANGES.toArray(String[]::new))) {
            change(change).ifPresent(one -> changes.add(new Located(one, change.place())));
        }
        conflicts(changes);
        return new Reform(
                name,
                values.words(block.required("title", "What people call it")),
                block.optional("from").map(values::date),
                changes.stream().map(Located::change).toList(),
                values.provenance(block.required("status", "illustrative"), AllianceFile.source(block, "source")));
    }

    private static String named(String file) {
        return file.substring("reforms/".length(), file.length() - ".yaml".length());
    }

    private void conflicts(List<Located> changes) {
        for (int i = 0; i < changes.size(); i++) {
            for (int j = 0; j < i; j++) {
                Place first = changes.get(j).place();
                Place second = changes.get(i).place();
                Reform.conflict(changes.get(j).change(), changes.get(i).change())
                        .ifPresent(what -> values.findings()
                                .add(
                                        second,
                                        "the change sets the %s, which the change at %s sets otherwise"
                                                .formatted(what, first.fileAndLine()),
                                        "Leave one of the two out."));
            }
        }
    }

    private Optional<Reform.Change> change(Block block) {
        List<String> there = CHANGES.stream().filter(block::has).toList();
        if (there.size() != 1) {
            values.findings()
                    .add(
                            block.place(),
                            there.isEmpty() ? "the change says nothing" : "the change says several things",
                            "Write one of %s in each entry.".formatted(String.join(", ", CHANGES)));
            return Optional.empty();
        }
        return switch (there.getFirst()) {
            case "purchase" -> purchase(block);
            case "pool" ->
                block.block("pool", "the pool", "id", "capacity", "access", "levy_percent")
                        .map(this::pool);
            case "share" ->
                block.block("share", "the sharing", "missions", "rule").map(this::share);
            case "fund" ->
                block.block("fund", "the fund", "missions", "categories", "key", "ceiling")
                        .map(this::fund);
            case "mode" -> block.block("mode", "the mode", "missions", "is").map(this::mode);
            case "pledge" ->
                block.block("pledge", "the pledge", "id", "firm", "compliance").map(this::pledge);
            default ->
                block.block("release", "the release", "pool", "compensation").map(this::release);
        };
    }

    private Optional<Reform.Change> purchase(Block block) {
        Map<String, Integer> blocks = new LinkedHashMap<>();
        block.entries("purchase", "own-boats: 2").forEach((candidate, some) -> {
            candidates.check(candidate, values.findings());
            int most = alliance.investments()
                    .candidate(candidate.text())
                    .map(InvestCandidate::maxBlocks)
                    .orElse(InvestCandidate.MOST_BLOCKS);
            blocks.put(candidate.text(), (int) values.whole(some, 1, most));
        });
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Reform.Purchase(blocks));
    }

    private Reform.Change pool(Block block) {
        Scalar id = block.required("id", "pumps");
        values.reference(id, known.pools);
        Optional<Pool> pool = alliance.pool(id.text());
        Optional<Long> capacity = block.optional("capacity").map(s -> values.whole(s, 0, Limits.UNITS));
        Optional<BigDecimal> levy = block.optional("levy_percent").map(values::percent);
        Optional<Access> access = block.has("access")
                ? block.choice("access", "open")
                        .map(choice -> pools.access(
                                choice, pool.map(Pool::entitlements).orElse(Map.of())))
                : Optional.empty();
        if (capacity.isEmpty() && levy.isEmpty() && access.isEmpty()) {
            values.findings()
                    .add(
                            block.place(),
                            "the change names pool %s and nothing about it".formatted(id.text()),
                            "Write capacity, access or levy_percent.");
        }
        pool.ifPresent(one -> {
            same(
                    block,
                    "capacity",
                    capacity.filter(units -> units == one.capacity()).isPresent(),
                    id.text());
            same(block, "access", access.filter(one.access()::equals).isPresent(), id.text());
            same(
                    block,
                    "levy_percent",
                    levy.filter(percent -> percent.compareTo(one.levyPercent()) == 0)
                            .isPresent(),
                    id.text());
        });
        return new Reform.PoolTerms(id.text(), capacity, access, levy);
    }

    private void same(Block block, String key, boolean isSame, String pool) {
        if (isSame) {
            values.findings()
                    .add(
                            block.placeOf(key),
                            "%s of pool %s is so already: the reform changes nothing it names".formatted(key, pool),
                            "Write another value, or leave it out.");
        }
    }

    private Set<String> missions(Block block) {
        Set<String> missions = new TreeSet<>();
        block.list("missions").forEach(one -> missions.add(values.reference(one, known.missions)));
        return missions;
    }

    private Reform.Change share(Block block) {
        return new Reform.Shared(missions(block), values.reference(block.required("rule", "agreed-key"), rules));
    }

    private Reform.Change fund(Block block) {
        Set<String> categories = new TreeSet<>();
        block.list("categories").forEach(one -> {
            known.categories.checkNear(one, "the fund", values.findings());
            categories.add(values.text(one));
        });
        if (categories.isEmpty()) {
            values.findings().add(block.place(), "the fund carries nothing", "Write categories: [pool-draw, charter].");
        }
        return new Reform.Fund(
                missions(block),
                categories,
                values.reference(block.required("key", "people-2026"), known.keys),
                block.optional("ceiling").map(s -> values.money(s, currency)));
    }

    private Reform.Change mode(Block block) {
        Set<String> missions = missions(block);
        Scalar is = block.required("is", "coalition");
        Mission.Mode mode = values.choice(is, MODES, Mission.Mode.COALITION);
        boolean changes = alliance.missions().stream()
                .anyMatch(one -> (missions.isEmpty() || missions.contains(one.id())) && one.mode() != mode);
        if (is.present() && MODES.containsKey(is.text()) && !alliance.missions().isEmpty() && !changes) {
            values.report(
                    is,
                    "every mission that is named is of this mode already: the reform changes nothing it names",
                    "Write the other mode, or name other missions.");
        }
        return new Reform.Decided(missions, mode);
    }

    private Reform.Change pledge(Block block) {
        Scalar id = block.required("id", "two-percent");
        pledges.check(id, values.findings());
        Scalar firm = block.required("firm", "true");
        if (firm.present() && !firm.text().equals("true")) {
            values.report(
                    firm,
                    "firm is \"%s\": the reform changes nothing it names".formatted(Values.shortened(firm.text())),
                    "Write firm: true, or leave the change out.");
        }
        return new Reform.FirmPledge(
                id.text(),
                block.optional("compliance").map(s -> values.decimal(s, 0, 1)).orElse(BigDecimal.ONE));
    }

    private Reform.Change release(Block block) {
        Scalar id = block.required("pool", "pumps");
        values.reference(id, known.pools);
        long compensation = values.money(block.required("compensation", "2500.00"), currency);
        alliance.pool(id.text()).ifPresent(pool -> {
            List<String> owned = alliance.pools().stream()
                    .filter(one -> !one.entitlements().isEmpty())
                    .map(Pool::id)
                    .toList();
            if (pool.entitlements().isEmpty()) {
                values.report(
                        id,
                        "pool %s has no owners that could release anything".formatted(id.text()),
                        owned.isEmpty()
                                ? "Say in pool_shares.csv who owns it, or leave the release out."
                                : "Name a pool that somebody owns. " + Nearest.advice("", owned));
            } else if (pool.access().equals(new Access.OwnersPlusReleased(Set.of(), compensation))) {
                same(block, "compensation", true, id.text());
            }
        });
        return new Reform.Release(id.text(), compensation);
    }
}
