package org.muster.share;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.sharing.MissionTerms;

/// Says what in the sharing of a mission's bill rests on invented terms, whatever the rule: keys, worth, benefits,
/// opt-outs, credits and agreements with the status `illustrative`.
public final class InventedTerms {
    private InventedTerms() {}

    /// One phrase for each, in the order of the folder's files; empty where nothing is invented.
    public static List<String> of(Alliance alliance, Mission mission) {
        MissionTerms terms = alliance.sharing().termsOf(mission.id());
        List<String> phrases = new ArrayList<>();
        Set<Key> keys = new LinkedHashSet<>();
        alliance.keyOf(mission).ifPresent(keys::add);
        alliance.keys().stream()
                .filter(key -> terms.agreements().stream()
                        .anyMatch(agreement -> agreement.keys().contains(key.id())))
                .forEach(keys::add);
        keys.forEach(key -> key(key).forEach(phrases::add));
        terms.worth()
                .filter(worth -> worth.provenance().isIllustrative())
                .ifPresent(worth -> phrases.add("worth of the mission"));
        named(
                terms.lines(),
                line -> line.provenance().isIllustrative(),
                MissionTerms.LineWorth::line,
                "worth and benefits of line ",
                phrases);
        named(
                terms.benefits(),
                benefit -> benefit.provenance().isIllustrative(),
                MissionTerms.Benefit::member,
                "benefit of ",
                phrases);
        named(
                terms.optOuts(),
                optOut -> optOut.provenance().isIllustrative(),
                MissionTerms.OptOut::member,
                "opt-out of ",
                phrases);
        named(
                terms.credits(),
                credit -> credit.provenance().isIllustrative(),
                credit -> credit.member() + " for " + credit.title(),
                "credit of ",
                phrases);
        named(
                terms.agreements(),
                agreement -> agreement.provenance().isIllustrative(),
                MissionTerms.Agreement::id,
                "agreement ",
                phrases);
        return List.copyOf(phrases);
    }

    private static List<String> key(Key key) {
        List<String> members = key.shares().keySet().stream()
                .filter(member -> key.provenanceOf(member).isIllustrative())
                .toList();
        if (members.isEmpty()) {
            return List.of();
        }
        return List.of(
                members.size() == key.shares().size()
                        ? "key " + key.id()
                        : "share of " + String.join(", ", members) + " in key " + key.id());
    }

    private static <T> void named(
            List<T> terms, Predicate<T> invented, Function<T, String> name, String before, List<String> phrases) {
        terms.stream().filter(invented).map(name).forEach(one -> phrases.add(before + one));
    }
}
