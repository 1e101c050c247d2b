package org.muster.pledge.likely;

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
/// @param enough    whether the model has shown that it tells more than the common share; else there is too little data
/// @param rows      rows of the record that the model was fitted to
public record LikelyCoalition(
        Mission mission,
        String kind,
        Optional<String> question,
        Map<String, Chance> members,
        Map<String, Double> weights,
        List<OperationScore> score,
        boolean enough,
        int rows) {
    /// The fewest operations with both outcomes from which anything is said.
    private static final int FEWEST_OPERATIONS = 3;

    public LikelyCoalition {
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        score = List.copyOf(score);
    }

    /// A member's chance.
    ///
    /// @param probability of taking part, from 0 to 1
    /// @param word        the member's own word that decides it (a stance or a policy); empty where the model speaks
    public record Chance(double probability, Optional<String> word) {}

    /// How well one operation was told by the others.
    ///
    /// @param operation   the operation that was left out
    /// @param members     members with a record in it
    /// @param tookPart    how many took part
    /// @param brier       mean squared error of the model's probabilities
    /// @param brierCommon the same for always saying the share that took part in the other operations
    /// @param right       members told right at one half
    public record OperationScore(
            String operation, int members, int tookPart, double brier, double brierCommon, int right) {}

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
        for (String operation : operations(record)) {
            score(features, record, operation).ifPresent(score::add);
        }
        Optional<RidgeLogistic> model = fit(features, record, Set.of(mission.id()));
        double ofModel =
                score.stream().mapToDouble(s -> s.brier() * s.members()).sum();
        double common =
                score.stream().mapToDouble(s -> s.brierCommon() * s.members()).sum();
        long informative = score.stream()
                .filter(s -> s.tookPart() > 0 && s.tookPart() < s.members())
                .count();
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
                informative >= FEWEST_OPERATIONS && ofModel < common,
                (int) record.stream()
                        .filter(one -> !one.operation().equals(mission.id()))
                        .count());
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
        return Optional.of(
                new OperationScore(operation, members, tookPart, brier / members, brierCommon / members, right));
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
