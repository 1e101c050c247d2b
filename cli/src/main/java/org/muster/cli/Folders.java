package org.muster.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.folder.AllianceFolder;
import org.muster.alliance.folder.Reading;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Named;
import org.muster.input.Nearest;
import org.muster.input.Shown;

/// What every command does first: read the folder, find the mission, or say what is wrong with both.
public final class Folders {
    /// The exit code for bad input.
    public static final int BAD_INPUT = 2;

    private Folders() {}

    /// The alliance in a folder; empty where something is wrong with it, which then stands on `err`.
    public static Optional<Alliance> read(Path folder, PrintWriter err) {
        Reading reading = AllianceFolder.read(folder);
        reading.problems().forEach(problem -> err.println(problem.sentence()));
        if (!reading.problems().isEmpty()) {
            refused(err, "nothing was done: mend the folder first (see `muster check`)");
            return Optional.empty();
        }
        return reading.alliance();
    }

    /// Says in a sentence why nothing was done.
    ///
    /// @param sentence without its full stop
    /// @return         the exit code for it
    public static int refused(PrintWriter err, @Nullable String sentence) {
        err.println("muster: " + sentence + ".");
        err.flush();
        return BAD_INPUT;
    }

    /// Says that a mission has to be named, with those that there are.
    public static void noMission(Alliance alliance, PrintWriter err) {
        String missions = String.join(", ", Named.missions(alliance));
        refused(err, missions.isEmpty() ? alliance.id() + " has no mission" : "name a mission: " + missions);
    }

    /// The mission with this id; empty where there is none, which then stands on `err` with those that there are.
    public static Optional<Mission> mission(Alliance alliance, String id, PrintWriter err) {
        Optional<Mission> mission = alliance.mission(id);
        if (mission.isEmpty()) {
            err.println("muster: mission \"" + Shown.plain(id) + "\" is not known in " + alliance.id() + ". "
                    + Nearest.advice(id, Named.missions(alliance)));
            err.flush();
        }
        return mission;
    }
}
