package org.muster.folder;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.muster.input.Findings;
import org.muster.input.Nearest;
import org.muster.input.Place;

/// The files of one folder as texts, with every reason why one cannot be had as a problem.
///
/// A text can stand in the place of a file, so that a change is read before it is written; and a folder can be texts
/// alone, with no disk.
final class FolderFiles {
    private final Optional<Path> onDisk;
    private final Map<String, String> texts;
    private final boolean remembers;
    private final Findings findings;

    private FolderFiles(Optional<Path> onDisk, Map<String, String> texts, boolean remembers, Findings findings) {
        this.onDisk = onDisk;
        this.texts = new TreeMap<>(texts);
        this.remembers = remembers;
        this.findings = findings;
    }

    private FolderFiles(Optional<Path> onDisk, Map<String, String> texts, Findings findings) {
        this(onDisk, texts, false, findings);
    }

    /// A folder whose plain texts are read once: what stands in a file afterwards is not seen.
    static FolderFiles remembering(Path folder, Findings findings) {
        return new FolderFiles(Optional.of(folder), Map.of(), true, findings);
    }

    /// The same folder with other texts in some files.
    FolderFiles with(Map<String, String> changed, Findings others) {
        Map<String, String> all = new TreeMap<>(texts);
        all.putAll(changed);
        return new FolderFiles(onDisk, all, false, others);
    }

    FolderFiles(Path folder, Findings findings) {
        this(Optional.of(folder), Map.of(), findings);
    }

    /// A folder in which some files have, or had, another text.
    ///
    /// @param changed texts by path from the folder, with forward slashes
    static FolderFiles changed(Path folder, Map<String, String> changed, Findings findings) {
        return new FolderFiles(Optional.of(folder), changed, findings);
    }

    /// A folder that is on no disk.
    ///
    /// @param texts by path from the folder, with forward slashes
    static FolderFiles ofTexts(Map<String, String> texts, Findings findings) {
        return new FolderFiles(Optional.empty(), texts, findings);
    }

    /// Whether the path exists and is a directory.
    boolean isFolder() {
        if (onDisk.isEmpty()) {
            return true;
        }
        Path folder = onDisk.get();
        Path name = folder.toAbsolutePath().normalize().getFileName();
        Place place = Place.startOf(name == null ? "/" : name.toString());
        if (Files.isDirectory(folder)) {
            return true;
        }
        if (Files.exists(folder)) {
            findings.add(place, "this is a file, not a folder", "Name the folder that holds alliance.yaml.");
        } else {
            findings.add(
                    place,
                    "there is no such folder",
                    "Check the path, or let \"muster new\" write an example to start from.");
        }
        return false;
    }

    boolean has(String file) {
        return texts.containsKey(file)
                || onDisk.filter(folder -> Files.exists(folder.resolve(file), NOFOLLOW_LINKS))
                        .isPresent();
    }

    /// The names of the mission files, in alphabetical order; nothing where they cannot be listed (reported).
    Optional<List<String>> missionFiles() {
        return yamlFiles("missions", "mission", Limits.MISSIONS, "Split the alliance into several folders.");
    }

    /// The names of the reform files, in alphabetical order; nothing where they cannot be listed (reported).
    Optional<List<String>> reformFiles() {
        return yamlFiles("reforms", "reform", Limits.REFORMS, "Leave out those that matter least.");
    }

