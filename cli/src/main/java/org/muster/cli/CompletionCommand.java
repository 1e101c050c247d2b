package org.muster.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.muster.alliance.Alliance;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.offer.Capability;
import org.muster.alliance.pool.Pool;
import org.muster.alliance.sharing.Sharing;
import org.muster.share.rule.Rules;
import org.muster.share.rule.SharingRule;
import org.muster.terminal.Folders;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster completion [FOLDER...]`: what a shell needs to complete a command line, with the names of folders.
@Command(
        name = "completion",
        description = "Writes the script by which bash or zsh completes commands, options and names.",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "",
            "  source <(muster completion)",
            "  source <(muster completion examples/wales-2014 my-alliance)",
            "",
            "       muster completion [FOLDER...]"
        },
        footer = {
            "",
            "Rules are always offered; missions, members, pools, capabilities and keys are those of the folders named,",
            "as they stand now.",
            "Exit code: 0 done, 2 bad input."
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FOLDER", description = "Folders whose names are offered.")
    private List<Path> folders = new ArrayList<>();

    @Override
    public Integer call() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        add(names, "RULE", rules(Sharing.NONE));
        for (Path folder : folders) {
            addNames(names, Folders.read(folder));
        }
        CommandLine whole = Muster.commandLineFor("completion");
        offer(whole.getCommandSpec(), names);
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("muster", whole));
        out.flush();
        return 0;
    }

    /// The names of an alliance by the label of the words that may be such a name.
    private static void addNames(Map<String, Set<String>> names, Alliance alliance) {
        List<String> pools = alliance.pools().stream().map(Pool::id).toList();
        List<String> members = List.copyOf(alliance.memberCodes());
        add(names, "MISSION", alliance.missions().stream().map(Mission::id).toList());
        add(names, "MEMBER", members);
        add(names, "CODE", members);
        add(names, "MEMBER|POOL|LINE", members);
        add(names, "MEMBER|POOL|LINE", pools);
        add(
                names,
                "CAPABILITY",
                alliance.capabilities().stream().map(Capability::code).toList());
        add(names, "KEY", alliance.keys().stream().map(Key::id).toList());
        add(names, "RULE", rules(alliance.sharing()));
    }

    private static List<String> rules(Sharing sharing) {
        return Rules.of(sharing).stream().map(SharingRule::id).toList();
    }

    private static void add(Map<String, Set<String>> names, String label, List<String> more) {
        names.computeIfAbsent(label, known -> new LinkedHashSet<>()).addAll(more);
    }

    /// Has these names offered for every word of their label, in this command and those below it.
    private static void offer(CommandSpec command, Map<String, Set<String>> names) {
        for (ArgSpec word : List.copyOf(command.args())) {
            Set<String> offered = names.getOrDefault(word.paramLabel(), Set.of());
            if (!offered.isEmpty()) {
                command.remove(word);
                command.add(
                        word instanceof OptionSpec option
                                ? option.toBuilder()
                                        .completionCandidates(offered)
                                        .build()
                                : ((PositionalParamSpec) word)
                                        .toBuilder()
                                                .completionCandidates(offered)
                                                .build());
            }
        }
        command.subcommands().values().forEach(below -> offer(below.getCommandSpec(), names));
    }
}
