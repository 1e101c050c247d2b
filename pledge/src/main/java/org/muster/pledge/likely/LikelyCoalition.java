package org.muster.pledge.likely;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.policy.Participation;
import org.muster.alliance.policy.Policy;
import org.muster.pledge.known.Knowledge;

/// Who is likely to take part in a mission.
///
/// @param mission   the mission
/// @param kind      the kind of operation it was taken for
/// @param question  the question whose answers the model saw; empty where there was none
/// @param members   by code, in the folder's order: allies, and partners with a record
/// @param weights   of the model, by feature, the constant first
/// @param score     leave-one-operation-out, over all operations of the record
/// @param forward   forward in time: each operation told by those of earlier years alone, where there are enough
/// @param enough    whether the model has shown that it tells more than the common share, over all operations and over
///                  those of the kind; else there is too little data
/// @param rows      rows of the record that the model was fitted to
public record LikelyCoalition(
        Mission mission,
        String kind,
        Optional<String> question,
        Map<String, Chance> members,
        Map<String, Double> weights,
        List<OperationScore> score,
        List<OperationScore> forward,
        boolean enough,
        int rows) {
    /// The fewest operations with both outcomes from which anything is said.
    private static final int FEWEST_OPERATIONS = 3;

    public LikelyCoalition {
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        score = List.copyOf(score);
        forward = List.copyOf(forward);
    }

    /// A member's chance.
    ///
    /// @param probability of taking part, from 0 to 1
    /// @param word        the member's own word that decides it (a stance or a policy); empty where the model speaks
    public record Chance(double probability, Optional<String> word) {}

    /// How well one operation was told by others.
    ///
    /// @param operation   the operation that was left out
    /// @param kind        its kind
    /// @param year        its year
    /// @param members     members with a record in it
    /// @param tookPart    how many took part
    /// @param brier       mean squared error of the model's probabilities
    /// @param brierCommon the same for always saying the share that took part in the other operations
    /// @param right       members told right at one half
    public record OperationScore(
            String operation,
            String kind,
            int year,
            int members,
            int tookPart,
            double brier,
            double brierCommon,
            int right) {
        /// Whether both outcomes occur, so that there is something to tell.
        boolean isInformative() {
            return tookPart > 0 && tookPart < members;
        }
    }

    /// How well the operations of a kind were told, members alike.
    ///
    /// @param kind        the kind
    /// @param operations  how many of it
    /// @param members     members with a record in them, summed
    /// @param brier       mean squared error of the model's probabilities
    /// @param brierCommon the same for always saying the share that took part in the operations it was told by
    /// @param better      operations that were told better than by that share
    /// @param right       members told right at one half
    public record KindScore(
            String kind, int operations, int members, double brier, double brierCommon, int better, int right) {
        private static KindScore of(String kind, List<OperationScore> scores) {
            int members = scores.stream().mapToInt(OperationScore::members).sum();
            return new KindScore(
                    kind,
                    scores.size(),
                    members,
                    scores.stream().mapToDouble(s -> s.brier() * s.members()).sum() / members,
                    scores.stream()
                                    .mapToDouble(s -> s.brierCommon() * s.members())
                                    .sum()
                            / members,
                    (int) scores.stream()
                            .filter(s -> s.brier() < s.brierCommon())
                            .count(),
                    scores.stream().mapToInt(OperationScore::right).sum());
        }
    }

    /// The word for all kinds together.
    public static final String ALL_KINDS = "all";

    /// Scores by kind, in alphabetical order, and over all kinds at the end; empty where nothing was scored.
    public static List<KindScore> byKind(List<OperationScore> scores) {
        TreeMap<String, List<OperationScore>> byKind = new TreeMap<>();
        scores.forEach(
                s -> byKind.computeIfAbsent(s.kind(), none -> new ArrayList<>()).add(s));
        List<KindScore> all = new ArrayList<>();
        byKind.forEach((kind, of) -> all.add(KindScore.of(kind, of)));
        if (!scores.isEmpty()) {
            all.add(KindScore.of(ALL_KINDS, scores));
        }
        return all;
    }

    /// Works out the likely coalition.
    ///
    /// The record of the mission itself, where the folder has it, is never seen by its forecast.
    ///
    /// @param kind     kind of the operation; of the record of the same name, where none is given
    /// @param question measure of the opinion to look at
    public static LikelyCoalition of(
            Alliance alliance, Mission mission, Optional<String> kind, Optional<String> question, Knowledge knowledge) {
        List<Participation> record = alliance.participation().stream()
                .filter(one -> one.year() <= knowledge.day().getYear())
                .toList();
        String asked = kind.orElseGet(() -> alliance.participation().stream()
                .filter(one -> one.operation().equals(mission.id()))
                .map(Participation::kind)
                .findFirst()
                .orElse(""));
        Features features = new Features(alliance, knowledge, record, question);
        List<OperationScore> score = new ArrayList<>();
        List<OperationScore> forward = new ArrayList<>();
        for (String operation : operations(record)) {
            score(features, record, operation).ifPresent(score::add);
            forward(alliance, knowledge, record, question, operation).ifPresent(forward::add);
        }
        Optional<RidgeLogistic> model = fit(features, record, Set.of(mission.id()));
        Map<String, Chance> members = new LinkedHashMap<>();
        model.ifPresent(fitted -> {
            for (Member member : alliance.members()) {
                if (member.isAlly()
                        || record.stream().anyMatch(one -> one.member().equals(member.code()))) {
                    members.put(
                            member.code(),
                            ownWord(alliance, mission, member.code())
                                    .orElseGet(() -> new Chance(
                                            fitted.probability(features.of(member.code(), asked, Set.of(mission.id()))),
                                            Optional.empty())));
                }
            }
        });
        return new LikelyCoalition(
                mission,
                asked,
                question,
                members,
                model.map(LikelyCoalition::named).orElse(Map.of()),
                score,
                forward,
                isEnough(score, mission.id(), asked),
                (int) record.stream()
                        .filter(one -> !one.operation().equals(mission.id()))
                        .count());
    }

    /// Whether the model tells more than the common share: over all operations but the mission's own, over those of its
    /// kind where there are enough to say, and of the mission itself where the folder knows who went. That last record
    /// judges the forecast and is never seen by it: a mission that the others are known not to tell is not told.
    private static boolean isEnough(List<OperationScore> score, String mission, String kind) {
        List<OperationScore> others =
                score.stream().filter(s -> !s.operation().equals(mission)).toList();
        List<OperationScore> alike =
                others.stream().filter(s -> s.kind().equals(kind)).toList();
        boolean toldItself =
                score.stream().filter(s -> s.operation().equals(mission)).allMatch(s -> s.brier() < s.brierCommon());
        return toldItself && tells(others) && (informative(alike) < FEWEST_OPERATIONS || tells(alike));
    }

    private static boolean tells(List<OperationScore> scores) {
        if (informative(scores) < FEWEST_OPERATIONS) {
            return false;
        }
        KindScore together = KindScore.of(ALL_KINDS, scores);
        return together.brier() < together.brierCommon();
    }

    private static long informative(List<OperationScore> scores) {
        return scores.stream().filter(OperationScore::isInformative).count();
    }

    /// An operation told by those of earlier years, and by nothing later: no later record, and the opinion and size
    /// known by its year.
    private static Optional<OperationScore> forward(
            Alliance alliance,
            Knowledge knowledge,
            List<Participation> record,
            Optional<String> question,
            String operation) {
        int year = record.stream()
                .filter(one -> one.operation().equals(operation))
                .mapToInt(Participation::year)
                .min()
                .orElseThrow();
        List<Participation> before = record.stream()
                .filter(one -> one.year() < year || one.operation().equals(operation))
                .toList();
        List<Participation> earlier = before.stream()
                .filter(one -> !one.operation().equals(operation))
                .toList();
        long informative = operations(earlier).stream()
                .filter(one -> earlier.stream()
                                .filter(row -> row.operation().equals(one))
                                .map(Participation::part)
                                .distinct()
                                .count()
                        == 2)
                .count();
        if (informative < FEWEST_OPERATIONS) {
            return Optional.empty();
        }
        LocalDate then = LocalDate.of(year, 1, 1);
        Knowledge known =
                then.isBefore(knowledge.day()) ? Knowledge.at(alliance, then, Knowledge.Replacement.NONE) : knowledge;
        return score(new Features(alliance, known, before, question), before, operation);
    }

    /// A stance or a policy that decides, whatever the model thinks.
    private static Optional<Chance> ownWord(Alliance alliance, Mission mission, String member) {
        if (!alliance.positionOf(member, mission.id()).mayJoin()) {
            return Optional.of(new Chance(
                    0,
                    Optional.of("stance: "
                            + alliance.positionOf(member, mission.id()).word())));
        }
        for (Policy policy : alliance.policies()) {
            if (policy.member().equals(member)
                    && policy.isAbout(mission.id())
                    && policy.condition() instanceof Condition.StaysOut) {
                return Optional.of(new Chance(0, Optional.of("policy: " + policy.id())));
            }
        }
        return Optional.empty();
    }

    private static Set<String> operations(List<Participation> record) {
        Set<String> operations = new LinkedHashSet<>();
        record.forEach(one -> operations.add(one.operation()));
        return operations;
    }

    /// Fits the model to all rows whose operation is not left out; each row's own operation is not in its record
    /// either.
    private static Optional<RidgeLogistic> fit(Features features, List<Participation> record, Set<String> leftOut) {
        List<RidgeLogistic.Row> rows = new ArrayList<>();
        for (Participation one : record) {
            if (!leftOut.contains(one.operation())) {
                Set<String> unseen = new LinkedHashSet<>(leftOut);
                unseen.add(one.operation());
                rows.add(new RidgeLogistic.Row(
                        features.of(one.member(), one.kind(), unseen), one.part() == Participation.Part.TOOK_PART));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(RidgeLogistic.fit(rows));
    }

    private static Optional<OperationScore> score(Features features, List<Participation> record, String operation) {
        Optional<RidgeLogistic> model = fit(features, record, Set.of(operation));
        if (model.isEmpty()) {
            return Optional.empty();
        }
        List<Participation> others = record.stream()
                .filter(one -> !one.operation().equals(operation))
                .toList();
        double common = (double) others.stream()
                        .filter(one -> one.part() == Participation.Part.TOOK_PART)
                        .count()
                / others.size();
        int members = 0;
        int tookPart = 0;
        int right = 0;
        double brier = 0;
        double brierCommon = 0;
        for (Participation one : record) {
            if (one.operation().equals(operation)) {
                double outcome = one.part() == Participation.Part.TOOK_PART ? 1 : 0;
                double said = model.get().probability(features.of(one.member(), one.kind(), Set.of(operation)));
                members++;
                tookPart += (int) outcome;
                right += (said >= 0.5) == (outcome == 1) ? 1 : 0;
                brier += (said - outcome) * (said - outcome);
                brierCommon += (common - outcome) * (common - outcome);
            }
        }
        return Optional.of(new OperationScore(
                operation,
                record.stream()
                        .filter(one -> one.operation().equals(operation))
                        .map(Participation::kind)
                        .findFirst()
                        .orElseThrow(),
                record.stream()
                        .filter(one -> one.operation().equals(operation))
                        .mapToInt(Participation::year)
                        .min()
                        .orElseThrow(),
                members,
                tookPart,
                brier / members,
                brierCommon / members,
                right));
    }

    private static Map<String, Double> named(RidgeLogistic model) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("constant", model.weights().getFirst());
        for (int i = 0; i < Features.NAMES.size(); i++) {
            weights.put(Features.NAMES.get(i), model.weights().get(i + 1));
        }
        return weights;
    }

    /// The question that most allies have answered; empty where nobody has been asked.
    public static Optional<String> mostAnswered(Alliance alliance, Knowledge knowledge) {
        TreeMap<String, Integer> answers = new TreeMap<>();
        for (Cohesion one : Cohesion.all(alliance, knowledge)) {
            answers.merge(one.question(), one.answers().size(), Math::max);
        }
        return answers.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
