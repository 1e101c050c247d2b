package org.muster.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.muster.alliance.Alliance;
import org.muster.folder.AllianceFolder;
import org.muster.plan.world.RandomWorld;
import org.muster.web.RoomBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster bench serve`: the planning room beside the bare planner and a bare page.
@Command(
        name = "serve",
        description = "Times the planning room on a random alliance, beside the bare planner and a bare page.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {"", "  muster bench serve", "", "       muster bench serve [--seed N]"},
        footer = {
            "",
            "32 members, 300 offers and 60 lines, or what the seed draws of them. Pages come over HTTP on 127.0.0.1.",
            "The bare page is one of the same server without any question behind it; the planner is asked in this",
            "process for the same variants."
        })
public final class BenchServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", defaultValue = "1", description = "Of the random alliance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path temp = Files.createTempDirectory("muster-bench-serve");
        try {
            RandomWorld.World world = RandomWorld.of(RandomWorld.Size.ALLIANCE, seed);
            Alliance alliance = world.alliance().withMissions(List.of(world.mission()));
            Path folder = temp.resolve("alliance");
            AllianceFolder.write(alliance, folder);
            new RoomBench(folder, spec.commandLine().getOut()).run();
            return 0;
        } finally {
            try (Stream<Path> files = Files.walk(temp)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
