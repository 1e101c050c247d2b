package org.muster.folder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.figure.StandIn;
import org.muster.alliance.pledge.Ledger;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.source.Provenance;
import org.muster.input.Place;

/// `pledges.yaml`: pledges, stand-ins for missing releases, and the accounts of the ledger.
final class PledgesFile {
    private static final int MOST_DECIMALS = 6;

    private final Known known;
    private final Values values;
    private final Currency currency;
    private final List<Ledger.Account> funds = new ArrayList<>();
    private final List<Ledger.Account> beneficiaries = new ArrayList<>();

    final List<Pledge> pledges = new ArrayList<>();
    final List<StandIn> standIns = new ArrayList<>();

    PledgesFile(Documents documents, Known known, Values values, Currency currency) {
        this.known = known;
        this.values = values;
        this.currency = currency;
        documents
                .pledges()
                .flatMap(tree ->
                        Block.of("the file", tree, values.findings(), "pledges", "stand_ins", "funds", "beneficiaries"))
                .ifPresent(this::read);
    }

    /// The ledger: its accounts from this file, its events from the table.
    Ledger ledger(Table table) {
        return new Ledger(funds, beneficiaries, new LedgerTable(known, values, currency).read(table));
    }

    private void read(Block file) {
        Register ids = new Register("pledge", true);
        for (Block block : file.blocks(
                "pledges",
                "the pledge",
                "id",
                "title",
                "measure",
                "comparison",
                "target",
                "unit",
                "decimals",
                "made",
                "start_year",
                "due_year",
                "review_year",
                "path",
                "ratio",
                "addition",
                "who",
                "joined",
                "exempt",
                "opt_outs",
                "status",
                "source")) {
            ids.define(block.required("id", "two-percent"), values.findings());
            pledge(block);
        }
        for (Block block : file.blocks(
                "stand_ins", "the stand-in", "vintage", "measure", "known_from", "up_to", "status", "source")) {
            standIns.add(new StandIn(
                    values.reference(block.required("vintage", "census-2026"), known.vintages),
                    values.id(block.required("measure", "gdp")),
                    values.date(block.required("known_from", "2014-02-01")),
                    year(block.required("up_to", "2013")),
                    provenance(block)));
        }
        accounts(file, "funds", "the fund", funds);
        accounts(file, "beneficiaries", "the beneficiary", beneficiaries);
    }

    private void accounts(Block file, String list, String each, List<Ledger.Account> into) {
        for (Block block : file.blocks(list, each, "id", "title")) {
            Scalar id = block.required("id", "flood-fund");
            if (known.members.has(id.text())) {
                values.report(
                        id,
                        "\"%s\" is also the code of a member".formatted(id.text()),
                        "Give it another name: the ledger names members, funds and beneficiaries alike.");
            }
            into.add(new Ledger.Account(values.id(id), values.text(block.required("title", "Flood fund"))));
        }
    }

    private void pledge(Block block) {
        String id = values.id(block.required("id", "two-percent"));
        String title = values.text(block.required("title", "Spend two percent on dikes"));
        LocalDate made = values.date(block.required("made", "2026-06-01"));
        int start = year(block.required("start_year", "2026"));
        Scalar due = block.required("due_year", "2031");
        int dueYear = year(due);
        if (dueYear <= start) {
            if (due.present()) {
                values.report(
                        due,
                        String.format(Locale.ROOT, "the pledge is due in %d, and starts from %d", dueYear, start),
                        "Write a year after the one from which it starts.");
            }
            dueYear = start + 1;
        }
        List<Pledge.Party> who = who(block);
        List<Pledge.Exemption> exemptions = new ArrayList<>();
        for (Block one : block.blocks("exempt", "the exemption", "member", "reason")) {
            exemptions.add(new Pledge.Exemption(
                    party(one, who), values.text(one.required("reason", "it has no fire brigade"))));
        }
        List<Pledge.OptOut> optOuts = new ArrayList<>();
        for (Block one : block.blocks("opt_outs", "the opt-out", "member", "since", "instead", "reason")) {
            optOuts.add(new Pledge.OptOut(
                    party(one, who),
                    values.date(one.required("since", "2026-07-01")),
                    one.optional("instead").map(values::decimal),
                    values.text(one.required("reason", "its own plan is smaller"))));
        }
        pledges.add(new Pledge(
                id,
                title,
                new Pledge.Aim(
                        values.id(block.required("measure", "dike_share_of_budget")),
                        values.choice(block.required("comparison", "at_least"), Pledge.Comparison.class),
                        values.decimal(block.required("target", "2")),
                        values.text(block.required("unit", "percent")),
                        (int) values.whole(block.required("decimals", "2"), 0, MOST_DECIMALS)),
                new Pledge.Course(
                        made,
                        start,
                        dueYear,
                        block.optional("review_year").map(this::year),
                        values.choice(block.required("path", "linear"), Pledge.Path.class)),
                new Pledge.Reckoning(
                        block.block("ratio", "the ratio", "amount", "base", "growth")
                                .map(this::ratio),
                        block.block("addition", "the addition", "measure", "cap", "total")
                                .map(this::addition)),
                new Pledge.Roll(who, exemptions, optOuts),
                provenance(block)));
    }

    private Pledge.Ratio ratio(Block block) {
        return new Pledge.Ratio(
                values.id(block.required("amount", "spending_real")),
                values.id(block.required("base", "budget_real")),
                values.id(block.required("growth", "budget_growth")));
    }

    private Pledge.Addition addition(Block block) {
        return new Pledge.Addition(
                values.id(block.required("measure", "flood_research_share")),
                values.decimal(block.required("cap", "1.5")),
                values.decimal(block.required("total", "5")));
    }

    private List<Pledge.Party> who(Block pledge) {
        List<Pledge.Party> who = new ArrayList<>();
        Map<String, Place> first = new HashMap<>();
        for (Scalar member : pledge.list("who")) {
            join(member, Optional.empty(), who, first);
        }
        for (Block block : pledge.blocks("joined", "the member that joined", "member", "since")) {
            Scalar on = block.required("since", "2027-01-01");
            join(block.required("member", "ARN"), Optional.of(values.date(on)), who, first);
        }
        if (who.isEmpty()) {
            values.findings()
                    .add(pledge.place(), "nobody made the pledge", "Write who: [A, B] with the members that made it.");
        }
        return who;
    }

    private void join(Scalar member, Optional<LocalDate> since, List<Pledge.Party> who, Map<String, Place> first) {
        Place earlier = first.putIfAbsent(member.text(), member.place());
        if (earlier != null && member.present()) {
            values.report(
                    member,
                    "%s stands here a second time, first at %s".formatted(member.text(), earlier.fileAndLine()),
                    "Keep one of the two.");
            return;
        }
        who.add(new Pledge.Party(values.reference(member, known.members), since));
    }

    /// A member that must be one of those who made the pledge.
    private String party(Block block, List<Pledge.Party> who) {
        Scalar member = block.required("member", "ARN");
        if (known.members.check(member, values.findings())
                && member.present()
                && who.stream().noneMatch(party -> party.member().equals(member.text()))) {
            values.report(
                    member,
                    "%s is not one of those who made the pledge".formatted(member.text()),
                    "Add it to who or joined, or remove it here.");
        }
        return member.text();
    }

    private int year(Scalar year) {
        return (int) values.whole(year, TableParts.FIRST_YEAR, TableParts.LAST_YEAR);
    }

    private Provenance provenance(Block block) {
        return values.provenance(block.required("status", "published"), AllianceFile.source(block, "source"));
    }
}
