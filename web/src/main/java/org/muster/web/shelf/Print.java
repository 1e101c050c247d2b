package org.muster.web.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the files of a folder look like from outside: enough to see that one has changed without reading it.
///
/// @param files size and moment of the last change, by name
record Print(Map<String, String> files) {
    private static final List<String> PARTS = List.of("missions", "reforms");

    Print {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /// The print of a folder as it is now; without files where it cannot be listed.
    static Print of(Path folder) {
        Map<String, String> files = new TreeMap<>();
        add(folder, "", files);
        PARTS.stream()
                .filter(part -> Files.isDirectory(folder.resolve(part)))
                .forEach(part -> add(folder.resolve(part), part + "/", files));
        return new Print(files);
    }

    private static void add(Path folder, String prefix, Map<String, String> files) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : (Iterable<Path>) entries::iterator) {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                if (!is.isDirectory() && !String.valueOf(file.getFileName()).startsWith(".")) {
                    files.put(
                            prefix + file.getFileName(), is.size() + " " + is.lastModifiedTime() + " " + is.fileKey());
                }
            }
        } catch (IOException gone) {
            files.put(prefix, "cannot be listed");
        }
    }

    /// The names of files that are other than before, new or gone.
    List<String> changesSince(Print before) {
        List<String> changed = new ArrayList<>();
        files.forEach((name, is) -> {
            if (!is.equals(before.files.get(name))) {
                changed.add(name);
            }
        });
        before.files.keySet().stream().filter(name -> !files.containsKey(name)).forEach(changed::add);
        Collections.sort(changed);
        return changed;
    }
}
