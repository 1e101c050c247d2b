package org.muster.web.shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.folder.study.StudyFolder;
import org.muster.input.Refusal;

/// The folders of studies that are served, by the names of their folders. An address names one of them and reaches no
/// other file.
public final class Studies {
    /// A study.
    ///
    /// @param name     of its folder
    /// @param alliance whose reforms it runs
    public record Study(String name, String alliance, Path folder) {
        /// What its files look like from outside: other where it has grown.
        public String version() {
            return name + " " + Print.of(folder).files();
        }
    }

    private final Map<String, Study> byName = new LinkedHashMap<>();

    private Studies() {}

    /// Those in these folders.
    ///
    /// @throws Refusal where one is no study, is of an alliance that is not served, or two have one name
    public static Studies of(List<Path> folders, Shelf shelf) {
        Studies studies = new Studies();
        List<String> wrong = new ArrayList<>();
        for (Path folder : folders) {
            String alliance = manifest(folder).getOrDefault("alliance", "");
            String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            if (shelf.find(alliance).isEmpty()) {
                wrong.add(folder + " is a study of \"" + alliance + "\", which is not served. Name its folder, too");
            } else if (studies.byName.putIfAbsent(name, new Study(name, alliance, folder)) != null) {
                wrong.add(folder + ": a study called \"" + name + "\" is served already. Give its folder another name");
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(wrong, "nothing is served: mend the studies first");
        }
        return studies;
    }

    private static Map<String, String> manifest(Path folder) {
        try {
            return StudyFolder.open(folder).manifest();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Those of an alliance.
    public List<Study> of(Held held) {
        return byName.values().stream()
                .filter(study -> study.alliance().equals(held.id()))
                .toList();
    }

    /// The study of this name, where it is of this alliance.
    public Optional<Study> find(Held held, String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(study -> study.alliance().equals(held.id()));
    }
}
