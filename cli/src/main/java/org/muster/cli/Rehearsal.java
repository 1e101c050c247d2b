package org.muster.cli;

import java.nio.file.Path;
import java.util.List;

/// Runs short commands one after the other, for the JDK to see which classes they take: the archive that is made of
/// these halves the time to start. The launchers run it once a build.
final class Rehearsal {
    private Rehearsal() {}

    /// Commands that take what most commands of their kind take.
    ///
    /// @param kind     `games`, `shares` or `plans`: each runs with other options of the JVM and has its own archive
    /// @param examples the folder of what is bundled
    static List<List<String>> commands(String kind, Path examples) {
        String fires = examples.resolve("wildfire-pool").toString();
        String towns = examples.resolve("games/towns.json").toString();
        String summit = examples.resolve("wales-2014").toString();
        return switch (kind) {
            case "games" ->
                List.of(
                        List.of("game", "solve", towns),
                        List.of("game", "structure", towns),
                        List.of("share", fires, "FIRE"));
            case "shares" -> List.of(List.of("share", fires, "FIRE"), List.of("share", summit, "airbridge-2021"));
            default ->
                List.of(
                        List.of("--help"),
                        List.of("check", fires),
                        List.of("plan", fires, "FIRE"),
                        List.of("plan", summit, "baltic-2015"));
        };
    }

    /// Runs them all.
    ///
    /// @param args `games`, `shares` or `plans`, and the folder of what is bundled
    public static void main(String[] args) {
        for (List<String> command : commands(args[0], Path.of(args[1]))) {
            String[] words = command.toArray(String[]::new);
            Muster.commandLineFor(words).execute(words);
        }
    }
}
