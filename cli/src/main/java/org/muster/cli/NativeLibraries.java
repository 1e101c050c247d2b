package org.muster.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Unpacks the solvers' native libraries into a folder of the user's, once a build. The launchers run it and name
/// the folder in `java.library.path`, where the solvers look first: else they unpack 69 MB into the temporary
/// folder at each start, and leave them there when the program is killed.
final class NativeLibraries {
    private NativeLibraries() {}

    /// Unpacks them.
    ///
    /// @param args the folder, which is there afterwards with all of them in it or not at all, and then the jars to
    ///             look through
    public static void main(String[] args) throws IOException {
        unpack(Path.of(args[0]), Stream.of(args).skip(1).map(Path::of).toList(), System.out);
    }

    /// Writes the libraries of this machine into a folder beside the one wanted, which then takes its name. Where that
    /// is there already, nothing is done.
    static void unpack(Path folder, List<Path> jars, PrintStream out) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path part = Files.createTempDirectory(folder.toAbsolutePath().getParent(), folder.getFileName() + ".");
        int count = 0;
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                count += unpack(zip, part);
            }
        }
        if (count == 0) {
            delete(part);
            return;
        }
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            out.println(count + " libraries unpacked");
        } catch (IOException another) {
            // Another start came first: its folder is as good.
            delete(part);
            if (!Files.isDirectory(folder)) {
                throw another;
            }
        }
    }

    private static int unpack(ZipFile zip, Path to) throws IOException {
        String prefix = "ortools-" + platform() + "/";
        int count = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0 && !entry.isDirectory()) {
                try (InputStream library = zip.getInputStream(entry)) {
                    Files.copy(library, to.resolve(name.substring(prefix.length())));
                }
                count++;
            }
        }
        return count;
    }

    /// The name of this machine in the names of the libraries' folders.
    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String os = system.startsWith("windows") ? "win32" : system.startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch");
        return os + "-" + (machine.equals("amd64") || machine.equals("x86_64") ? "x86-64" : machine);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
