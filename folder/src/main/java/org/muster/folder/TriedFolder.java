package org.muster.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.input.Findings;

/// A folder that is read once, to be looked at as it would be with other values in some of its fields: nothing is
/// written, and what comes of it is judged by the reader of folders.
///
/// Safe for several threads.
public final class TriedFolder {
    private final FolderFiles files;
    private final Documents documents;
    private final Reading now;

    private TriedFolder(FolderFiles files, Documents documents, Reading now) {
        this.files = files;
        this.documents = documents;
        this.now = now;
    }

    /// Reads a folder. What changes in its files afterwards is not seen.
    public static TriedFolder of(Path folder) {
        Findings findings = new Findings();
        FolderFiles files = FolderFiles.remembering(folder, findings);
        if (!files.isFolder()) {
            Documents none = new Documents(FolderFiles.ofTexts(Map.of(), new Findings()), new Findings());
            return new TriedFolder(files, none, new Reading(Optional.empty(), findings.inOrder(), List.of()));
        }
        Documents documents = new Documents(files, findings);
        Reading now = AllianceFolder.read(documents, findings);
        return new TriedFolder(files.with(Map.of(), new Findings()), documents, now);
    }

    /// The folder with these settings. Files that none of them changes are not read again.
    ///
    /// @param mission  the mission whose lines they may name
    /// @param settings in their order; of two of one field the later counts
    /// @return         what comes of it; of a folder that is broken as it is, that
    public Reading with(String mission, List<FolderSetting> settings) {
        if (!now.problems().isEmpty()) {
            return now;
        }
        Trial tried = new Trial(files, documents, mission);
        settings.forEach(tried::take);
        return tried.read();
    }

    /// Reads the folder with these settings.
    ///
    /// @param mission  the mission whose lines they may name
    /// @param settings in their order; of two of one field the later counts
    public static Reading read(Path folder, String mission, List<FolderSetting> settings) {
        return of(folder).with(mission, settings);
    }
}
