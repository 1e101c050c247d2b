package org.muster.cli.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.folder.AllianceFolder;
import org.muster.alliance.folder.Reading;
import org.muster.input.Counted;
import org.muster.input.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster check FOLDER`: every mistake in a folder at once, or one line on what it holds.
@Command(
        name = "check",
        description = "Reads an alliance folder and says everything that is wrong with it.",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "",
            "  muster check examples/wales-2014",
            "  muster check --json my-alliance > problems.json",
            "",
            "       muster check [--json] [--strict] FOLDER"
        },
        footer = {
            "",
            "Sentences go to standard error as FILE:LINE:COLUMN: what is wrong. What would be right.",
            "In a table COLUMN is the number of the field, in YAML and JSON that of the character.",
            "A warning is about what may be meant, and may as well be a mistake; --strict makes it a problem.",
            "Exit code: 0 nothing is wrong, 2 something is."
        })
public final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Option(names = "--json", description = "Print the problems on standard output as JSON.")
    private boolean json;

    @Option(names = "--strict", description = "Take warnings as problems.")
    private boolean strict;

    @Override
    public Integer call() {
        Reading read = AllianceFolder.read(folder);
        Reading reading = strict ? read.strict() : read;
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json) {
            out.print(json(reading));
        } else {
            reading.problems().forEach(problem -> err.println(problem.sentence()));
            reading.warnings().forEach(warning -> err.println(warning.sentence("warning: ")));
            reading.alliance()
                    .ifPresent(alliance ->
                            out.println(summary(alliance, reading.warnings().size())));
            if (!reading.problems().isEmpty()) {
                err.println(Counted.of(reading.problems().size(), "problems"));
            }
        }
        out.flush();
        err.flush();
        return reading.problems().isEmpty() ? 0 : 2;
    }

    private static String summary(Alliance alliance, int warnings) {
        long partners =
                alliance.members().stream().filter(member -> !member.isAlly()).count();
        return "%s: %s and %s, %s, %s, %s, %s, %s, %s: %s"
                .formatted(
                        alliance.id(),
                        Counted.of(
                                alliance.members().stream()
                                        .filter(Member::isAlly)
                                        .count(),
                                "members"),
                        Counted.of(partners, "partners"),
                        Counted.of(alliance.figures().size(), "figures"),
                        Counted.of(alliance.keys().size(), "keys"),
                        Counted.of(alliance.offers().size(), "offers"),
                        Counted.of(alliance.pools().size(), "pools"),
                        Counted.of(alliance.missions().size(), "missions"),
                        Counted.of(alliance.pledges().size(), "pledges"),
                        warnings == 0 ? "nothing is wrong" : "nothing is wrong, " + Counted.of(warnings, "warnings"));
    }

    private static void put(ArrayNode array, List<Problem> problems) {
        for (Problem problem : problems) {
            ObjectNode node = array.addObject();
            node.put("file", problem.place().file());
            node.put("line", problem.place().line());
            node.put("column", problem.place().column());
            node.put("wrong", problem.wrong());
            node.put("right", problem.right());
        }
    }

    private String json(Reading reading) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("folder", folder.toString());
        root.put("ok", reading.problems().isEmpty());
        put(root.putArray("problems"), reading.problems());
        put(root.putArray("warnings"), reading.warnings());
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers", impossible);
        }
    }
}
