package org.muster.pledge;

import java.nio.file.Path;
import java.time.LocalDate;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.Pledge;
import org.muster.folder.AllianceFolder;
import org.muster.pledge.known.Knowledge;

/// The bundled example.
public final class Wales {
    public static final Alliance ALLIANCE = AllianceFolder.read(
                    Path.of(System.getProperty("muster.root", ".."), "examples", "wales-2014"))
            .alliance()
            .orElseThrow();

    private Wales() {}

    public static Pledge pledge(String id) {
        return ALLIANCE.pledge(id).orElseThrow();
    }

    public static Knowledge knownAt(String day) {
        return Knowledge.at(ALLIANCE, LocalDate.parse(day), Knowledge.Replacement.STAND_INS);
    }
}
