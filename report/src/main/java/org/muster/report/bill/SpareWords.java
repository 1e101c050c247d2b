package org.muster.report.bill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.answer.PlanAnswer;
import org.muster.answer.ShareAnswer;
import org.muster.plan.spare.EmptyHanded;
import org.muster.plan.spare.Spare;
import org.muster.share.rule.SharingRule;
import org.muster.share.verdict.StayingHome;

/// Who can be spared and at what price, in words: the same on every face.
public final class SpareWords {
    private final ShareAnswer share;
    private final PlanAnswer report;

    /// The words of one shared bill.
    public SpareWords(ShareAnswer share) {
        this.share = share;
        this.report = share.plan();
    }

    /// The columns that are texts come first.
    public static final int TEXTS = 3;

    /// The heads of the table: of savings only those that a mission can change.
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("Member", "Service kept", "Asked instead", "Bill rises by"));
        savingRules().forEach(rule -> header.add("Saves, " + rule));
        return header;
    }

    private List<String> savingRules() {
        Set<String> rules = new LinkedHashSet<>();
        share.home()
                .values()
                .forEach(home -> home.byClass().forEach((staying, saving) -> {
                    if (staying != SharingRule.Staying.SAME_KEY) {
                        rules.add(saving.rule());
                    }
                }));
        return List.copyOf(rules);
    }

    /// The answer first: without whom it fails, who can be spared, what staying at home saves.
    public List<String> answer() {
        if (share.spares().singles().isEmpty()) {
            return List.of("Nobody goes, so there is nobody to spare.");
        }
        List<String> says = new ArrayList<>();
        Map<Spare.Kept, List<String>> by = new LinkedHashMap<>();
        share.spares()
                .singles()
                .forEach(spare ->
                        by.computeIfAbsent(spare.kept(), k -> new ArrayList<>()).add(report.nameOf(spare.member())));
        by.computeIfPresent(Spare.Kept.NO, (k, names) -> {
            says.add("Without " + listed(names, "or") + " it fails.");
            return names;
        });
        by.computeIfPresent(Spare.Kept.YES, (k, names) -> {
            boolean asks =
                    share.spares().singles().stream().anyMatch(s -> !s.asked().isEmpty());
            says.add(listed(names, "or") + " can be spared" + (asks ? " if those asked say yes" : "")
                    + ", one at a time.");
            return names;
        });
        by.computeIfPresent(Spare.Kept.LESS, (k, names) -> {
            says.add("Without " + listed(names, "or") + " it goes on with less.");
            return names;
        });
        by.computeIfPresent(Spare.Kept.UNKNOWN, (k, names) -> {
            says.add("Not found out in the time allowed: " + listed(names, "and") + ".");
            return names;
        });
        numbersOnly().forEach(says::add);
        return says;
    }

    /// Members of the plan itself that go for a number only.
    private List<String> numbersOnly() {
        Map<String, List<String>> byOwner = new LinkedHashMap<>();
        for (EmptyHanded one : share.emptyHanded()) {
            one.numberOf()
                    .ifPresent(owner -> byOwner.computeIfAbsent(owner, o -> new ArrayList<>())
                            .add(report.nameOf(one.member())));
        }
        List<String> says = new ArrayList<>();
        byOwner.forEach((owner, names) -> says.add(listed(names, "and") + (names.size() == 1 ? " goes" : " go")
                + " with nothing, for a number only: ask " + owner(owner) + " first whether fewer would do."));
        return says;
    }

    private String owner(String owner) {
        return owner.equals(report.mission().id()) ? "whoever set the mission's floor" : report.nameOf(owner);
    }

    /// The rows of the table, those of members that go.
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Spare spare : share.spares().singles()) {
            boolean kept = spare.kept() == Spare.Kept.YES;
            List<String> row = new ArrayList<>(List.of(
                    report.nameOf(spare.member()),
                    kept
                            ? "yes" + (spare.why().isEmpty() ? "" : ": " + spare.why())
                            : spare.kept().word() + ": " + spare.why(),
                    kept ? asked(spare) : "",
                    spare.riseMinor().isPresent()
                            ? report.grouped(spare.riseMinor().getAsLong())
                            : ""));
            StayingHome home = share.home().get(spare.member());
            for (String rule : savingRules()) {
                Long saved = home == null ? null : home.saves().get(rule);
                row.add(saved == null ? "" : report.grouped(saved));
            }
            rows.add(row);
        }
        return rows;
    }

    private String asked(Spare spare) {
        if (spare.asked().isEmpty()) {
            return "nobody";
        }
        Map<String, Long> pays = Optional.ofNullable(share.home().get(spare.member()))
                .map(StayingHome::asked)
                .orElse(Map.of());
        List<String> words = new ArrayList<>();
        for (Spare.Asked asked : spare.asked()) {
            words.add(asked.member() + " " + report.grouped(pays.getOrDefault(asked.member(), 0L))
                    + asked.numberOf()
                            .map(owner -> " (with nothing, for the number of "
                                    + (owner.equals(report.mission().id()) ? "the mission" : owner) + ")")
                            .orElse(""));
        }
        return String.join(", ", words);
    }

    /// A sentence for each pair that can be spared one by one and not together.
    public List<String> pairs() {
        List<String> says = new ArrayList<>();
        for (Spare pair : share.spares().pairs()) {
            says.add("Not both " + report.nameOf(pair.members().getFirst()) + " and "
                    + report.nameOf(pair.members().getLast()) + ": " + pair.why() + ".");
        }
        return says;
    }

    /// What holds by construction, and what these lines can never say.
    public List<String> construction() {
        List<String> says = new ArrayList<>();
        says.add(share.spares().account());
        Map<SharingRule.Staying, List<String>> classes = new LinkedHashMap<>();
        report.whoPays()
                .columns()
                .forEach(column -> classes.computeIfAbsent(column.rule().staying(), k -> new ArrayList<>())
                        .add(column.rule().id()));
        classes.forEach((staying, rules) -> says.add(String.join(", ", rules) + ": "
                + switch (staying) {
                    case PAYS_NOTHING ->
                        "who stays at home pays nothing of what is not its own, so it saves what it pays; the rule itself says"
                                + " so, and no mission could show otherwise.";
                    case SAME_KEY ->
                        "the key asks the same of whoever stays at home, so staying saves nothing: the least bill cannot fall"
                                + " when offers go.";
                    case DEPENDS ->
                        "what staying saves depends on who goes with what; only here does the number inform.";
                    case OWES ->
                        "everybody owes whether it goes or not, so nothing is saved, and these are not planned again.";
                }));
        says.add("Asked instead: what it pays more where costs lie where they fall. Whether it says yes is not known.");
        return says;
    }

    /// Names as an enumeration.
    ///
    /// @param last the word before the last of them
    public static String listed(List<String> names, String last) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " " + last + " " + names.getLast();
    }
}
