package org.muster.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UploadedFile;
import io.javalin.http.sse.SseClient;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.report.write.Json;
import org.muster.web.http.Ask;
import org.muster.web.http.Bytes;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Faults;
import org.muster.web.http.Guard;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.job.Event;
import org.muster.web.job.Job;
import org.muster.web.job.Jobs;
import org.muster.web.page.FaultPage;
import org.muster.web.shelf.Shelf;
import org.muster.web.shelf.Studies;

/// The server: listens on 127.0.0.1 and nowhere else, lets [Guard] look at every request, and hands it to its route.
public final class PlanningRoom implements AutoCloseable {
    /// The only address that is listened on.
    public static final String HOST = "127.0.0.1";

    private static final Set<String> SENDING = Set.of("POST", "PUT");
    /// What is sent as it is, and no form around it.
    private static final List<String> FILES =
            List.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int MOST_BYTES = 4 << 20;

    /// What is taken at most of a request that is too large, before it is refused.
    private static final int MOST_TAKEN = 64 << 20;
    private static final long HEARTBEAT_MILLIS = 15_000;

    /// What a browser may do with every reply.
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cache-Control",
            "no-cache");

    private final Jobs jobs = new Jobs();
    private volatile Guard guard = new Guard(0);
    private final PrintWriter err;
    private final Javalin server;

    private PlanningRoom(Shelf shelf, Studies studies, boolean writes, PrintWriter err) {
        this.err = err;
        Routes routes = new Routes(shelf, studies, jobs, writes);
        server = Javalin.create(config -> configure(config, routes));
    }

    /// Reads folders and serves them; writes nothing.
    ///
    /// @param port 0 for any that is free
    /// @param err  told where a mistake of the program happened
    /// @throws Refusal where a folder cannot be read
    /// @throws IOException where the port is taken
    public static PlanningRoom open(List<Path> folders, int port, PrintWriter err) throws IOException {
        return open(folders, List.of(), port, false, err);
    }

    /// Reads folders and serves them.
    ///
    /// @param studies folders of studies of their alliances, to be opened in the lab
    /// @param port    0 for any that is free
    /// @param writes  whether tables may be saved
    /// @param err     told where a mistake of the program happened
    /// @throws Refusal where a folder or a study cannot be read
    /// @throws IOException where the port is taken
    public static PlanningRoom open(List<Path> folders, List<Path> studies, int port, boolean writes, PrintWriter err)
            throws IOException {
        Shelf shelf = new Shelf(folders, Clock.system(ZoneId.systemDefault()));
        PlanningRoom room = new PlanningRoom(shelf, Studies.of(studies, shelf), writes, err);
        try {
            room.server.start(HOST, port);
        } catch (JavalinBindException taken) {
            room.jobs.close();
            throw new IOException("port " + port + " of " + HOST + " is taken. Choose another with --port", taken);
        } catch (JavalinException failed) {
            room.jobs.close();
            throw new IOException("the server cannot be started on port " + port, failed);
        }
        room.guard = new Guard(room.server.port());
        return room;
    }

    /// Its address.
    public String address() {
        return "http://" + HOST + ":" + server.port();
    }

    /// Stops all jobs and listens no longer.
    @Override
    public void close() {
        jobs.close();
        server.stop();
    }

    private void configure(JavalinConfig config, Routes routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.generateEtags = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MOST_BYTES;
        config.jetty.multipartConfig.maxFileSize(MOST_BYTES >> 20, SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize(MOST_BYTES >> 20, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(MOST_BYTES >> 20, SizeUnit.MB);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(false);
        });
        config.routes.before(context -> {
            HEADERS.forEach(context::header);
            guard.check(context.method().name(), context::header);
        });
        config.routes.sse("/jobs/{job}/events", this::tell);
        config.routes.sse("/api/v1/jobs/{job}/events", this::tell);
        for (Routes.Route route : routes.all()) {
            config.routes.addHttpHandler(
                    switch (route.method()) {
                        case "POST" -> HandlerType.POST;
                        case "PUT" -> HandlerType.PUT;
                        case "DELETE" -> HandlerType.DELETE;
                        default -> HandlerType.GET;
                    },
                    route.path(),
                    context -> answer(route, context));
        }
        config.routes.exception(HttpResponseException.class, (thrown, context) -> fail(ofServer(thrown), context));
        config.routes.exception(Exception.class, this::fail);
    }

    private void answer(Routes.Route route, Context context) throws IOException {
        try {
            send(route.answer().apply(ask(route, context)), context);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError thrown) {
            fail(thrown, context);
        }
    }

    private static Ask ask(Routes.Route route, Context context) throws IOException {
        Map<String, String> path = context.pathParamMap();
        Query query = Query.of(context.queryString());
        if (!SENDING.contains(route.method())) {
            return Ask.reading(path, query);
        }
        Optional<String> seen = Optional.ofNullable(context.header("If-Match"));
        String type = Optional.ofNullable(context.contentType()).orElse("");
        if (type.startsWith("multipart/form-data")) {
            if (context.req().getContentLengthLong() > MOST_BYTES) {
                take(context);
                throw new Fault(Code.TOO_LARGE, "a form holds 4 MiB at most. Send less, or use `muster import`");
            }
            return new Ask(path, query, new Query(parts(context)), file(context), Optional.empty(), seen);
        }
        byte[] body = body(context);
        if (FILES.stream().anyMatch(type::startsWith)) {
            Ask.Sent file = new Ask.Sent("what was sent", Bytes.of(body));
            return new Ask(path, query, Query.NONE, Optional.of(file), Optional.empty(), seen);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return type.startsWith("application/json")
                ? new Ask(path, query, Query.NONE, Optional.empty(), Optional.of(text), seen)
                : new Ask(path, query, Query.of(text), Optional.empty(), Optional.empty(), seen);
    }

    private static Optional<Ask.Sent> file(Context context) throws IOException {
        UploadedFile sent = context.uploadedFile("file");
        if (sent == null || sent.size() == 0) {
            return Optional.empty();
        }
        try (InputStream content = sent.content()) {
            return Optional.of(new Ask.Sent(nameOf(sent.filename()), Bytes.of(content.readAllBytes())));
        }
    }

    /// The fields of a form in parts. What is no such form makes the server throw what its language need not declare.
    private static Map<String, List<String>> parts(Context context) {
        try {
            return context.formParamMap();
        } catch (Exception broken) {
            if (broken instanceof ServletException) {
                throw new Fault(Code.PARAMETER, "the form cannot be read: its parts are not as its header says");
            }
            throw broken;
        }
    }

    /// Some browsers send the whole path of a file.
    private static String nameOf(String sent) {
        return sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    }

    private static byte[] body(Context context) throws IOException {
        byte[] bytes = context.req().getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            take(context);
            throw new Fault(Code.TOO_LARGE, "a form holds 4 MiB at most. Send less");
        }
        return bytes;
    }

    /// Takes what is still being sent, so that the answer is heard: who writes to a connection that is closed is only
    /// told that it broke.
    private static void take(Context context) throws IOException {
        InputStream sent = context.req().getInputStream();
        byte[] buffer = new byte[1 << 16];
        int more = sent.read(buffer);
        for (long taken = 0; more >= 0 && taken < MOST_TAKEN; taken += more) {
            more = sent.read(buffer);
        }
    }

    private static Exception ofServer(HttpResponseException thrown) {
        return switch (thrown.getStatus()) {
            case 404 -> new Fault(Code.NO_PAGE, "there is no page at this address. Begin at /");
            case 405 -> new Fault(Code.METHOD, "this page does not answer this method. See /openapi.yaml");
            case 413 -> new Fault(Code.TOO_LARGE, "a form holds 4 MiB at most. Send less");
            case 400 -> new Fault(Code.PARAMETER, "the request cannot be read");
            default -> thrown;
        };
    }

    private void fail(Throwable thrown, Context context) {
        Fault fault = Faults.of(thrown);
        if (fault.code() == Code.MISTAKE) {
            thrown.printStackTrace(err);
            err.flush();
        }
        String accepted = context.header("Accept");
        boolean person = accepted != null && accepted.contains("text/html");
        send(person ? FaultPage.write(fault) : Faults.json(fault), context);
    }

    private static void send(Reply reply, Context context) {
        reply.headers().forEach(context::header);
        context.status(reply.status())
                .contentType(reply.type())
                .result(reply.body().toArray());
    }

    /// Tells a job's events until it is over or nobody listens. Numbered, so that a browser that comes back is told
    /// what it missed; a comment now and then, since who has left is noticed only by writing.
    private void tell(SseClient client) {
        Job job = jobs.numbered(client.ctx().pathParam("job")).orElse(null);
        if (job == null) {
            client.sendEvent("state", words("gone"));
            return;
        }
        long last = lastSeen(client.ctx().header("Last-Event-ID"));
        try {
            boolean over = false;
            while (!over && !client.terminated()) {
                over = job.state().isOver();
                List<Event> events = job.after(last, HEARTBEAT_MILLIS);
                for (Event event : events) {
                    client.sendEvent(event.kind(), words(event.words()), String.valueOf(event.number()));
                    last = event.number();
                }
                if (events.isEmpty() && !over) {
                    client.sendComment("still at it");
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException gone) {
            // nobody listens any more
        }
    }

    private static String words(String said) {
        return Json.compact(Json.object().put("words", said));
    }

    private static long lastSeen(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
    }
}
