package org.muster.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.figure.OutsideFigure;
import org.muster.alliance.figure.Vintage;
import org.muster.alliance.invest.Investments;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.offer.MarketOffer;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.alliance.policy.Participation;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.Sharing;
import org.muster.alliance.source.Provenance;

/// The texts of a folder's files, in their one normal form.
final class FolderText {
    private final Alliance alliance;
    private final Money money;

    /// Amounts as they are written: major units with the currency's decimals.
    record Money(Currency currency) {
        String text(long minor) {
            return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()))
                    .toPlainString();
        }
    }

    private FolderText(Alliance alliance) {
        this.alliance = alliance;
        this.money = new Money(Currency.getInstance(alliance.currency()));
    }

    /// Texts by path from the folder.
    static Map<String, String> of(Alliance alliance) {
        return new FolderText(alliance).files();
    }

    /// The alliance's own rules, as they stand in sharing.yaml.
    static String rules(Alliance alliance) {
        Sharing rules = new Sharing(List.of(), alliance.sharing().rules());
        return YamlText.of(new SharingText(new FolderText(alliance).money).of(rules));
    }

    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        List<TableSchema> present = new ArrayList<>();
        for (TableSchema schema : TableSchema.ALL) {
            List<List<String>> rows = rows(schema);
            if (!rows.isEmpty() || TableSchema.REQUIRED.contains(schema)) {
                TableSchema shown = schema.with(said(schema, rows));
                files.put(schema.file(), csv(shown, rows));
                present.add(shown);
            }
        }
        YamlParts yaml = new YamlParts(alliance, money);
        files.put(Documents.ALLIANCE, YamlText.of(yaml.alliance()));
        if (!alliance.policies().isEmpty()
                || !alliance.caveats().isEmpty()
                || !alliance.stances().isEmpty()) {
            files.put(Documents.POLICIES, YamlText.of(yaml.policies()));
        }
        if (!alliance.pools().isEmpty()) {
            files.put(Documents.POOLS, YamlText.of(yaml.pools()));
        }
        if (!alliance.sharing().equals(Sharing.NONE)) {
            files.put(Documents.SHARING, YamlText.of(new SharingText(money).of(alliance.sharing())));
        }
        if (!yaml.pledges().isEmpty()) {
            files.put(Documents.PLEDGES, YamlText.of(yaml.pledges()));
        }
        if (!alliance.investments().equals(Investments.NONE)) {
            files.put(Documents.INVEST, YamlText.of(new InvestText(alliance, money).of(alliance.investments())));
        }
        LabText lab = new LabText(yaml);
        alliance.lab().futures().ifPresent(futures -> files.put(Documents.FUTURES, YamlText.of(lab.futures(futures))));
        alliance.lab()
                .reforms()
                .forEach(reform -> files.put("reforms/" + reform.id() + ".yaml", YamlText.of(lab.reform(reform))));
        for (Mission mission : alliance.missions()) {
            files.put("missions/" + mission.id() + ".yaml", YamlText.of(yaml.mission(mission)));
        }
        files.put(DataPackage.FILE, DataPackage.text(alliance.id(), alliance.title(), present));
        return files;
    }

    /// The columns in which some row says something.
    private static Set<String> said(TableSchema schema, List<List<String>> rows) {
        Set<String> said = new HashSet<>();
        for (int i = 0; i < schema.header().size(); i++) {
            int column = i;
            if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
                said.add(schema.header().get(i));
            }
        }
        return said;
    }

    private static String csv(TableSchema schema, List<List<String>> rows) {
        // columns that a table may do without are its last ones
        int columns = schema.header().size();
        return TableForm.PLAIN.text(
                schema, rows.stream().map(row -> row.subList(0, columns)).toList());
    }

    private List<List<String>> rows(TableSchema schema) {
        return switch (schema.name()) {
            case "members" -> alliance.members().stream().map(FolderText::row).toList();
            case "vintages" -> alliance.vintages().stream().map(FolderText::row).toList();
            case "figures" -> alliance.figures().stream().map(FolderText::row).toList();
            case "keys" ->
                alliance.keys().stream().flatMap(k -> rows(k).stream()).toList();
            case "capabilities" ->
                alliance.capabilities().stream().map(FolderText::row).toList();
            case "offers" -> alliance.offers().stream().map(this::row).toList();
            case "market" -> alliance.market().stream().map(this::row).toList();
            case "pool_shares" ->
                alliance.pools().stream().flatMap(p -> rows(p).stream()).toList();
            case "ledger" ->
                alliance.ledger().events().stream().map(FolderText::row).toList();
            case "participation" ->
                alliance.participation().stream().map(FolderText::row).toList();
            case "outside" -> alliance.outside().stream().map(FolderText::row).toList();
            default -> throw new IllegalArgumentException(schema.name());
        };
    }

    private static List<String> row(Member member) {
        return List.of(member.code(), member.name(), member.kind().word());
    }

    private static List<String> row(Vintage vintage) {
        return List.of(vintage.id(), vintage.title(), vintage.knownFrom().toString(), vintage.source());
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.member(),
                figure.measure(),
                String.valueOf(figure.year()),
                figure.value().toPlainString(),
                figure.unit(),
                figure.vintage(),
                status(figure.provenance()),
                figure.provenance().source());
    }

    private static List<List<String>> rows(Key key) {
        return key.shares().entrySet().stream()
                .map(share -> List.of(
                        key.id(),
                        share.getKey(),
                        share.getValue().toPlainString(),
                        status(key.provenanceOf(share.getKey())),
                        key.provenanceOf(share.getKey()).source()))
                .toList();
    }

    private static List<String> row(Capability capability) {
        return List.of(capability.code(), capability.name(), capability.unit());
    }

    private List<String> row(Offer offer) {
        return List.of(
                offer.id(),
                offer.member(),
                offer.capability(),
                String.valueOf(offer.units()),
                unit(alliance, offer.capability()),
                offer.stage().word(),
                String.valueOf(offer.noticeDays()),
                money.text(offer.deploymentCostMinor()),
                money.text(offer.runningCostMinorPerDay()),
                offer.mission().orElse(""),
                offer.availableFrom().map(Object::toString).orElse(""),
                offer.availableTo().map(Object::toString).orElse(""),
                status(offer.quantityProvenance()),
                offer.quantityProvenance().source(),
                status(offer.costProvenance()),
                offer.costProvenance().source());
    }

    private List<String> row(MarketOffer charter) {
        return List.of(
                charter.id(),
                charter.capability(),
                String.valueOf(charter.units()),
                unit(alliance, charter.capability()),
                String.valueOf(charter.noticeDays()),
                money.text(charter.unitCostMinor()),
                money.text(charter.dailyCostMinor()),
                status(charter.provenance()),
                charter.provenance().source());
    }

    private List<List<String>> rows(Pool pool) {
        List<List<String>> rows = new ArrayList<>();
        pool.entitlements()
                .forEach((member, units) ->
                        rows.add(share(pool, member, "entitlement", units, pool.entitlementProvenanceOf(member))));
        pool.crews()
                .forEach(
                        (member, units) -> rows.add(share(pool, member, "crew", units, pool.crewProvenanceOf(member))));
        return rows;
    }

    private List<String> share(Pool pool, String member, String role, long units, Provenance provenance) {
        return List.of(
                pool.id(),
                member,
                role,
                String.valueOf(units),
                unit(alliance, pool.capability()),
                status(provenance),
                provenance.source());
    }

    private static List<String> row(LedgerEvent event) {
        return List.of(
                event.id(),
                event.promise(),
                event.kind().word(),
                event.giver(),
                event.receiver(),
                event.title(),
                event.amount().toPlainString(),
                event.unit(),
                event.value().map(value -> value.rate().toPlainString()).orElse(""),
                event.value().map(value -> value.on().toString()).orElse(""),
                event.value().map(LedgerEvent.UnitValue::source).orElse(""),
                event.date().toString(),
                event.knownFrom().toString(),
                event.due().map(Object::toString).orElse(""),
                status(event.provenance()),
                event.provenance().source(),
                event.revises().orElse(""));
    }

    private static List<String> row(Participation one) {
        return List.of(
                one.operation(),
                one.kind(),
                String.valueOf(one.year()),
                one.member(),
                one.part().word(),
                status(one.provenance()),
                one.provenance().source());
    }

    private static List<String> row(OutsideFigure one) {
        return List.of(
                one.series(),
                one.measure(),
                String.valueOf(one.year()),
                one.value().toPlainString(),
                status(one.provenance()),
                one.provenance().source());
    }

    private static String status(Provenance provenance) {
        return provenance.status().word();
    }

    /// The unit of a capability.
    static String unit(Alliance alliance, String capability) {
        Optional<Capability> found = alliance.capability(capability);
        return found.map(Capability::unit)
                .orElseThrow(() -> new IllegalArgumentException("no capability is called " + capability));
    }
}
