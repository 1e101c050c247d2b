package org.muster.web.shelf;

import java.time.LocalDateTime;
import java.util.List;
import org.muster.alliance.Alliance;
import org.muster.folder.Reading;

/// What is held of a folder at a moment.
///
/// @param id       what the folder is called in addresses: the id of its alliance when it was first read
/// @param folder   as it was named when the server was started
/// @param alliance the last good answer
/// @param reading  what came out when the folder was last read; without an alliance where something is wrong with it
/// @param revision how often the folder has been read: 1 at first
/// @param readAt   when it was last read, on this machine's clock
/// @param changed  files that had changed when it was last read
public record Held(
        String id,
        String folder,
        Alliance alliance,
        Reading reading,
        int revision,
        LocalDateTime readAt,
        List<String> changed) {
    public Held {
        changed = List.copyOf(changed);
    }

    /// Whether something is wrong with the folder as it stands, so that the last good answer is shown.
    public boolean isBroken() {
        return reading.alliance().isEmpty();
    }

    /// What names the alliance that is shown: other where it is.
    public String version() {
        return id + " " + revision;
    }
}
