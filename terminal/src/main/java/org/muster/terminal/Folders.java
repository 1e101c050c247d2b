package org.muster.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Named;
import org.muster.folder.AllianceFolder;
import org.muster.folder.FolderHold;
import org.muster.folder.Reading;
import org.muster.input.Nearest;
import org.muster.input.Problem;
import org.muster.input.Refusal;
import org.muster.input.Shown;

/// What every command does first: read the folder, find the mission, or say what is wrong with both.
public final class Folders {
    private Folders() {}

    /// The alliance in a folder.
    ///
    /// @throws Refusal with all that is wrong with it
    public static Alliance read(Path folder) {
        Reading reading = AllianceFolder.read(folder);
        return reading.alliance()
                .orElseThrow(() -> new Refusal(
                        reading.problems().stream().map(Problem::sentence).toList(),
                        "nothing was done: fix the problems above (see `muster check`)"));
    }

    /// That a mission has to be named, with those that there are.
    public static Refusal noMission(Alliance alliance) {
        String missions = String.join(", ", Named.missions(alliance));
        return new Refusal(missions.isEmpty() ? alliance.id() + " has no mission" : "name a mission: " + missions);
    }

    /// The mission with this id.
    ///
    /// @throws Refusal where there is none, with those that there are
    public static Mission mission(Alliance alliance, String id) {
        return alliance.mission(id)
                .orElseThrow(() -> new Refusal("mission \"" + Shown.plain(id) + "\" is not known in " + alliance.id()
                        + ". " + Nearest.advice(id, Named.missions(alliance))));
    }

    /// Work on a folder that nobody else may write meanwhile.
    @FunctionalInterface
    public interface Work {
        /// Does it.
        ///
        /// @return the exit code
        int exitCode() throws IOException;
    }

    /// Does work while no other import writes into the folder.
    ///
    /// @throws Refusal where another one does
    public static int held(Path folder, Work work) throws IOException {
        Optional<FolderHold> hold = FolderHold.take(folder);
        if (hold.isEmpty()) {
            throw new Refusal("another import into " + folder
                    + " is running, and nothing was written: try again when it is done");
        }
        try {
            return work.exitCode();
        } finally {
            hold.get().close();
        }
    }
}
