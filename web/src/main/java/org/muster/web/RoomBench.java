package org.muster.web;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Variant;
import org.muster.folder.AllianceFolder;
import org.muster.plan.PlanOptions;
import org.muster.plan.Planner;
import org.muster.report.write.Html;
import org.muster.solve.Progress;
import org.muster.solve.Stop;
import org.muster.web.ask.Answers;
import org.muster.web.http.Query;

/// Measures a planning room beside the bare planner and a bare page of the same server, in one run.
public final class RoomBench {
    private static final int A_SECOND = 50;
    private static final int USUAL_SECONDS = 4;
    private static final int PEOPLE = 20;
    private static final int CLICKS = 5;
    private static final long SECOND = 1_000_000_000L;
    private static final String BARE = "/";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final PrintWriter out;
    private final int seconds;

    /// @param folder of an alliance with a mission
    /// @param out    where the table goes
    public RoomBench(Path folder, PrintWriter out) {
        this(folder, out, USUAL_SECONDS);
    }

    /// @param seconds for how long pages are asked for at a steady rate
    RoomBench(Path folder, PrintWriter out, int seconds) {
        this.folder = folder;
        this.out = out;
        this.seconds = seconds;
    }

    /// Measures, and prints a line a figure.
    ///
    /// @throws IOException where no port can be had
    public void run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Javalin bare = bare();
        String bareAddress = "http://" + PlanningRoom.HOST + ":" + bare.port();
        get(bareAddress + BARE);
        double bareFirst = since(start);
        start = System.nanoTime();
        try (PlanningRoom room = PlanningRoom.open(List.of(folder), 0, new PrintWriter(Writer.nullWriter()))) {
            get(room.address() + "/");
            double first = since(start);
            Alliance alliance = AllianceFolder.read(folder).alliance().orElseThrow();
            Mission mission = alliance.missions().getFirst();
            String page =
                    room.address() + "/a/" + Query.encoded(alliance.id()) + "/missions/" + Query.encoded(mission.id());
            out.printf(
                    Locale.ROOT,
                    "%d members, %d offers, %d lines; times in seconds\n",
                    alliance.members().size(),
                    alliance.offers().size(),
                    mission.phases().stream()
                            .mapToInt(phase -> phase.requirements().size())
                            .sum());
            line("first page, from opening", first, "bare page", bareFirst);
            clicks(alliance, mission, page);
            steady(page, bareAddress + BARE);
            people(alliance, page);
            HttpResponse<byte[]> whole = get(page);
            out.printf(
                    Locale.ROOT,
                    "page of the mission: %d kB, %d kB as sent\n",
                    whole.body().length / 1000,
                    getPacked(page).length / 1000);
            Runtime.getRuntime().gc();
            Runtime jvm = Runtime.getRuntime();
            out.printf(
                    Locale.ROOT, "heap in use when idle: %d MB\n", (jvm.totalMemory() - jvm.freeMemory()) / 1_000_000);
        } finally {
            bare.stop();
        }
        out.flush();
    }

    private static Javalin bare() {
        Javalin bare = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.get(BARE, context -> context.html(Html.servedHead("bare") + "<p>bare</p></body></html>"));
        });
        return bare.start(PlanningRoom.HOST, 0);
    }

    /// Each member is clicked out once: the page with the new plan, beside the planner alone.
    private void clicks(Alliance alliance, Mission mission, String page) throws IOException, InterruptedException {
        get(page);
        List<Double> pages = new ArrayList<>();
        List<Double> plans = new ArrayList<>();
        for (String member : alliance.memberCodes()) {
            long start = System.nanoTime();
            get(page + "?mustNot=" + Query.encoded(member));
            pages.add(since(start));
            Mission tried = new Variant(Set.of(), Set.of(member), Set.of(), Optional.empty()).of(alliance, mission);
            start = System.nanoTime();
            Planner.plan(
                    alliance,
                    tried,
                    new PlanOptions(Answers.options(new Stop(), Progress.Listener.none(), 60), Optional.empty()));
            plans.add(since(start));
        }
        line("click to new plan, median", quantile(pages, 0.5), "planner alone", quantile(plans, 0.5));
        line("click to new plan, p95", quantile(pages, 0.95), "planner alone", quantile(plans, 0.95));
    }

    /// Pages that are known already, so many a second.
    private void steady(String page, String bare) throws InterruptedException {
        line(
                A_SECOND + " pages a second, p95",
                quantile(atRate(page), 0.95),
                "bare page",
                quantile(atRate(bare), 0.95));
    }

    private List<Double> atRate(String address) throws InterruptedException {
        List<Callable<Double>> asked = new ArrayList<>();
        long begin = System.nanoTime();
        for (int n = 0; n < A_SECOND * seconds; n++) {
            long due = begin + n * (SECOND / A_SECOND);
            asked.add(() -> {
                LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
                get(address);
                return (System.nanoTime() - due) / (double) SECOND;
            });
        }
        return all(asked);
    }

    /// So many people at once, each clicking some members out.
    private void people(Alliance alliance, String page) throws InterruptedException {
        List<String> codes = List.copyOf(alliance.memberCodes());
        List<Callable<Double>> asked = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            int who = person;
            asked.add(() -> {
                long start = System.nanoTime();
                for (int click = 0; click < CLICKS; click++) {
                    String one = codes.get((who + click) % codes.size());
                    String other = codes.get((who * 3 + click + 1) % codes.size());
                    get(page + "?must=" + Query.encoded(one)
                            + (one.equals(other) ? "" : "&mustNot=" + Query.encoded(other)));
                }
                return since(start) / CLICKS;
            });
        }
        List<Double> each = all(asked);
        out.printf(
                Locale.ROOT,
                "%d people at once: %d answered all, %.3f s a click at worst\n",
                PEOPLE,
                each.size(),
                quantile(each, 1));
    }

    private static List<Double> all(List<Callable<Double>> asked) throws InterruptedException {
        List<Double> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Double> one : threads.invokeAll(asked)) {
                try {
                    all.add(one.get());
                } catch (ExecutionException failed) {
                    throw new IllegalStateException("a page was not answered", failed);
                }
            }
        }
        return all;
    }

    private HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> reply = http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofMinutes(2))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (reply.statusCode() != 200 && reply.statusCode() != 422) {
            throw new IOException(address + " was answered with " + reply.statusCode());
        }
        return reply;
    }

    private byte[] getPacked(String address) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private void line(String what, double seconds, String beside, double other) {
        out.printf(Locale.ROOT, "%-28s %.3f   %s %.3f\n", what, seconds, beside, other);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / (double) SECOND;
    }

    private static double quantile(List<Double> times, double share) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
