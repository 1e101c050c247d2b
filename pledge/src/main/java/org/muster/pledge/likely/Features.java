package org.muster.pledge.likely;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.policy.Participation;
import org.muster.pledge.known.Knowledge;

/// What the model sees of a member: four numbers, each about one in size.
///
/// 1. its record in all other operations, 2. in those of the same kind (both as a share shrunk towards one half by two
/// invented operations, one of each outcome), 3. the logarithm of its GDP, 4. opinion on one question. The last two are
/// standardised over members; where a member has none, it is taken as the mean.
final class Features {
    static final List<String> NAMES = List.of("record", "record in the kind", "size", "opinion");

    private final List<Participation> record;
    private final Map<String, Double> size;
    private final Map<String, Double> opinion;

    Features(Alliance alliance, Knowledge knowledge, List<Participation> record, Optional<String> question) {
        this.record = record;
        Map<String, Double> gdp = new HashMap<>();
        Map<String, Double> answers = new HashMap<>();
        for (Member member : alliance.members()) {
            knowledge
                    .published()
                    .latestUpTo(member.code(), "gdp", 9999)
                    .map(Figure::value)
                    .filter(value -> value.signum() > 0)
                    .ifPresent(value -> gdp.put(member.code(), Math.log(value.doubleValue())));
            question.flatMap(q -> knowledge.published().latestUpTo(member.code(), q, 9999))
                    .ifPresent(
                            figure -> answers.put(member.code(), figure.value().doubleValue()));
        }
        this.size = standardised(gdp);
        this.opinion = standardised(answers);
    }

    /// @param member  the member
    /// @param kind    kind of the operation that is asked about
    /// @param without operations that the record must not see
    List<Double> of(String member, String kind, Set<String> without) {
        return List.of(
                share(member, without, Optional.empty()),
                share(member, without, Optional.of(kind)),
                size.getOrDefault(member, 0.0),
                opinion.getOrDefault(member, 0.0));
    }

    private double share(String member, Set<String> without, Optional<String> kind) {
        int asked = 0;
        int went = 0;
        for (Participation one : record) {
            if (one.member().equals(member)
                    && !without.contains(one.operation())
                    && (kind.isEmpty() || kind.get().equals(one.kind()))) {
                asked++;
                went += one.part() == Participation.Part.TOOK_PART ? 1 : 0;
            }
        }
        return 2 * ((went + 1.0) / (asked + 2.0) - 0.5);
    }

    private static Map<String, Double> standardised(Map<String, Double> values) {
        double mean = values.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        double deviation = Math.sqrt(values.values().stream()
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
        Map<String, Double> standardised = new HashMap<>();
        values.forEach((member, value) -> standardised.put(member, deviation > 0 ? (value - mean) / deviation : 0));
        return standardised;
    }
}
