package org.muster.plan.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.plan.model.Candidate;
import org.muster.plan.model.Eligibility;
import org.muster.plan.model.Line;
import org.muster.plan.model.Source;

/// Who brings something, which is what joining takes: units of its own on a line, or a part in a pool that is drawn on.
///
/// A member that has nothing of the kind never takes part. Where others join only beside a member, the closed form
/// needs
/// more: that it brings something whatever the coalition, without making the mission dearer. That is so where a line
/// has
/// room for a unit of it after all that is cheaper, whoever offers that.
final class Bringing {
    private final Eligibility eligibility;

    Bringing(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    /// Members that could bring something at all.
    Set<String> able() {
        Set<String> able = new LinkedHashSet<>();
        for (Candidate candidate : eligibility.candidates()) {
            if (candidate.blockers().isEmpty()) {
                able.addAll(bringers(candidate.source()));
            }
        }
        return able;
    }

    private static Set<String> bringers(Source source) {
        Set<String> bringers = new LinkedHashSet<>();
        switch (source) {
            case Source.OfMember s -> bringers.add(s.offer().member());
            case Source.OfMarket s -> {}
            case Source.OfPool s -> {
                s.pool().entitlements().forEach((owner, units) -> addIfSome(owner, units, bringers));
                s.pool().crews().forEach((crew, units) -> addIfSome(crew, units, bringers));
                bringers.addAll(s.pool().neededCrews());
            }
        }
        return bringers;
    }

    private static void addIfSome(String member, long units, Set<String> members) {
        if (units > 0) {
            members.add(member);
        }
    }

    /// Those of `members` for which no line is sure to have room, so that others that lean on them have no closed form.
    Set<String> unsure(Set<String> members, Company company) {
        Map<String, List<Place>> taken = new LinkedHashMap<>();
        Set<String> unsure = new LinkedHashSet<>();
        for (String member : members) {
            Optional<Place> place = places(member, company).stream()
                    .filter(p -> hasRoom(p, taken.getOrDefault(p.line().key(), List.of()), company))
                    .findFirst();
            place.ifPresentOrElse(
                    p -> taken.computeIfAbsent(p.line().key(), k -> new ArrayList<>())
                            .add(p),
                    () -> unsure.add(member));
        }
        return unsure;
    }

    private record Place(Line line, long unitCost) {}

    private List<Place> places(String member, Company company) {
        return usable(company)
                .filter(c -> bringers(c.source()).contains(member))
                .map(c -> new Place(c.line(), c.source().unitCostMinor(c.line())))
                .sorted(Comparator.comparingLong(Place::unitCost))
                .toList();
    }

    private java.util.stream.Stream<Candidate> usable(Company company) {
        return eligibility.candidates().stream()
                .filter(c -> c.blockers().isEmpty())
                .filter(c -> c.source().member().map(company::mayTakePart).orElse(true));
    }

    /// All that is cheaper, a unit each for those that lean on the line at the same price, and still room for one.
    private boolean hasRoom(Place place, List<Place> taken, Company company) {
        long cheaper = usable(company)
                .filter(c -> c.line().equals(place.line()) && c.source().unitCostMinor(c.line()) < place.unitCost())
                .mapToLong(Candidate::mostUnits)
                .reduce(0L, Math::addExact);
        long alike =
                taken.stream().filter(p -> p.unitCost() == place.unitCost()).count();
        return cheaper + alike < place.line().requirement().quantity();
    }
}
