package org.muster.studytool.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A standalone master of Spark with workers on this machine, for as long as it is open.
final class SparkCluster implements AutoCloseable {
    private static final String MAIN = "org.muster.spark.StandaloneProcess";
    private static final int END_SECONDS = 20;

    private final Process process;
    private final String url;

    private SparkCluster(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /// @param folder  for logs and copies
    /// @param workers each with one core
    /// @throws IOException where the master does not listen within a minute
    static SparkCluster start(SparkJars jars, Path folder, int workers) throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve("cluster.log");
        Process process = SparkProcesses.start(jars, MAIN, log, folder.toString(), String.valueOf(workers));
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String url = said.readLine();
        if (url == null) {
            throw new IOException("no standalone master of Spark: "
                    + Files.readString(log).lines().reduce((a, b) -> b).orElse("it ended without a word"));
        }
        return new SparkCluster(process, url);
    }

    /// Where its master listens.
    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