    private Optional<List<String>> yamlFiles(String in, String what, int most, String advice) {
        try {
            List<String> names = names(in + "/");
            for (String name : names) {
                if (!name.endsWith(".yaml")) {
                    findings.add(
                            Place.startOf(in + "/" + name),
                            "this is not a %s file".formatted(what),
                            "%s files are called ID.yaml; move other files out of %s/."
                                    .formatted(what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1), in));
                }
            }
            List<String> found = names.stream().filter(n -> n.endsWith(".yaml")).toList();
            if (found.size() > most) {
                findings.add(
                        Place.startOf(in),
                        String.format(Locale.ROOT, "there are %d %ss, more than %d", found.size(), what, most),
                        advice);
                return Optional.empty();
            }
            return Optional.of(found.stream().map(name -> in + "/" + name).toList());
        } catch (IOException refused) {
            refuse(in, refused);
            return Optional.empty();
        }
    }

    /// What stands in the folder, or in one within it, in alphabetical order; hidden names are left out.
    ///
    /// @param within empty, or the path of a folder with a slash behind it
    private List<String> names(String within) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String text : texts.keySet()) {
            if (text.startsWith(within)) {
                String rest = text.substring(within.length());
                names.add(rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest);
            }
        }
        if (onDisk.isPresent() && (within.isEmpty() || Files.exists(onDisk.get().resolve(within), NOFOLLOW_LINKS))) {
            try (Stream<Path> entries = Files.list(onDisk.get().resolve(within))) {
                entries.map(path -> String.valueOf(path.getFileName())).forEach(names::add);
            }
        }
        names.removeIf(name -> name.startsWith("."));
        return List.copyOf(names);
    }

    /// Reports files that nobody reads and that are called nearly as one that is read: `policies.yml`.
    ///
    /// Where the file of the right name is there as well, the other is likely a copy: that is a warning.
    void reportNearNames(Set<String> names) {
        try {
            for (String name : names("")) {
                if (names.contains(name)) {
                    continue;
                }
                Optional<String> near =
                        names.stream().filter(right -> isNear(name, right)).findFirst();
                if (near.isEmpty()) {
                    continue;
                }
                String wrong = "nothing is read from %s".formatted(Values.shortened(name));
                if (has(near.get())) {
                    findings.warn(
                            Place.startOf(name), wrong, "Only %s is read: move copies away.".formatted(near.get()));
                } else {
                    findings.add(Place.startOf(name), wrong, "Did you mean \"%s\"?".formatted(near.get()));
                }
            }
        } catch (IOException refused) {
            refuse(".", refused);
        }
    }

    private static boolean isNear(String name, String right) {
        return stem(name).equalsIgnoreCase(stem(right))
                || (name.length() <= Limits.ID
                        && Nearest.distance(name.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT)) <= 2);
    }

    private static String stem(String name) {
        int dot = name.indexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// The text of a file, or nothing where it is missing, too large, unreadable or not plain UTF-8 (reported).
    Optional<String> text(String file, long limit) {
        Optional<String> there = Optional.ofNullable(texts.get(file));
        if (there.isPresent()) {
            return there;
        }
        Optional<String> read = bytes(file, limit).flatMap(found -> decode(file, found));
        if (remembers) {
            read.ifPresent(text -> texts.put(file, text));
        }
        return read;
    }

    /// The bytes of a file, in its own encoding; nothing as for [#text].
    Optional<byte[]> bytes(String file, long limit, Charset encoding) {
        return Optional.ofNullable(texts.get(file))
                .map(text -> text.getBytes(encoding))
                .or(() -> bytes(file, limit));
    }

    /// The bytes of a file on the disk, or nothing where it is missing, too large or unreadable (reported).
    private Optional<byte[]> bytes(String file, long limit) {
        Place start = Place.startOf(file);
        if (onDisk.isEmpty()) {
            reportMissing(start);
            return Optional.empty();
        }
        Path path = onDisk.get().resolve(file);
        try {
            if (Files.isDirectory(path)) {
                findings.add(start, "this is a folder, not a file", "Put the file of this name in its place.");
                return Optional.empty();
            }
            long size = Files.size(path);
            if (size > limit) {
                findings.add(
                        start,
                        String.format(Locale.ROOT, "the file has %d bytes, more than the limit of %d", size, limit),
                        "Split the alliance, or leave out what is not needed.");
                return Optional.empty();
            }
            if (!Files.isRegularFile(path)) {
                findings.add(start, "this is not a regular file", "Put a plain file of this name in its place.");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (IOException refused) {
            refuse(file, refused);
            return Optional.empty();
        }
    }

    private void refuse(String file, IOException refused) {
        Place start = Place.startOf(file);
        if (refused instanceof NoSuchFileException) {
            reportMissing(start);
        } else if (refused instanceof AccessDeniedException) {
            findings.add(start, "the file may not be read", "Give yourself the right to read it.");
        } else if (refused instanceof FileSystemException other && isLoop(other)) {
            findings.add(start, "the link leads back to itself", "Replace the link by the file.");
        } else {
            findings.add(start, "the file cannot be read", "Check the disk and the file's rights.");
        }
    }

    private void reportMissing(Place file) {
        findings.add(file, "the file is missing", "Put it there; docs/alliance-folder.md says what it holds.");
    }

    /// Linux reports a loop of links as a plain FileSystemException with this reason.
    private static boolean isLoop(FileSystemException refused) {
        String reason = refused.getReason();
        return refused instanceof FileSystemLoopException || (reason != null && reason.contains("symbolic links"));
    }

    private Optional<String> decode(String file, byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            findings.add(
                    Place.startOf(file),
                    "the file begins with a byte-order mark",
                    "Save it as UTF-8 without a byte-order mark.");
            return Optional.empty();
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            findings.add(Place.startOf(file), "the file is UTF-16", "Save it as UTF-8.");
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            findings.add(
                    new Place(file, lineOf(bytes, in.position()), 1),
                    String.format(
                            Locale.ROOT,
                            "byte %d (hexadecimal %02x) is not UTF-8",
                            in.position(),
                            bytes[in.position()] & 0xFF),
                    "Save the file as UTF-8.");
            return Optional.empty();
        }
        String text = out.flip().toString();
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int offset = text.substring(0, nul).getBytes(StandardCharsets.UTF_8).length;
            findings.add(
                    new Place(file, lineOf(bytes, offset), 1),
                    String.format(Locale.ROOT, "byte %d is a NUL byte", offset),
                    "Save the file as plain text in UTF-8.");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineOf(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
