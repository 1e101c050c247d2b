package org.muster.cli.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.muster.input.Refusal;
import org.muster.terminal.Interrupt;
import org.muster.web.PlanningRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster serve FOLDER...`: the planning room in a browser on this machine.
@Command(
        name = "serve",
        description = "Opens the planning room: folders, missions, who pays and pledges in a browser on this machine.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "",
            "  muster serve examples/wales-2014 --open",
            "  muster serve examples/wales-2014 examples/wildfire-pool --port 8080",
            "",
            "       muster serve [OPTIONS] FOLDER..."
        },
        footer = {
            "",
            "Listens on 127.0.0.1 only, and writes nothing unless --write is given. Files that change on disk are read again. Ends with Ctrl-C.",
            "Exit code: 2 bad input, 74 the port is taken."
        })
public final class ServeCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "Folders that hold alliance.yaml.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--study",
            paramLabel = "STUDY",
            description = "A folder of `muster lab run` of one of them, to be opened in its lab. May be repeated.")
    private List<Path> studies = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7733",
            description = "The port (default: ${DEFAULT-VALUE}); 0 for any that is free.")
    private int port;

    @Option(names = "--open", description = "Also open it in the browser.")
    private boolean open;

    @Option(names = "--write", description = "Let tables be changed and saved in the room.")
    private boolean write;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > MOST_PORT) {
            throw new Refusal("--port is from 0 to " + MOST_PORT + ", not " + port);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (PlanningRoom room = PlanningRoom.open(folders, studies, port, write, err)) {
            out.println("The planning room is open at " + room.address() + "/ until Ctrl-C.");
            out.flush();
            if (open) {
                browse(room.address() + "/", err);
            }
            Interrupt.isMeant();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void browse(String address, PrintWriter err) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> command = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            err.println("muster: no browser could be opened. Open " + address + " in yours.");
            err.flush();
        }
    }
}
