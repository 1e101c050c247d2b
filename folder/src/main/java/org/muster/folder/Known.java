package org.muster.folder;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.Ledger;
import org.muster.input.Findings;
import org.muster.input.Place;

/// Every name that a folder defines, gathered before anything that refers to it is read.
final class Known {
    final Register members;
    final Register vintages;
    final Register capabilities;
    final Register offers;
    final Register charters;
    final Register pools;
    final Register keys;
    final Register missions;
    /// Funds and beneficiaries of the ledger, and those among them that pass contributions on.
    final Register accounts;
    final Register funds;
    /// Words that the missions use, against which words of policies, caveats and rules are held.
    final Register places;
    final Register kinds;
    final Register mandates;
    final Register categories;

    /// Unit of each capability.
    private final Map<String, String> units = new HashMap<>();

    private final Findings findings;

    Known(Documents documents, Findings findings) {
        this.findings = findings;
        members = ofTable("member", documents.table(TableSchema.MEMBERS), "code");
        vintages = ofTable("release", documents.table(TableSchema.VINTAGES), "id");
        capabilities = ofTable("capability", documents.table(TableSchema.CAPABILITIES), "code");
        offers = ofTable("offer", documents.table(TableSchema.OFFERS), "id");
        charters = ofTable("charter", documents.table(TableSchema.MARKET), "id");
        pools = ofList("pool", documents.pools(), documents.isComplete(Documents.POOLS), "pools");
        keys = ofList("key", documents.alliance(), documents.isComplete(Documents.ALLIANCE), "keys");
        missions = ofMissions(documents);
        boolean pledgesComplete = documents.isComplete(Documents.PLEDGES);
        accounts = ofList("fund or beneficiary", documents.pledges(), pledgesComplete, "funds", "beneficiaries");
        // A name that stands twice has been reported above.
        funds = ofList("fund", documents.pledges(), pledgesComplete, new Findings(), "funds");
        boolean allMissions = documents.isComplete(Documents.MISSIONS)
                && documents.missionFiles().stream().allMatch(documents::isComplete);
        MissionWords words = MissionWords.of(documents);
        places = ofNames("place", words.places(), allMissions);
        kinds = ofNames("kind of task", words.kinds(), allMissions);
        mandates = ofNames("mandate", words.mandates(), allMissions);
        categories = ofNames("category of cost", words.categories(), allMissions);
        for (Row row : documents.table(TableSchema.CAPABILITIES).rows()) {
            units.putIfAbsent(row.cell("code").text(), row.cell("unit").text());
        }
        reportSharedNames();
    }

    private Known(Alliance alliance) {
        this.findings = new Findings();
        members = ofNames("member", alliance.memberCodes());
        funds = ofNames("fund", ids(alliance.ledger().funds()));
        accounts = ofNames("fund or beneficiary", ids(alliance.ledger().funds()));
        ids(alliance.ledger().beneficiaries())
                .forEach(id -> accounts.define(Scalar.of(Place.startOf(""), "id", id), findings));
        vintages = ofNames("release", List.of());
        capabilities = ofNames("capability", List.of());
        offers = ofNames("offer", List.of());
        charters = ofNames("charter", List.of());
        pools = ofNames("pool", List.of());
        keys = ofNames("key", List.of());
        missions = ofNames("mission", List.of());
        places = ofNames("place", List.of());
        kinds = ofNames("kind of task", List.of());
        mandates = ofNames("mandate", List.of());
        categories = ofNames("category of cost", List.of());
    }

    /// The names of an alliance that events of a ledger can use.
    static Known of(Alliance alliance) {
        return new Known(alliance);
    }

    private static List<String> ids(List<Ledger.Account> accounts) {
        return accounts.stream().map(Ledger.Account::id).toList();
    }

    private static Register ofNames(String kind, Collection<String> names) {
        return ofNames(kind, names, true);
    }

