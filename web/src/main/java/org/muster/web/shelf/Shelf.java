package org.muster.web.shelf;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.folder.AllianceFolder;
import org.muster.folder.Reading;
import org.muster.input.Problem;
import org.muster.input.Refusal;

/// The folders that are served, by the ids of their alliances. Each is looked at whenever it is asked for, and read
/// again where a file has changed.
///
/// Safe for use from any thread: one folder is read by one thread at a time.
public final class Shelf {
    private final Map<String, Place> places = new LinkedHashMap<>();

    /// Reads the folders.
    ///
    /// @throws Refusal with all that is wrong, where a folder cannot be read or two hold the same alliance
    public Shelf(List<Path> folders, Clock clock) {
        List<String> wrong = new ArrayList<>();
        for (Path folder : folders) {
            Print print = Print.of(folder);
            Reading reading = AllianceFolder.read(folder);
            reading.problems().stream().map(Problem::sentence).forEach(wrong::add);
            reading.alliance().ifPresent(alliance -> {
                Held held = new Held(alliance.id(), folder.toString(), alliance, reading, 1, now(clock), List.of());
                if (places.putIfAbsent(alliance.id(), new Place(folder, clock, print, held)) != null) {
                    wrong.add(folder + ": alliance \"" + alliance.id()
                            + "\" is served already. Name each folder once, and give copies another id");
                }
            });
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(wrong, "nothing is served: mend the folder first (see `muster check`)");
        }
    }

    private static LocalDateTime now(Clock clock) {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    /// All that is served, in the order in which it was named.
    public List<Held> all() {
        return places.values().stream().map(Place::look).toList();
    }

    /// What is held of an alliance.
    public Optional<Held> find(String id) {
        return Optional.ofNullable(places.get(id)).map(Place::look);
    }

    /// The ids of all that is served.
    public List<String> ids() {
        return List.copyOf(places.keySet());
    }

    /// One folder, with what was last seen of it.
    private static final class Place {
        private final Path folder;
        private final Clock clock;
        private Print print;
        private Held held;

        Place(Path folder, Clock clock, Print print, Held held) {
            this.folder = folder;
            this.clock = clock;
            this.print = print;
            this.held = held;
        }

        /// Taken before the files are read: what changes meanwhile is seen the next time.
        synchronized Held look() {
            Print seen = Print.of(folder);
            List<String> changed = seen.changesSince(print);
            if (!changed.isEmpty()) {
                Reading reading = AllianceFolder.read(folder);
                Alliance good = reading.alliance().orElse(held.alliance());
                held = new Held(held.id(), held.folder(), good, reading, held.revision() + 1, now(clock), changed);
                print = seen;
            }
            return held;
        }
    }
}
