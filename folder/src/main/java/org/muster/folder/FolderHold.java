package org.muster.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A folder that nobody else imports into. The file of the lock stays, empty: were it removed, two could each hold one
/// of that name.
public final class FolderHold implements AutoCloseable {
    private static final String LOCK = ".ledger.lock";

    private final FileChannel channel;

    private FolderHold(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the folder for one import: whoever comes meanwhile is refused, so that none is lost.
    ///
    /// @return the hold on it, to be closed when the import is done; empty where another import has it
    /// @throws IOException where the folder does not let itself be written to
    public static Optional<FolderHold> take(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        boolean held = false;
        try {
            FileLock lock = channel.tryLock();
            held = lock != null;
            return held ? Optional.of(new FolderHold(channel)) : Optional.empty();
        } catch (OverlappingFileLockException sameProgram) {
            return Optional.empty();
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