    static Register ofNames(String kind, Collection<String> names, boolean complete) {
        Register register = new Register(kind, complete);
        Findings none = new Findings();
        names.forEach(name -> register.define(Scalar.of(Place.startOf(""), "id", name), none));
        return register;
    }

    private Register ofTable(String kind, Table table, String column) {
        // The table has reported a name that stands twice: it is its primary key.
        Findings reported = new Findings();
        // An alliance without members has one problem, not one for every name of a member in it.
        boolean emptyMembers =
                table.schema().equals(TableSchema.MEMBERS) && table.rows().isEmpty();
        Register register = new Register(kind, table.complete() && !emptyMembers);
        table.rows().forEach(row -> register.define(row.cell(column), reported));
        return register;
    }

    private Register ofList(String kind, Optional<Tree> document, boolean complete, String... lists) {
        return ofList(kind, document, complete, findings, lists);
    }

    private static Register ofList(
            String kind, Optional<Tree> document, boolean complete, Findings findings, String... lists) {
        Register register = new Register(kind, complete);
        for (String list : lists) {
            if (document.orElse(null) instanceof Tree.Fields fields
                    && fields.field(list).map(Tree.Field::value).orElse(null) instanceof Tree.Items items) {
                items.items().forEach(item -> defineId(item, register, findings));
            }
        }
        return register;
    }

    private static void defineId(Tree item, Register register, Findings findings) {
        if (item instanceof Tree.Fields entry
                && entry.field("id").map(Tree.Field::value).orElse(null) instanceof Tree.Text id) {
            register.define(Scalar.of(id.place(), "id", id.value()), findings);
        }
    }

    /// A mission's name is that of its file, so that a mistake inside the file does not make it unknown elsewhere.
    private Register ofMissions(Documents documents) {
        Register register = new Register("mission", documents.isComplete(Documents.MISSIONS));
        for (String file : documents.missionFiles()) {
            register.define(Scalar.of(Place.startOf(file), "id", missionOf(file)), findings);
        }
        return register;
    }

    static String missionOf(String file) {
        return file.substring("missions/".length(), file.length() - ".yaml".length());
    }

    /// Offers, pools and charters are named in pins and plans alike: no two may share a name.
    private void reportSharedNames() {
        Map<String, Place> first = new LinkedHashMap<>(offers.places());
        for (Register others : List.of(charters, pools)) {
            others.places().forEach((name, place) -> {
                Place earlier = first.putIfAbsent(name, place);
                if (earlier != null) {
                    findings.add(
                            place,
                            "\"%s\" is also the name of what stands at %s".formatted(name, earlier.fileAndLine()),
                            "Give one of the two another name: pins name offers, pools and charters alike.");
                }
            });
        }
    }

    /// Those who can give in the ledger.
    Register givers() {
        Register givers = new Register("member or fund", members.isComplete() && funds.isComplete());
        Findings reported = new Findings();
        members.places().forEach((name, place) -> givers.define(Scalar.of(place, "giver", name), reported));
        funds.places().forEach((name, place) -> givers.define(Scalar.of(place, "giver", name), reported));
        return givers;
    }

    /// Whether a pin may name it.
    boolean isSource(String name) {
        return offers.has(name) || charters.has(name) || pools.has(name);
    }

    List<String> sources() {
        return java.util.stream.Stream.of(offers, charters, pools)
                .flatMap(register -> register.all().stream())
                .toList();
    }

    /// Reports a unit that is not the capability's.
    void checkUnit(Scalar unit, Scalar capability) {
        String right = units.get(capability.text());
        if (unit.present() && right != null && !right.isEmpty() && !right.equals(unit.text())) {
            findings.add(
                    unit.place(),
                    "unit is \"%s\", and %s is counted in \"%s\"".formatted(unit.text(), capability.text(), right),
                    "Write \"%s\", or name another capability.".formatted(right));
        }
    }
}
