package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Looks at a page in headless Chromium. Where there is none the test is skipped, and says so.
public final class Browser {
    private Browser() {}

    /// What the page has become after its scripts have run; fails where they wrote anything to the console.
    ///
    /// @param address of the page
    /// @param window  width and height in pixels, such as `390,844`
    /// @param temp    for the browser's own files
    public static String show(String address, String window, Path temp) throws IOException, InterruptedException {
        Optional<String> browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        assumeTrue(browser.isPresent(), "no Chromium on this machine: the page is not looked at in a browser");
        Path dom = temp.resolve("dom.html");
        Path log = temp.resolve("log.txt");
        Process chromium = new ProcessBuilder(
                        browser.get(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--enable-logging=stderr",
                        "--v=0",
                        "--user-data-dir=" + temp.resolve("profile"),
                        "--window-size=" + window,
                        "--virtual-time-budget=3000",
                        "--dump-dom",
                        address)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(chromium.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)).doesNotContain("CONSOLE");
        return Files.readString(dom);
    }
}
