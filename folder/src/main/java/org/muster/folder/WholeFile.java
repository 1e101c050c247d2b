package org.muster.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A file that is there whole, or as it was before: written beside its place under a name that nobody can foresee,
/// brought to the disk, and then given its own name.
///
/// A link that stands in its place stays, and the file that it leads to is replaced; a file that is replaced keeps its
/// mode. What is no regular file (`/dev/stdout`, a pipe) is written to as it is: there is nothing to be kept whole.
public final class WholeFile {
    private static final int MOST_LINKS = 40;
    /// What a new file may be to others is for the user's mask to say.
    private static final FileAttribute<?>[] AS_ALLOWED = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
    };

    private static final FileAttribute<?>[] NONE = {};

    private WholeFile() {}

    /// Writes a text in UTF-8.
    ///
    /// @throws IOException where it cannot be written; the file is then as it was
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes bytes.
    ///
    /// @throws IOException where it cannot be written; the file is then as it was
    public static void write(Path file, byte[] bytes) throws IOException {
        Path target = targetOf(file);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            Files.write(target, bytes);
            return;
        }
        boolean posix = Files.getFileStore(existing(target)).supportsFileAttributeView(PosixFileAttributeView.class);
        Path folder = Optional.ofNullable(target.getParent()).orElse(Path.of("."));
        Path part = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part", posix ? AS_ALLOWED : NONE);
        boolean moved = false;
        try {
            if (posix && Files.exists(target)) {
                Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
            }
            fill(part, ByteBuffer.wrap(bytes));
            move(part, target);
            moved = true;
        } finally {
            if (!moved) {
                Files.deleteIfExists(part);
            }
        }
        syncFolderOf(target);
    }

    /// Where links lead to, also where nothing is there yet.
    private static Path targetOf(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            Path parent = target.getParent();
            Path link = Files.readSymbolicLink(target);
            target = parent == null ? link : parent.resolve(link);
        }
        return target;
    }

    private static Path existing(Path target) {
        Path parent = target.getParent();
        return Files.exists(target) || parent == null ? target : parent;
    }

    private static void fill(Path part, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// The new name reaches the disk with the folder. Systems that do not let a folder be opened do so by themselves.
    private static void syncFolderOf(Path target) {
        Path folder = target.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // The file itself is on the disk; only its name may be lost with the power.
            return;
        }
    }
}
