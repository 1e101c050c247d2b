package org.muster.web.ask;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.bill.Money;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Stage;
import org.muster.alliance.pool.Pool;
import org.muster.folder.FolderSetting;
import org.muster.folder.FolderSetting.Thing;
import org.muster.plan.model.Line;
import org.muster.plan.model.Rule;
import org.muster.plan.whynot.Change;
import org.muster.plan.whynot.WhyNot;
import org.muster.web.http.Query;

/// A change that why-not found, as something to try: the rules that it lifts are switched off, or the numbers set with
/// which they do not stand in the way.
///
/// @param name  what kind of change it is
/// @param words what it changes
/// @param query of the address that tries it
public record Remedy(String name, String words, Query query) {
    /// What can be tried of an answer.
    static List<Remedy> of(Tried tried, WhyNot.Answer answer) {
        List<Remedy> all = new ArrayList<>();
        answer.single()
                .flatMap(change -> of(tried, "Cheapest single change", change))
                .ifPresent(all::add);
        answer.smallest()
                .filter(change -> !change.lifts().isEmpty())
                .flatMap(change -> of(
                        tried,
                        answer.conflicts().isEmpty() ? "To have it take part" : "Smallest set of changes",
                        change))
                .filter(other -> all.stream().noneMatch(one -> one.query().equals(other.query())))
                .ifPresent(all::add);
        return List.copyOf(all);
    }

    private static Optional<Remedy> of(Tried tried, String name, Change change) {
        Draft draft = new Draft(tried);
        for (Rule rule : change.lifts()) {
            if (!draft.lift(rule, change)) {
                return Optional.empty();
            }
        }
        change.added().forEach((line, units) -> draft.find(line, units, change));
        String words = change.lifts().stream()
                .map(rule -> "without \"" + rule.sentence() + "\"")
                .collect(Collectors.joining("; "));
        return Optional.of(new Remedy(name, words, draft.query()));
    }

    /// What is tried already, and more of it.
    private static final class Draft {
        private final Tried tried;
        private final Set<String> off;
        private final Set<String> free;
        private final Set<String> must;
        private final Set<String> mustNot;
        private final List<FolderSetting> settings;

        Draft(Tried tried) {
            this.tried = tried;
            this.off = new LinkedHashSet<>(tried.query().all("off"));
            this.free = new LinkedHashSet<>(tried.query().all("free"));
            this.must = new LinkedHashSet<>(tried.query().all("must"));
            this.mustNot = new LinkedHashSet<>(tried.query().all("mustNot"));
            this.settings = new ArrayList<>(tried.settings());
        }

        Query query() {
            return tried.query()
                    .with("off", List.copyOf(off))
                    .with("free", List.copyOf(free))
                    .with("must", List.copyOf(must))
                    .with("mustNot", List.copyOf(mustNot))
                    .with("set", settings.stream().map(FolderSetting::text).toList());
        }

        private void set(Thing thing, String id, String field, String value) {
            FolderSetting setting = new FolderSetting(thing, id, field, value);
            settings.removeIf(setting::isOfTheSameFieldAs);
            settings.add(setting);
        }

        /// Whether there is something to try for it.
        boolean lift(Rule rule, Change change) {
            String[] parts = rule.id().split(":", -1);
            return switch (rule.kind()) {
                case STANCE, POLICY, CAVEAT, FLOOR, LEAD -> off.add(rule.id());
                case CONSENSUS, ACCESS -> off.add("pool:" + rule.subject() + ":access");
                case CREWS -> off.add("pool:" + rule.subject() + ":crews");
                case PIN -> pin(parts);
                case NOTICE -> notice(parts);
                case STAGE -> {
                    set(Thing.OFFER, parts[1], "stage", Stage.OFFERED.word());
                    yield true;
                }
                case AVAILABILITY -> {
                    set(Thing.OFFER, parts[1], "available_from", "");
                    set(Thing.OFFER, parts[1], "available_to", "");
                    yield true;
                }
                case CAPACITY -> capacity(rule.subject(), change);
                case SUPPLY -> true; // what is to be found is set by line
                case BRINGS, LINE -> false;
            };
        }

        /// `pin:not:MEMBER` or `pin:must:MEMBER`; assignments are fixed in the folder alone.
        private boolean pin(String[] parts) {
            if (parts.length != 3 || !(parts[1].equals("not") || parts[1].equals("must"))) {
                return false;
            }
            String member = parts[2];
            must.remove(member);
            mustNot.remove(member);
            Mission.Pins pins = tried.inFolder().pins();
            if (pins.mustJoin().contains(member) || pins.mustNot().contains(member)) {
                free.add(member);
            }
            return true;
        }

        /// `notice:THING:ID:PHASE/LINE`: ready as early as the line asks.
        private boolean notice(String[] parts) {
            Optional<Long> given = tried.mission().phases().stream()
                    .flatMap(phase -> phase.requirements().stream().map(line -> new Line(phase, line)))
                    .filter(line -> line.key().equals(parts[3]))
                    .map(line -> line.noticeGiven(tried.mission().decidedOn()))
                    .findFirst();
            if (given.isEmpty() || given.get() < 0) {
                return false;
            }
            set(
                    Thing.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                    parts[2],
                    "notice_days",
                    String.valueOf(Math.min(given.get(), noticeSet(parts))));
            return true;
        }

        private long noticeSet(String[] parts) {
            return settings.stream()
                    .filter(setting -> setting.thing().word().equals(parts[1])
                            && setting.id().equals(parts[2])
                            && setting.field().equals("notice_days")
                            && setting.value().matches("[0-9]{1,9}"))
                    .mapToLong(setting -> Long.parseLong(setting.value()))
                    .min()
                    .orElse(Long.MAX_VALUE);
        }

        /// As much more as the change draws beyond what there is, before the levy.
        private boolean capacity(String id, Change change) {
            @Nullable Pool pool = tried.alliance().pool(id).orElse(null);
            if (pool == null) {
                return false;
            }
            long beyond = change.beyond().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(id + " in "))
                    .mapToLong(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            BigDecimal left = BigDecimal.valueOf(100).subtract(pool.levyPercent());
            if (left.signum() == 0) {
                return false;
            }
            long capacity = BigDecimal.valueOf(Math.addExact(pool.availableCapacity(), beyond))
                    .multiply(BigDecimal.valueOf(100))
                    .divide(left, 0, RoundingMode.CEILING)
                    .longValueExact();
            set(Thing.POOL, id, "capacity", String.valueOf(Math.max(capacity, pool.capacity())));
            return true;
        }

        /// At the price that the change puts on units that nobody offers, where it is of one line.
        private void find(String line, long units, Change change) {
            String currency = tried.alliance().currency();
            long all =
                    change.added().values().stream().mapToLong(Long::longValue).sum();
            long each = Math.ceilDiv(change.payers().getOrDefault(Change.FINDER, 0L), all);
            set(Thing.FOUND, line, "quantity", String.valueOf(units));
            set(Thing.FOUND, line, "unit_cost", Money.decimal(each, currency));
        }
    }
}
