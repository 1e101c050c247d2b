package org.muster.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/// A standalone master and workers from the jars of the class path, each a process of its own on the loopback;
/// nothing of them outlives it.
final class Standalone implements AutoCloseable {
    private static final String HERE = "127.0.0.1";
    private static final long MOST_SECONDS = 60;

    private final Path folder;
    private final String url;
    private final List<String> jars;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    private Standalone(Path folder, int port, List<String> jars) throws IOException {
        this.folder = folder;
        this.url = "spark://" + HERE + ":" + port;
        this.jars = jars;
        this.master = start(
                "master",
                HERE,
                "org.apache.spark.deploy.master.Master",
                "--host",
                HERE,
                "--port",
                String.valueOf(port),
                "--webui-port",
                "0");
    }

    /// A master and so many workers with a core each, on one address.
    ///
    /// @param folder for their logs and what they copy; made where it is not there
    static Standalone start(Path folder, int workers) throws IOException, InterruptedException {
        return start(folder, Collections.nCopies(workers, HERE));
    }

    /// A master, and a worker with a core on each of these addresses: Spark takes them for so many machines.
    static Standalone start(Path folder, List<String> addresses) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Standalone cluster = new Standalone(folder, port, jars(folder));
        try {
            cluster.await(port);
            for (int w = 0; w < addresses.size(); w++) {
                cluster.workers.add(cluster.start(
                        "worker" + w,
                        addresses.get(w),
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        addresses.get(w),
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--webui-port",
                        "0",
                        "--work-dir",
                        folder.resolve("work" + w).toString(),
                        cluster.url));
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    /// Where its master listens.
    String url() {
        return url;
    }

    /// Jars of the sources that are not in jars yet, and the libraries that are not Spark's.
    List<String> jars() {
        return jars;
    }

    private static List<String> jars(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes" + jars.size() + ".jar");
                jar(path, jar);
                jars.add(jar.toString());
            } else if (isOurs(String.valueOf(path.getFileName()))) {
                jars.add(path.toString());
            }
        }
        return jars;
    }

    private static boolean isOurs(String jar) {
        return Stream.of(
                        "muster",
                        "ortools",
                        "hipparchus",
                        "fastcsv",
                        "fastexcel",
                        "snakeyaml",
                        "jspecify",
                        "jna",
                        "commons-rng")
                .anyMatch(jar::startsWith);
    }

    private static void jar(Path classes, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
            }
        }
    }

    private Process start(String name, String address, String type, String... arguments) throws IOException {
        // Spark's own alone, as on a machine of a cluster: ours come with the study.
        List<String> theirs = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Files.isDirectory(Path.of(entry))
                        && !isOurs(String.valueOf(Path.of(entry).getFileName())))
                .toList();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split(" +", -1)));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, theirs), type));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", address);
        // where workers take the class path of what they start from
        builder.environment().put("SPARK_HOME", home(theirs).toString());
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private Path home(List<String> theirs) throws IOException {
        Path home = folder.resolve("spark");
        if (!Files.exists(home)) {
            Files.createDirectories(home.resolve("jars"));
            for (String jar : theirs) {
                Files.createSymbolicLink(
                        home.resolve("jars").resolve(String.valueOf(Path.of(jar).getFileName())), Path.of(jar));
            }
        }
        return home;
    }

    private void await(int port) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > end || !master.isAlive()) {
                    throw new IOException("no master: " + Files.readString(folder.resolve("master.log")), notYet);
                }
                Thread.sleep(100);
            }
        }
    }

    /// Kills a worker and what it runs, as a machine that goes dark.
    void kill(int worker) {
        kill(workers.get(worker));
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        workers.forEach(Standalone::kill);
        kill(master);
        Path jarsOfHome = folder.resolve("spark/jars");
        if (Files.isDirectory(jarsOfHome)) {
            try (Stream<Path> links = Files.list(jarsOfHome)) {
                for (Path link : links.toList()) {
                    Files.delete(link);
                }
            }
        }
    }
}
