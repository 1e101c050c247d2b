package org.muster.web.shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.muster.alliance.Alliance;
import org.muster.folder.AllianceFolder;
import org.muster.folder.FolderHold;
import org.muster.folder.Reading;
import org.muster.folder.TableImport;
import org.muster.input.Problem;
import org.muster.input.Refusal;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;

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

    /// Takes rows into the tables of a folder.
    ///
    /// @param revision the one that was shown when the rows were asked for
    /// @param rows     reads them for the folder
    /// @return         what came of it: written where it has no problems
    /// @throws Fault where the folder has changed meanwhile, or somebody else imports into it
    /// @throws UncheckedIOException where it cannot be written
    public TableImport save(Held shown, int revision, Function<Path, TableImport> rows) {
        Place place = Objects.requireNonNull(places.get(shown.id()));
        return place.save(revision, rows);
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

        synchronized TableImport save(int revision, Function<Path, TableImport> rows) {
            if (look().revision() != revision) {
                throw new Fault(
                        Code.STALE,
                        "the folder has changed since this page was shown, and nothing was saved. Open the table again,"
                                + " and enter the change once more");
            }
            try (FolderHold hold = FolderHold.take(folder)
                    .orElseThrow(() -> new Fault(
                            Code.BUSY, "somebody else imports into this folder, and nothing was saved. Try again"))) {
                Objects.requireNonNull(hold);
                TableImport asked = rows.apply(folder);
                if (asked.problems().isEmpty()) {
                    asked.writeKeeping();
                }
                return asked;
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
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
