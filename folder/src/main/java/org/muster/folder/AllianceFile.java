package org.muster.folder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muster.alliance.key.Key;
import org.muster.alliance.source.Provenance;
import org.muster.input.Findings;
import org.muster.input.Place;

/// `alliance.yaml`, with the shares of its keys from `keys.csv`.
///
/// @param id          name of the alliance
/// @param title       what people call it
/// @param description a paragraph
/// @param currency    of every amount in the folder
/// @param defaultKey  key of missions that name none
/// @param attributions sources and licences
/// @param keys        in the file's order
record AllianceFile(
        String id,
        String title,
        String description,
        Currency currency,
        Optional<String> defaultKey,
        List<String> attributions,
        List<Key> keys) {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toCollection(TreeSet::new));

    static AllianceFile read(Documents documents, Known known, Values values) {
        Optional<Block> block = documents
                .alliance()
                .flatMap(tree -> Block.of(
                        "the alliance",
                        tree,
                        values.findings(),
                        "id",
                        "title",
                        "description",
                        "currency",
                        "default_key",
                        "attributions",
                        "keys"));
        Map<String, Shares> shares = shares(documents.table(TableSchema.KEYS), known, values);
        return block.map(b -> new AllianceFile(
                        values.id(b.required("id", "my-alliance")),
                        values.text(b.required("title", "My alliance")),
                        b.optional("description").map(values::text).orElse(""),
                        currency(b.required("currency", "EUR"), values),
                        b.optional("default_key").map(key -> values.reference(key, known.keys)),
                        b.list("attributions").stream().map(values::text).toList(),
                        keys(b, shares, values)))
                .orElseGet(() -> new AllianceFile(
                        "", "", "", Currency.getInstance("EUR"), Optional.empty(), List.of(), List.of()));
    }

    private static Currency currency(Scalar code, Values values) {
        if (code.present() && CURRENCIES.contains(code.text())) {
            return Currency.getInstance(code.text());
        }
        if (code.present()) {
            values.report(
                    code,
                    "currency is \"%s\", not a code of ISO 4217".formatted(Values.shortened(code.text())),
                    "Write three capital letters, for example EUR, USD or GBP.");
        }
        return Currency.getInstance("EUR");
    }

    /// The rows of one key.
    private record Shares(
            Place first, Map<String, BigDecimal> byMember, Map<String, Provenance> provenance, boolean legible) {}

    private static Map<String, Shares> shares(Table table, Known known, Values values) {
        Map<String, List<Row>> byKey = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            Scalar key = row.cell("key");
            if (known.keys.check(key, values.findings())) {
                byKey.computeIfAbsent(key.text(), id -> new ArrayList<>()).add(row);
            }
        }
        Map<String, Shares> shares = new LinkedHashMap<>();
        byKey.forEach((key, rows) -> {
            Map<String, BigDecimal> byMember = new LinkedHashMap<>();
            Map<String, Provenance> provenance = new LinkedHashMap<>();
            Findings before = new Findings();
            Values own = new Values(before);
            for (Row row : rows) {
                String member = own.reference(row.cell("member"), known.members);
                byMember.put(member, own.percent(row.cell("share")));
                provenance.put(member, own.provenance(row.cell("status"), row.cell("source")));
            }
            before.inOrder().forEach(p -> values.findings().add(p.place(), p.wrong(), p.right()));
            shares.put(key, new Shares(rows.getFirst().cell("key").place(), byMember, provenance, before.isEmpty()));
        });
        return shares;
    }

    private static List<Key> keys(Block alliance, Map<String, Shares> shares, Values values) {
        List<Key> keys = new ArrayList<>();
        for (Block block : alliance.blocks("keys", "the key", "id", "title", "valid_from", "status", "source")) {
            Scalar id = block.required("id", "gni-2014");
            values.id(id);
            String title = values.text(block.required("title", "Shares of national income"));
            LocalDate validFrom = values.date(block.required("valid_from", "2014-01-01"));
            Provenance provenance = values.provenance(block.required("status", "published"), source(block, "source"));
            Shares found = shares.get(id.text());
            if (found == null) {
                if (id.present()) {
                    values.report(
                            id,
                            "key \"%s\" has no share in keys.csv".formatted(id.text()),
                            "Write a row for every member that has one, summing to 100.");
                }
                continue;
            }
            BigDecimal sum = found.byMember().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (found.legible() && sum.compareTo(Key.WHOLE) != 0) {
                BigDecimal off = Key.WHOLE.subtract(sum);
                values.findings()
                        .add(
                                found.first(),
                                "key \"%s\" sums to %s, not to 100".formatted(id.text(), plain(sum)),
                                off.signum() > 0
                                        ? "Distribute the %s that are missing.".formatted(plain(off))
                                        : "Take away the %s that are too much.".formatted(plain(off.negate())));
            } else if (found.legible()) {
                Map<String, Provenance> differing = new LinkedHashMap<>(found.provenance());
                differing.values().removeIf(provenance::equals);
                keys.add(new Key(id.text(), title, validFrom, found.byMember(), provenance, differing));
            }
        }
        return keys;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /// The source that stands beside a status; empty where there is none.
    static Scalar source(Block block, String key) {
        return block.optional(key).orElseGet(() -> Scalar.of(block.placeOf(key), key, ""));
    }
}
