package org.muster.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.lab.Lab;
import org.muster.alliance.lab.Reform;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;

/// Reforms that are in force together, as `bigger-pool+released` names them.
///
/// @param name    the ids in the order in which they were named, with `+` between them
/// @param reforms none twice; empty for what is called [#AS_WAS]
public record Stack(String name, List<Reform> reforms) {
    /// No reform at all.
    public static final String AS_WAS = "as-was";

    public Stack {
        reforms = List.copyOf(reforms);
    }

    /// The stack of a name.
    ///
    /// @throws Refusal where a name is unknown or named twice, or two set one thing to two values
    public static Stack of(Lab lab, String name) {
        return of(lab, name, (reform, change) -> "reforms/" + reform + ".yaml (change " + (change + 1) + ")");
    }

    /// Where a change of a reform stands, for people.
    @FunctionalInterface
    public interface Placing {
        /// The place of a change.
        ///
        /// @param change counted from 0
        String of(String reform, int change);
    }

    /// As [#of(Lab, String)], with places as somebody knows them who has read the files.
    public static Stack of(Lab lab, String name, Placing placing) {
        List<Reform> reforms = new ArrayList<>();
        List<String> known = new ArrayList<>(List.of(AS_WAS));
        lab.reforms().stream().map(Reform::id).filter(id -> !id.equals(AS_WAS)).forEach(known::add);
        for (String id : name.split("\\+", -1)) {
            Optional<Reform> reform = lab.reform(id);
            if (reform.isEmpty() && !id.equals(AS_WAS)) {
                throw new Refusal(
                        "no reform is called \"" + Shown.plain(id) + "\". " + Nearest.adviceWithAll(id, known));
            }
            if (reform.isPresent()) {
                if (reforms.contains(reform.get())) {
                    throw new Refusal("reform " + id + " is named twice in " + Shown.plain(name));
                }
                reforms.add(reform.get());
            }
        }
        List<String> wrong = conflicts(reforms, placing);
        if (!wrong.isEmpty()) {
            throw new Refusal(
                    wrong.size() == 1 ? List.of() : wrong,
                    wrong.size() == 1 ? wrong.getFirst() : Shown.plain(name) + " contradicts itself");
        }
        return new Stack(name, reforms);
    }

    private static List<String> conflicts(List<Reform> reforms, Placing placing) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < reforms.size(); i++) {
            for (int j = 0; j < i; j++) {
                conflicts(reforms.get(j), reforms.get(i), placing, wrong);
            }
        }
        return wrong;
    }

    private static void conflicts(Reform first, Reform second, Placing placing, List<String> wrong) {
        for (int a = 0; a < first.changes().size(); a++) {
            for (int b = 0; b < second.changes().size(); b++) {
                String places = placing.of(first.id(), a) + " and " + placing.of(second.id(), b);
                Reform.conflict(first.changes().get(a), second.changes().get(b))
                        .ifPresent(what -> wrong.add(places + " set the " + what
                                + " to two values: they cannot be stacked. Leave one of the two out"));
            }
        }
    }
}
