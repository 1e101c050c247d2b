package org.muster.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muster.input.Findings;
import org.muster.input.Place;

/// Where the changes of reforms stand in their files: reforms themselves do not know, and two that contradict one
/// another only when they are stacked have to be found.
public final class ReformPlaces {
    private ReformPlaces() {}

    /// The place of a change, as `file:line:column`; the file alone where it cannot be told any more.
    ///
    /// @param folder the alliance's folder
    /// @param change counted from 0
    public static String of(Path folder, String reform, int change) {
        String file = Documents.REFORMS + "/" + reform + ".yaml";
        return places(folder, file).stream()
                .skip(change)
                .findFirst()
                .map(place -> place.file() + ":" + place.line() + ":" + place.column())
                .orElse(file);
    }

    private static List<Place> places(Path folder, String file) {
        Findings findings = new Findings();
        Optional<Block> block = new Documents(new FolderFiles(folder, findings), findings)
                .document(file)
                .flatMap(tree -> Block.of("the file", tree, findings, ReformFiles.FIELDS.toArray(String[]::new)));
        return block
                .map(found -> found.blocks("changes", "the change", ReformFiles.CHANGES.toArray(String[]::new)))
                .orElse(List.of())
                .stream()
                .map(Block::place)
                .toList();
    }
}
