package org.muster.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.cli.Muster;
import org.muster.web.PlanningRoom;
import picocli.CommandLine;

/// A planning room on copies of the bundled folders, and a browser that looks at it.
final class Room implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Playwright playwright;
    private final Browser browser;
    private final PlanningRoom server;
    private final StringWriter mistakes = new StringWriter();
    private final List<String> console = new ArrayList<>();
    private final Path folders;

    private Room(Path folders, Playwright playwright, Browser browser) throws IOException {
        this.folders = folders;
        this.playwright = playwright;
        this.browser = browser;
        this.server = PlanningRoom.open(
                List.of(folder("wildfire-pool"), folder("wales-2014")), List.of(), 0, true, new PrintWriter(mistakes));
    }

    /// Opens a room; skips the test, with a message, where there is no browser.
    static Room open(Path temp) throws IOException {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no Chromium on this machine: the room is not tried in a browser");
        for (String name : List.of("wildfire-pool", "wales-2014")) {
            copy(Path.of(System.getProperty("muster.root"), "examples", name), temp.resolve(name));
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox")));
        return new Room(temp, playwright, browser);
    }

    private static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    Path folder(String name) {
        return folders.resolve(name);
    }

    String address() {
        return server.address();
    }

    /// A page that writes down what the browser complains about.
    Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(error -> console.add("error: " + error));
        return page;
    }

    Page page() {
        return page(new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    /// What browsers complained about since the last time that it was asked.
    List<String> complaints() {
        List<String> all = List.copyOf(console);
        console.clear();
        return all;
    }

    /// Mistakes of the program.
    String mistakes() {
        return mistakes.toString();
    }

    HttpResponse<String> send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        return HTTP.send(request.uri(URI.create(address() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(), path).body();
    }

    /// What the command prints.
    static String muster(String... args) {
        StringWriter out = new StringWriter();
        CommandLine line =
                Muster.commandLineFor(args).setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        line.execute(args);
        return out.toString();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
    }
}
