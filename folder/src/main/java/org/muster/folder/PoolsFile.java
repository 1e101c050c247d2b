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
import java.util.stream.Collectors;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.source.Provenance;

/// `pools.yaml`, with entitlements and crews from `pool_shares.csv`.
final class PoolsFile {
    private final Known known;
    private final Values values;
    private final Currency currency;

    PoolsFile(Known known, Values values, Currency currency) {
        this.known = known;
        this.values = values;
        this.currency = currency;
    }

    List<Pool> read(Documents documents) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (Row row : documents.table(TableSchema.POOL_SHARES).rows()) {
            if (known.pools.check(row.cell("pool"), values.findings())) {
                rows.computeIfAbsent(row.cell("pool").text(), pool -> new ArrayList<>())
                        .add(row);
            }
        }
        return documents
                .pools()
                .flatMap(tree -> Block.of("the file", tree, values.findings(), "pools"))
                .map(file -> file
                        .blocks(
                                "pools",
                                "the pool",
                                "id",
                                "title",
                                "capability",
                                "unit",
                                "period",
                                "capacity",
                                "shares_sum",
                                "levy_percent",
                                "access",
                                "needed_crews",
                                "notice_days",
                                "draw_cost",
                                "mission",
                                "share_status",
                                "share_source",
                                "cost_status",
                                "cost_source",
                                "compensation_status",
                                "compensation_source")
                        .stream()
                        .map(block -> pool(block, rows))
                        .toList())
                .orElse(List.of());
    }

    private Pool pool(Block block, Map<String, List<Row>> rows) {
        Scalar id = block.required("id", "airlift");
        values.id(id);
        Scalar capability = block.required("capability", "airlift-hours");
        known.checkUnit(block.required("unit", "flight hours"), capability);
        long capacity = values.whole(block.required("capacity", "3165"), 0, Limits.UNITS);
        Provenance provenance = values.provenance(
                block.required("share_status", "published"), AllianceFile.source(block, "share_source"));
        Provenance cost = values.provenance(
                block.required("cost_status", "illustrative"), AllianceFile.source(block, "cost_source"));
        List<Row> own = rows.getOrDefault(id.text(), List.of());
        Shares entitlements = shares(own, "entitlement", capability, provenance);
        Shares crews = shares(own, "crew", capability, provenance);
        Optional<Long> sum = block.optional("shares_sum").map(s -> values.whole(s, 0, Limits.UNITS));
        checkSum(block, id.text(), sum, capacity, entitlements);
        return new Pool(
                id.text(),
                values.text(block.required("title", "Airlift pool")),
                values.reference(capability, known.capabilities),
                new Pool.Size(
                        values.choice(block.required("period", "year"), Pool.Period.class),
                        capacity,
                        block.optional("levy_percent")
                                .map(s -> values.percent(s))
                                .orElse(BigDecimal.ZERO)),
                new Pool.Shares(
                        entitlements.units(),
                        sum,
                        block.choice("access", "open")
                                .map(c -> access(c, entitlements))
                                .orElseGet(Access.Open::new)),
                new Pool.Crewing(
                        crews.units(),
                        block.list("needed_crews").stream()
                                .map(member -> values.reference(member, known.members))
                                .collect(Collectors.toSet())),
                new Pool.Draw(
                        values.days(block.required("notice_days", "5")),
                        values.money(block.required("draw_cost", "12500.00"), currency),
                        block.optional("mission").map(mission -> values.reference(mission, known.missions))),
                new Pool.Sources(provenance, cost, compensation(block), entitlements.provenance(), crews.provenance()));
    }

    private Optional<Provenance> compensation(Block block) {
        Optional<Scalar> status = block.optional("compensation_status");
        Scalar source = AllianceFile.source(block, "compensation_source");
        if (status.isEmpty() && !source.text().isEmpty()) {
            values.report(
                    source,
                    "compensation_source stands without compensation_status",
                    "Add compensation_status: illustrative, for example.");
        }
        return status.map(word -> values.provenance(word, source));
    }

    private record Shares(Map<String, Long> units, Map<String, Provenance> provenance) {
        long sum() {
            return units.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private Shares shares(List<Row> rows, String role, Scalar capability, Provenance ofPool) {
        Map<String, Long> units = new LinkedHashMap<>();
        Map<String, Provenance> provenance = new LinkedHashMap<>();
        for (Row row : rows) {
            Scalar is = row.cell("role");
            String meant = values.choice(is, Map.of("entitlement", "entitlement", "crew", "crew"), "entitlement");
            if (!meant.equals(role)) {
                continue;
            }
            known.checkUnit(row.cell("unit"), capability);
            String member = values.reference(row.cell("member"), known.members);
            units.put(member, values.whole(row.cell("units"), 0, Limits.UNITS));
            Provenance own = values.provenance(row.cell("status"), row.cell("source"));
            if (!own.equals(ofPool)) {
                provenance.put(member, own);
            }
        }
        return new Shares(units, provenance);
    }

    private void checkSum(Block block, String id, Optional<Long> stated, long capacity, Shares entitlements) {
        long sum = entitlements.sum();
        if (stated.isPresent() && stated.get() != sum) {
            long off = stated.get() - sum;
            values.findings()
                    .add(
                            block.placeOf("shares_sum"),
                            String.format(
                                    Locale.ROOT,
                                    "the entitlements of pool \"%s\" add up to %d, not to the stated %d",
                                    id,
                                    sum,
                                    stated.get()),
                            off > 0
                                    ? String.format(
                                            Locale.ROOT, "Look for the %d that are missing in pool_shares.csv.", off)
                                    : String.format(
                                            Locale.ROOT,
                                            "Look for the %d that are too much in pool_shares.csv.",
                                            -off));
        }
        if (sum > capacity && (stated.isEmpty() || stated.get() == sum)) {
            values.findings()
                    .add(
                            block.placeOf("capacity"),
                            String.format(
                                    Locale.ROOT,
                                    "the entitlements of pool \"%s\" add up to %d, more than its capacity of %d",
                                    id,
                                    sum,
                                    capacity),
                            "Raise the capacity, or lower entitlements in pool_shares.csv.");
        }
    }

    /// Who may draw, as it stands in a reform.
    Access access(Block.Choice choice, Map<String, Long> entitlements) {
        return access(choice, new Shares(entitlements, Map.of()));
    }

    private Access access(Block.Choice choice, Shares entitlements) {
        Scalar word = choice.word();
        return switch (word.text()) {
            case "open" -> {
                choice.refuseDetails();
                yield new Access.Open();
            }
            case "owners" -> {
                choice.refuseDetails();
                yield new Access.Owners();
            }
            case "consensus" -> {
                choice.refuseDetails();
                yield new Access.Consensus();
            }
            case "owners_plus_released" ->
                choice.block("withholding", "compensation")
                        .map(details -> released(details, entitlements))
                        .orElseGet(() -> new Access.OwnersPlusReleased(Set.of(), 0));
            case "weighted_vote" ->
                new Access.WeightedVote(choice.block("threshold_percent")
                        .map(details -> values.percent(details.required("threshold_percent", "66.7")))
                        .orElse(BigDecimal.ZERO));
            default -> {
                Set<String> words = Set.of("open", "owners", "owners_plus_released", "weighted_vote", "consensus");
                yield values.choice(
                        word,
                        words.stream().collect(Collectors.toMap(w -> w, w -> (Access) new Access.Open())),
                        new Access.Open());
            }
        };
    }

    private Access released(Block details, Shares entitlements) {
        List<Scalar> withholding = details.list("withholding");
        for (Scalar member : withholding) {
            if (known.members.check(member, values.findings())
                    && !entitlements.units().containsKey(member.text())) {
                values.report(
                        member,
                        "withholding is \"%s\", a member without entitlement to this pool".formatted(member.text()),
                        "Remove it, or give it an entitlement in pool_shares.csv.");
            }
        }
        return new Access.OwnersPlusReleased(
                withholding.stream().map(Scalar::text).collect(Collectors.toSet()),
                details.optional("compensation")
                        .map(s -> values.money(s, currency))
                        .orElse(0L));
    }
}
