package org.muster.folder;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.muster.alliance.Member;
import org.muster.alliance.offer.Stage;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.alliance.policy.Participation;
import org.muster.alliance.source.Status;

/// The tables of an alliance folder: the one definition from which headers are checked and `datapackage.json` is made.
///
/// @param name        name of the resource
/// @param file        the file that it stands in
/// @param title       what a row is
/// @param columns     in the order of the header
/// @param primaryKey  columns whose values together occur once
/// @param foreignKeys columns whose values stand in another table
record TableSchema(
        String name,
        String file,
        String title,
        List<Column> columns,
        List<String> primaryKey,
        List<ForeignKey> foreignKeys) {
    TableSchema(
            String name, String title, List<Column> columns, List<String> primaryKey, List<ForeignKey> foreignKeys) {
        this(name, name + ".csv", title, columns, primaryKey, foreignKeys);
    }

    /// Types of Frictionless Table Schema.
    enum Type {
        STRING,
        INTEGER,
        NUMBER,
        DATE,
        YEAR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param name        its name in the header
    /// @param type        its type
    /// @param required    whether a field of it may be empty
    /// @param description what it says, with units
    /// @param words       the words that it may hold; empty where it is open
    /// @param dispensable whether a table may do without the whole column: one that tables of earlier days do not have
    record Column(
            String name, Type type, boolean required, String description, List<String> words, boolean dispensable) {}

    /// @param column   the column that refers
    /// @param resource the table that it refers to
    /// @param target   the column of that table
    record ForeignKey(String column, String resource, String target) {}

    static final TableSchema MEMBERS = new TableSchema(
            "members",
            "Allies and partners",
            List.of(
                    must("code", Type.STRING, "code of the member, for states ISO 3166-1 alpha-3"),
                    must("name", Type.STRING, "name of the member"),
                    word(
                            "kind",
                            words(Member.Kind.values()),
                            "whether it belongs to the alliance or stands beside it")),
            List.of("code"),
            List.of());

    static final TableSchema VINTAGES = new TableSchema(
            "vintages",
            "Releases of figures",
            List.of(
                    must("id", Type.STRING, "name of the release"),
                    must("title", Type.STRING, "the publication"),
                    must("known_from", Type.DATE, "first day on which a reader can have known it"),
                    must("source", Type.STRING, "where it was found, and any assumption about its day")),
            List.of("id"),
            List.of());

    static final TableSchema FIGURES = new TableSchema(
            "figures",
            "Numbers about members",
            columns(
                    Stream.of(
                            must("member", Type.STRING, "code of the member"),
                            must("measure", Type.STRING, "what is measured, for example gdp"),
                            must("year", Type.YEAR, "year that the number is for"),
                            must("value", Type.NUMBER, "the number as published"),
                            must("unit", Type.STRING, "its unit"),
                            must("vintage", Type.STRING, "release in which it was published")),
                    provenance("")),
            List.of("member", "measure", "year", "vintage"),
            List.of(new ForeignKey("member", "members", "code"), new ForeignKey("vintage", "vintages", "id")));

    static final TableSchema KEYS = new TableSchema(
            "keys",
            "Shares of keys, in percent",
            columns(
                    Stream.of(
                            must("key", Type.STRING, "id of the key in alliance.yaml"),
                            must("member", Type.STRING, "code of the member"),
                            must("share", Type.NUMBER, "percent; the shares of a key sum to exactly 100")),
                    provenance("")),
            List.of("key", "member"),
            List.of(new ForeignKey("member", "members", "code")));

    static final TableSchema CAPABILITIES = new TableSchema(
            "capabilities",
            "What can be asked for and offered",
            List.of(
                    must("code", Type.STRING, "code of the capability"),
                    must("name", Type.STRING, "name of the capability"),
                    must("unit", Type.STRING, "unit in which it is counted")),
            List.of("code"),
            List.of());

    static final TableSchema OFFERS = new TableSchema(
            "offers",
            "What members would bring",
            columns(
                    Stream.of(
                            must("id", Type.STRING, "name of the offer"),
                            must("member", Type.STRING, "code of the member"),
                            must("capability", Type.STRING, "code of the capability"),
                            must("quantity", Type.INTEGER, "whole units offered"),
                            must("unit", Type.STRING, "unit of the quantity: that of the capability"),
                            word("stage", words(Stage.values()), "how far the offer has come"),
                            must("notice_days", Type.INTEGER, "days from the call until the units can start"),
                            must("deployment_cost", Type.NUMBER, "amount per unit and phase"),
                            must("running_cost_per_day", Type.NUMBER, "amount per unit and day"),
                            may("mission", Type.STRING, "the only mission it is made for"),
                            may("available_from", Type.DATE, "first day"),
                            may("available_to", Type.DATE, "last day")),
                    columns(provenance("quantity_").stream(), provenance("cost_"))),
            List.of("id"),
            List.of(new ForeignKey("member", "members", "code"), new ForeignKey("capability", "capabilities", "code")));

    static final TableSchema MARKET = new TableSchema(
            "market",
            "Charters: what can be had for money from outside",
            columns(
                    Stream.of(
                            must("id", Type.STRING, "name of the charter"),
                            must("capability", Type.STRING, "code of the capability"),
                            must("quantity", Type.INTEGER, "whole units to be had in one phase"),
                            must("unit", Type.STRING, "unit of the quantity: that of the capability"),
                            must("notice_days", Type.INTEGER, "days from the call until the units can start"),
                            must("unit_cost", Type.NUMBER, "amount per unit and phase"),
                            must("daily_cost", Type.NUMBER, "amount per unit and day")),
                    provenance("")),
            List.of("id"),
            List.of(new ForeignKey("capability", "capabilities", "code")));

    static final TableSchema POOL_SHARES = new TableSchema(
            "pool_shares",
            "Entitlements to pools, and crews for them",
            columns(
                    Stream.of(
                            must("pool", Type.STRING, "id of the pool in pools.yaml"),
                            must("member", Type.STRING, "code of the member"),
                            word(
                                    "role",
                                    List.of("entitlement", "crew"),
                                    "whether the units are owned per period, or operated by the member's crews"),
                            must("units", Type.INTEGER, "whole units"),
                            must("unit", Type.STRING, "unit of the units: that of the pool's capability")),
                    provenance("")),
            List.of("pool", "member", "role"),
            List.of(new ForeignKey("member", "members", "code")));

    static final TableSchema LEDGER = new TableSchema(
            "ledger",
            "Moves of promised contributions",
            columns(
                    Stream.of(
                            must("id", Type.STRING, "name of the event"),
                            must("promise", Type.STRING, "the contribution that it moves"),
                            word("event", words(LedgerEvent.Kind.values()), "what happened"),
                            must("giver", Type.STRING, "code of a member, or a fund in pledges.yaml"),
                            must("receiver", Type.STRING, "a fund or a beneficiary in pledges.yaml"),
                            must("title", Type.STRING, "what it is about, in words"),
                            must("amount", Type.NUMBER, "how much moves"),
                            must("unit", Type.STRING, "currency code, or what is counted"),
                            may("rate", Type.NUMBER, "what one unit is worth in the alliance's currency"),
                            may("rate_date", Type.DATE, "day for which the rate holds"),
                            may("rate_source", Type.STRING, "where the rate was found"),
                            must("date", Type.DATE, "for when"),
                            must("known_from", Type.DATE, "first day on which a reader can have known it"),
                            may("due", Type.DATE, "by when the rest should be delivered")),
                    Stream.concat(
                                    provenance("").stream(),
                                    Stream.of(lately(
                                            "revises",
                                            Type.STRING,
                                            "name of the event whose place this one takes once it is known")))
                            .toList()),
            List.of("id"),
            List.of());

    static final TableSchema PARTICIPATION = new TableSchema(
            "participation",
            "Who took part in operations of the past",
            columns(
                    Stream.of(
                            must("operation", Type.STRING, "name of the operation"),
                            must("kind", Type.STRING, "what kind of operation, in one word"),
                            must("year", Type.YEAR, "year of the record"),
                            must("member", Type.STRING, "code of the member"),
                            word("part", words(Participation.Part.values()), "whether it took part")),
                    provenance("")),
            List.of("operation", "member"),
            List.of(new ForeignKey("member", "members", "code")));

    static final TableSchema OUTSIDE = new TableSchema(
            "outside",
            "How measures of pledges moved elsewhere",
            columns(
                    Stream.of(
                            must(
                                    "series",
                                    Type.STRING,
                                    "whose value it is; a member's code where it is about a member"),
                            must("measure", Type.STRING, "what is measured, by the name that figures use"),
                            must("year", Type.YEAR, "year that the value is for"),
                            must("value", Type.NUMBER, "the value, in the unit that figures of the measure have")),
                    provenance("")),
            List.of("series", "measure", "year"),
            List.of());

    /// All tables, in the order of the data package.
    static final List<TableSchema> ALL = List.of(
            MEMBERS,
            VINTAGES,
            FIGURES,
            KEYS,
            CAPABILITIES,
            OFFERS,
            MARKET,
            POOL_SHARES,
            LEDGER,
            PARTICIPATION,
            OUTSIDE);

    /// Tables that a folder must have.
    static final List<TableSchema> REQUIRED = List.of(MEMBERS, CAPABILITIES);

    /// The same table in another file.
    TableSchema inFile(String other) {
        return new TableSchema(name, other, title, columns, primaryKey, foreignKeys);
    }

    /// The same table without the columns that it may do without and that are not among `named`.
    TableSchema with(Collection<String> named) {
        return new TableSchema(
                name,
                file,
                title,
                columns.stream()
                        .filter(column -> !column.dispensable() || named.contains(column.name()))
                        .toList(),
                primaryKey,
                foreignKeys);
    }

    /// Which column this one is, from 0; -1 where the table has none of this name.
    int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    private static Column must(String name, Type type, String description) {
        return new Column(name, type, true, description, List.of(), false);
    }

    private static Column may(String name, Type type, String description) {
        return new Column(name, type, false, description, List.of(), false);
    }

    private static Column lately(String name, Type type, String description) {
        return new Column(name, type, false, description, List.of(), true);
    }

    private static Column word(String name, List<String> words, String description) {
        return new Column(name, Type.STRING, true, description, words, false);
    }

    private static List<Column> provenance(String of) {
        return List.of(
                word(of + "status", words(Status.values()), "how far it can be trusted"),
                may(of + "source", Type.STRING, "document, page or rule; empty only where the status is illustrative"));
    }

    private static List<Column> columns(Stream<Column> own, List<Column> provenance) {
        return Stream.concat(own, provenance.stream()).toList();
    }

    private static List<String> words(Enum<?>[] constants) {
        return Stream.of(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    }
}
