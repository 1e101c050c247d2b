package org.muster.report.folder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.offer.Offer;
import org.muster.alliance.pledge.Pledge;
import org.muster.alliance.pool.Access;
import org.muster.alliance.pool.Pool;

/// What a folder holds, listed kind by kind; with a capability only what has to do with it.
public final class Listings {
    /// The kinds, as a user names them.
    public static final List<String> KINDS = List.of("missions", "members", "offers", "pools", "pledges");

    private final Alliance alliance;
    private final @Nullable String capability;

    /// @param capability code of the capability that all is about; null for everything
    public Listings(Alliance alliance, @Nullable String capability) {
        this.alliance = alliance;
        this.capability = capability;
    }

    /// The things of a kind, one of [#KINDS].
    public Listing of(String kind) {
        return switch (kind) {
            case "missions" -> missions();
            case "members" -> members();
            case "offers" -> offers();
            case "pools" -> pools();
            case "pledges" -> pledges();
            default -> throw new IllegalArgumentException("no kind of things: " + kind);
        };
    }

    /// How many there are of each kind, and what they are called.
    public Listing overview() {
        return new Listing(
                "kinds",
                columns("kind=kind", "number=number", "names=names"),
                List.of(
                        counted("missions", alliance.missions().stream().map(Mission::id)),
                        counted("members", alliance.memberCodes().stream()),
                        counted("offers", alliance.offers().stream().map(Offer::id)),
                        counted("pools", alliance.pools().stream().map(Pool::id)),
                        counted("pledges", alliance.pledges().stream().map(Pledge::id))));
    }

    private static List<@Nullable Object> counted(String kind, Stream<String> ids) {
        List<String> names = ids.toList();
        return row(kind, names.size(), few(names));
    }

    private static String few(List<String> names) {
        int shown = 6;
        String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
        return names.stream().limit(shown).collect(Collectors.joining(", ")) + more;
    }

    private Listing missions() {
        List<Listing.Column> columns = columns(
                "id=mission",
                "title=title",
                "mode=mode",
                "decidedOn=",
                "from=",
                "to=",
                "=dates",
                "priority=priority",
                "status=status");
        return listing(
                "missions",
                columns,
                "lines",
                alliance.missions().stream()
                        .filter(mission -> capability == null || !lines(mission).isEmpty())
                        .map(mission -> row(
                                mission.id(),
                                mission.title(),
                                word(mission.mode()),
                                mission.decidedOn(),
                                mission.phases().getFirst().from(),
                                mission.phases().getLast().to(),
                                dates(
                                        mission.phases().getFirst().from(),
                                        mission.phases().getLast().to()),
                                number(mission.priority()),
                                mission.provenance().status().word(),
                                lines(mission))));
    }

    /// The lines of a mission that ask for the capability, with their quantities.
    private String lines(Mission mission) {
        return mission.phases().stream()
                .flatMap(phase -> phase.requirements().stream()
                        .filter(line -> line.capability().equals(capability))
                        .map(line -> phase.id() + "/" + line.id() + " " + line.quantity()))
                .collect(Collectors.joining(", "));
    }

    private Listing members() {
        return listing(
                "members",
                columns("code=member", "name=name", "kind=kind"),
                "offers",
                alliance.members().stream()
                        .filter(member ->
                                capability == null || !offersOf(member).isEmpty())
                        .map(member ->
                                row(member.code(), member.name(), member.kind().word(), offersOf(member))));
    }

    /// The offers of the capability that a member makes, with their units.
    private String offersOf(Member member) {
        return alliance.offers().stream()
                .filter(offer -> offer.member().equals(member.code()) && isOf(offer.capability()))
                .map(offer -> offer.id() + " " + offer.units())
                .collect(Collectors.joining(", "));
    }

