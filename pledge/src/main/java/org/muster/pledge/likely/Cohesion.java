package org.muster.pledge.likely;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.figure.Figure;
import org.muster.pledge.known.Knowledge;

/// How far members' publics agree on a question.
///
/// @param question  the measure, one that begins with `opinion_`
/// @param year      the year of the survey
/// @param answers   percent by member
/// @param noAnswer  allies without an answer
/// @param mean      mean percent, members alike
/// @param cohesion  1 where all are of one mind, 0 where half say all and half say nothing: one minus the standard
///                  deviation over its largest value, fifty; empty where fewer than three members have an answer
public record Cohesion(
        String question,
        int year,
        TreeMap<String, Double> answers,
        List<String> noAnswer,
        double mean,
        Optional<Double> cohesion) {
    private static final String PREFIX = "opinion_";
    private static final int FEWEST = 3;
    private static final double LARGEST_DEVIATION = 50;

    public Cohesion {
        noAnswer = List.copyOf(noAnswer);
    }

    /// Every question and year that the folder knows, in alphabetical and then in time order.
    public static List<Cohesion> all(Alliance alliance, Knowledge knowledge) {
        TreeMap<String, TreeSet<Integer>> questions = new TreeMap<>();
        for (Figure figure : knowledge.published().all()) {
            if (figure.measure().startsWith(PREFIX)) {
                questions
                        .computeIfAbsent(figure.measure(), question -> new TreeSet<>())
                        .add(figure.year());
            }
        }
        List<Cohesion> all = new ArrayList<>();
        questions.forEach((question, years) -> years.forEach(year -> all.add(of(alliance, knowledge, question, year))));
        return all;
    }

    private static Cohesion of(Alliance alliance, Knowledge knowledge, String question, int year) {
        TreeMap<String, Double> answers = new TreeMap<>();
        List<String> noAnswer = new ArrayList<>();
        for (Member member : alliance.members()) {
            Optional<Figure> answer = knowledge.latest(member.code(), question, year);
            if (answer.isPresent()) {
                answers.put(member.code(), answer.get().value().doubleValue());
            } else if (member.isAlly()) {
                noAnswer.add(member.code());
            }
        }
        double mean = answers.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
        double variance = answers.values().stream()
                .mapToDouble(a -> (a - mean) * (a - mean))
                .average()
                .orElse(Double.NaN);
        return new Cohesion(
                question,
                year,
                answers,
                noAnswer,
                mean,
                answers.size() < FEWEST ? Optional.empty() : Optional.of(1 - Math.sqrt(variance) / LARGEST_DEVIATION));
    }
}
