package org.muster.folder.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.folder.TextFile;
import org.muster.input.Refusal;

/// The files of a study.
///
/// A chunk is written under another name, forced to the disk and then moved to its own, so that a process that is
/// killed at any moment leaves it whole or not at all; its last line holds the SHA-256 of the bytes before.
public final class StudyFolder {
    /// The manifest.
    public static final String MANIFEST = "study.json";
    private static final long MOST_MIB = 64;

    private static final String HASH = "# sha256 ";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final long MOST_BYTES = 256L << 20;

    private final Path folder;

    private StudyFolder(Path folder) {
        this.folder = folder;
    }

    /// A new study in a folder that is not there, or is empty.
    ///
    /// @param manifest what the study is, in order
    /// @throws Refusal where the folder holds anything
    public static StudyFolder begin(Path folder, Map<String, String> manifest) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refusal(folder + " is a file, not a folder. Name a folder that is not there or is empty");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new Refusal(folder + " is not empty. Name another folder, or go on with \"muster lab resume "
                            + folder + "\"");
                }
            }
        }
        Files.createDirectories(folder);
        StudyFolder study = new StudyFolder(folder);
        study.write(manifest);
        return study;
    }

    /// A study that is there.
    ///
    /// @throws Refusal where the folder holds none
    public static StudyFolder open(Path folder) {
        if (!Files.isRegularFile(folder.resolve(MANIFEST))) {
            throw new Refusal(folder + " holds no study: there is no " + MANIFEST + " in it");
        }
        return new StudyFolder(folder);
    }

    /// The folder as it was named.
    public String name() {
        return folder.toString();
    }

    /// A file of it, under the folder as it was named.
    public String name(String file) {
        return folder.resolve(file).toString();
    }

    /// What the study is.
    ///
    /// @throws Refusal where the manifest cannot be understood
    public Map<String, String> manifest() throws IOException {
        Map<String, String> manifest = new LinkedHashMap<>();
        try {
            JsonNode tree = JSON.readTree(TextFile.read(folder.resolve(MANIFEST), MOST_MIB));
            if (!tree.isObject()) {
                throw new Refusal(folder.resolve(MANIFEST) + " is no manifest of a study: it holds no JSON object");
            }
            for (Map.Entry<String, JsonNode> field : tree.properties()) {
                manifest.put(field.getKey(), field.getValue().asText());
            }
        } catch (JsonProcessingException broken) {
            throw new Refusal(folder.resolve(MANIFEST) + " is no manifest of a study: line "
                    + broken.getLocation().getLineNr() + " is not valid JSON");
        }
        return manifest;
    }

    /// Writes the manifest anew, for a study that grows.
    public void write(Map<String, String> manifest) throws IOException {
        ObjectNode tree = JSON.createObjectNode();
        manifest.forEach(tree::put);
        replace(folder.resolve(MANIFEST), JSON.writeValueAsString(tree) + "\n");
    }

    /// What two manifests say otherwise: a sentence for each field.
    public static List<String> differences(Map<String, String> there, Map<String, String> now) {
        Map<String, String> all = new LinkedHashMap<>(there);
        now.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .filter(field -> !there.getOrDefault(field, "").equals(now.getOrDefault(field, "")))
                .map(field -> field + " was " + quoted(there.get(field)) + " and is " + quoted(now.get(field)))
                .toList();
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "not there" : "\"" + value + "\"";
    }

    /// Keeps a chunk: whole or not at all.
    ///
    /// @param name its path in the folder, with forward slashes
    public void keep(String name, String text) throws IOException {
        replace(folder.resolve(name), text + HASH + sha256(text) + "\n");
    }

    /// Keeps a file without a hash in it.
    public void keepPlain(String name, String text) throws IOException {
        replace(folder.resolve(name), text);
    }

    /// The text of a chunk; empty where it is not there, or its hash does not hold.
    public Optional<String> kept(String name) throws IOException {
        Path path = folder.resolve(name);
        try {
            if (Files.size(path) > MOST_BYTES) {
                return Optional.empty();
            }
            String all = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            int at = all.lastIndexOf(HASH);
            if (at < 0) {
                return Optional.empty();
            }
            String text = all.substring(0, at);
            return all.substring(at).equals(HASH + sha256(text) + "\n") ? Optional.of(text) : Optional.empty();
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        }
    }

    /// One SHA-256 over the names and bytes of all files but leftovers of a process that was killed.
    public String hash() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.endsWith(PART)) {
                    hashes.put(name, sha256(Files.readAllBytes(path)));
                }
            }
        }
        StringBuilder all = new StringBuilder();
        hashes.forEach(
                (name, hash) -> all.append(hash).append("  ").append(name).append('\n'));
        return sha256(all.toString());
    }

    private static final String PART = ".part";

    private static void replace(Path path, String text) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path part = path.resolveSibling(path.getFileName() + PART);
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The SHA-256 of a text in UTF-8, in hexadecimal digits.
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