    private Listing offers() {
        return new Listing(
                "offers",
                columns(
                        "id=offer",
                        "member=member",
                        "capability=capability",
                        "units=units",
                        "unit=",
                        "stage=stage",
                        "noticeDays=notice",
                        "mission=mission",
                        "from=",
                        "to=",
                        "=dates",
                        "status="),
                alliance.offers().stream()
                        .filter(offer -> isOf(offer.capability()))
                        .map(offer -> row(
                                offer.id(),
                                offer.member(),
                                offer.capability(),
                                offer.units(),
                                unit(offer.capability()),
                                offer.stage().word(),
                                offer.noticeDays(),
                                offer.mission().orElse(null),
                                offer.availableFrom().orElse(null),
                                offer.availableTo().orElse(null),
                                dates(
                                        offer.availableFrom().orElse(null),
                                        offer.availableTo().orElse(null)),
                                offer.quantityProvenance().status().word()))
                        .toList());
    }

    private Listing pools() {
        return new Listing(
                "pools",
                columns(
                        "id=pool",
                        "title=title",
                        "capability=capability",
                        "capacity=capacity",
                        "unit=unit",
                        "period=per",
                        "access=access",
                        "noticeDays=notice days",
                        "mission=mission",
                        "owners=owners",
                        "status=status"),
                alliance.pools().stream()
                        .filter(pool -> isOf(pool.capability()))
                        .map(pool -> row(
                                pool.id(),
                                pool.title(),
                                pool.capability(),
                                pool.capacity(),
                                unit(pool.capability()),
                                word(pool.period()),
                                access(pool.access()),
                                pool.noticeDays(),
                                pool.mission().orElse(null),
                                String.join(", ", pool.entitlements().keySet()),
                                pool.shareProvenance().status().word()))
                        .toList());
    }

    private Listing pledges() {
        return new Listing(
                "pledges",
                columns(
                        "id=pledge",
                        "title=title",
                        "measure=measure",
                        "comparison=comparison",
                        "target=target",
                        "unit=unit",
                        "made=made",
                        "dueYear=due",
                        "members=members",
                        "status=status"),
                alliance.pledges().stream()
                        .map(pledge -> row(
                                pledge.id(),
                                pledge.title(),
                                pledge.measure(),
                                pledge.comparison().word(),
                                pledge.target().toPlainString(),
                                pledge.unit(),
                                pledge.made(),
                                pledge.dueYear(),
                                pledge.who().size(),
                                pledge.provenance().status().word()))
                        .toList());
    }

    private boolean isOf(String other) {
        return capability == null || capability.equals(other);
    }

    private String unit(String code) {
        return alliance.capability(code).map(Capability::unit).orElse("");
    }

    private static String access(Access access) {
        return switch (access) {
            case Access.Open a -> "open";
            case Access.Owners a -> "owners";
            case Access.OwnersPlusReleased a -> "owners plus released";
            case Access.WeightedVote a ->
                "vote of " + a.thresholdPercent().stripTrailingZeros().toPlainString() + " %";
            case Access.Consensus a -> "consensus";
        };
    }

    private static String dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? "" : "to " + to;
        }
        return to == null ? "from " + from : from + " to " + to;
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// The listing with, where all is about one capability, what each has to do with it as its last column.
    private Listing listing(
            String what, List<Listing.Column> columns, String last, Stream<List<@Nullable Object>> rows) {
        if (capability == null) {
            return new Listing(
                    what,
                    columns,
                    rows.map(row -> row.subList(0, columns.size())).toList());
        }
        List<Listing.Column> more = new ArrayList<>(columns);
        more.add(new Listing.Column(last, last + ": " + unit(capability)));
        return new Listing(what, more, rows.toList());
    }

    /// Columns, each as KEY=TITLE.
    private static List<Listing.Column> columns(String... words) {
        return Arrays.stream(words)
                .map(word -> {
                    int middle = word.indexOf('=');
                    return new Listing.Column(word.substring(0, middle), word.substring(middle + 1));
                })
                .toList();
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
