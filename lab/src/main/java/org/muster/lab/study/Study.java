package org.muster.lab.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Measure;
import org.muster.answer.Telling;
import org.muster.folder.AllianceFolder;
import org.muster.folder.study.StudyFolder;
import org.muster.input.Refusal;
import org.muster.lab.analysis.Comparison;
import org.muster.lab.analysis.LabAnswer;
import org.muster.lab.analysis.Results;
import org.muster.lab.design.Design;
import org.muster.lab.join.Settle;
import org.muster.lab.run.Hindcasts;
import org.muster.lab.run.Question;
import org.muster.lab.run.Row;
import org.muster.lab.run.Stack;
import org.muster.solve.SolveOptions;

/// A study with its folder: what was asked, and the chunks that are there.
public final class Study {
    private static final String VERSION = "4";

    private final StudyFolder folder;
    private final Question question;
    private final Chunks chunks;

    private Study(StudyFolder folder, Question question) {
        this.folder = folder;
        this.question = question;
        this.chunks = new Chunks(question);
    }

    /// What is asked.
    public Question question() {
        return question;
    }

    /// How its rows lie in files.
    public Chunks chunks() {
        return chunks;
    }

    /// A study in a folder that was begun with its [#manifest].
    public static Study begun(StudyFolder folder, Question question) {
        return new Study(folder, question);
    }

    /// Opens a study: the alliance's folder, and every reform, have to be what they were.
    ///
    /// @param elsewhere where the alliance's folder lies now; empty where it lies where it did
    /// @param read      reads the alliance in a folder
    /// @throws Refusal where it is of another question
    public static Study open(StudyFolder folder, Optional<String> elsewhere, Function<String, Alliance> read)
            throws IOException {
        Map<String, String> manifest = folder.manifest();
        String lay = field(folder, manifest, "folder");
        Question question = question(folder, manifest, read.apply(elsewhere.orElse(lay)));
        List<String> differences = StudyFolder.differences(manifest, manifest(lay, question));
        if (!differences.isEmpty()) {
            throw new Refusal(
                    differences,
                    "the study in " + folder.name()
                            + " is of another question: its rows would not go together. Begin a new one");
        }
        return new Study(folder, question);
    }

    /// The same study with more futures.
    ///
    /// @throws Refusal where it cannot grow, or has so many already
    public Study extended(int futures) throws IOException {
        if (!question.design().grows()) {
            throw new Refusal("a study of design " + question.design().word() + " cannot grow: "
                    + (question.design() == Design.LHS
                            ? "a Latin hypercube of more futures has other slices, so that none of its futures stays"
                            : "its futures stand in blocks that are looked at together")
                    + ". Begin a new one");
        }
        if (futures <= question.futures()) {
            throw new Refusal("the study has " + question.futures() + " futures already. Ask for more");
        }
        Question more = new Question(
                question.alliance(),
                question.stacks(),
                question.design(),
                question.design().rounded(futures, question.setting().factors().size()),
                question.seed(),
                question.reaction(),
                question.settle());
        Map<String, String> manifest = manifest(field(folder, folder.manifest(), "folder"), more);
        folder.write(manifest);
        return new Study(folder, more);
    }

    private static String field(StudyFolder folder, Map<String, String> manifest, String name) {
        String value = manifest.get(name);
        if (value == null) {
            throw new Refusal(folder.name(StudyFolder.MANIFEST) + " has no field \"" + name
                    + "\": it is no manifest of a study, or one of another version");
        }
        return value;
    }

    private static Question question(StudyFolder folder, Map<String, String> manifest, Alliance alliance) {
        if (!field(folder, manifest, "version").equals(VERSION)) {
            throw new Refusal("the study in " + folder.name() + " is of version " + manifest.get("version")
                    + ", and this is " + VERSION + ". Begin a new one");
        }
        try {
            List<Stack> stacks = Arrays.stream(
                            field(folder, manifest, "reforms").split(",", -1))
                    .map(name -> Stack.of(alliance.lab(), name))
                    .toList();
            Design design = Design.of(field(folder, manifest, "design")).orElseThrow();
            int futures = Integer.parseInt(field(folder, manifest, "futures"));
            int factors =
                    alliance.lab().futures().map(all -> all.factors().size()).orElse(0);
            if (futures != design.rounded(futures, factors)) {
                throw new IllegalArgumentException("no such number of futures");
            }
            return new Question(
                    alliance,
                    stacks,
                    design,
                    futures,
                    Long.parseLong(field(folder, manifest, "seed")),
                    Question.Reaction.valueOf(
                            field(folder, manifest, "reaction").toUpperCase(Locale.ROOT)),
                    Settle.of(field(folder, manifest, "settle")).orElseThrow());
        } catch (IllegalArgumentException | java.util.NoSuchElementException broken) {
            throw new Refusal(folder.name(StudyFolder.MANIFEST)
                    + " was changed by hand: design, futures, seed, reaction or settle is no such thing");
        }
    }

    /// What a study is, field by field.
    ///
    /// @param from where the alliance's folder lies
    public static Map<String, String> manifest(String from, Question question) {
        Map<String, String> texts = new TreeMap<>(AllianceFolder.texts(question.alliance()));
        Map<String, String> manifest = new LinkedHashMap<>();
        manifest.put("format", "muster-lab-study");
        manifest.put("version", VERSION);
        manifest.put("code", "0.1.0");
        manifest.put("jdk", String.valueOf(Runtime.version().feature()));
        manifest.put("folder", from.replace('\\', '/'));
        manifest.put("alliance", question.alliance().id());
        String futures = texts.getOrDefault("futures.yaml", "");
        Map<String, String> rest = new TreeMap<>(texts);
        rest.keySet().removeIf(name -> name.equals("futures.yaml") || name.startsWith("reforms/"));
        manifest.put("alliance_sha256", StudyFolder.sha256(rest.toString()));
        manifest.put("futures_sha256", StudyFolder.sha256(futures));
        question.stacks().stream()
                .flatMap(stack -> stack.reforms().stream())
                .map(reform -> reform.id())
                .distinct()
                .sorted()
                .forEach(id -> manifest.put(
                        "reform_" + id + "_sha256",
                        StudyFolder.sha256(texts.getOrDefault("reforms/" + id + ".yaml", ""))));
        manifest.put("reforms", question.stacks().stream().map(Stack::name).collect(Collectors.joining(",")));
        manifest.put("design", question.design().word());
        manifest.put("futures", String.valueOf(question.futures()));
        manifest.put("seed", String.valueOf(question.seed()));
        manifest.put("reaction", question.reaction().word());
        manifest.put("settle", question.settle().word());
        manifest.put(
                "measures", Arrays.stream(Measure.values()).map(Measure::word).collect(Collectors.joining(",")));
        return manifest;
    }

    /// Parts of chunks that are not there, whole and as they were written.
    private List<Part> missing() throws IOException {
        List<Part> missing = new ArrayList<>();
        Map<String, Boolean> there = new HashMap<>();
        for (Part part : chunks.parts()) {
            Boolean known = there.get(part.file());
            if (known == null) {
                Optional<String> kept = folder.kept(part.file());
                // a last chunk that has grown has its hash, and too few rows
                known = kept.isPresent() && kept.get().lines().count() == 1 + chunks.rowsOf(part.chunk());
                there.put(part.file(), known);
            }
            if (!known) {
                missing.add(part);
            }
        }
        return missing;
    }

    private static List<String> files(List<Part> parts) {
        return parts.stream().map(Part::file).distinct().toList();
    }

    /// What was done.
    ///
    /// @param made   chunks that were worked out
    /// @param reused chunks that were there
    /// @param hash   the SHA-256 over all files
    public record Done(int made, int reused, String hash) {}

    /// Works out what is missing, on threads of this process.
    ///
    /// @param threads at least 1
    /// @param options for the planner; nothing in it changes a row
    public Done work(int threads, SolveOptions options, Telling telling) throws IOException {
        return work(new LocalWorkers(threads, options), telling);
    }

    /// Works out what is missing. Chunks are kept as they come, so that a study that is ended goes on where it was.
    public Done work(Workers workers, Telling telling) throws IOException {
        List<Part> missing = missing();
        int all = chunks.count() * (1 + question.stacks().size());
        int made = files(missing).size();
        Gathering gathering = new Gathering(folder, chunks, missing, telling);
        try {
            if (!missing.isEmpty()) {
                workers.work(question, missing, gathering);
            }
        } catch (UncheckedIOException refused) {
            throw refused.getCause();
        }
        gathering.requireAll();
        folder.keepPlain("datapackage.json", DataPackageText.of(question, chunks));
        return new Done(made, all - made, folder.hash());
    }

    /// The rows, all of them.
    ///
    /// @throws Refusal where a chunk is missing or damaged
    public Results results() throws IOException {
        List<String> missing = wrong();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    missing.stream()
                            .limit(20)
                            .map(file -> file + " is missing or damaged")
                            .toList(),
                    "the study is not complete. Go on with \"muster lab resume\"");
        }
        List<double[]> futures = new ArrayList<>();
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (int c = 0; c < chunks.count(); c++) {
            futures.addAll(chunks.numbers(folder.kept(Chunks.futuresFile(c)).orElseThrow()));
            for (Stack stack : question.stacks()) {
                rows.computeIfAbsent(stack.name(), k -> new ArrayList<>())
                        .addAll(chunks.rows(
                                folder.kept(Chunks.runsFile(stack, c)).orElseThrow()));
            }
        }
        return new Results(question, chunks.numberNames(), futures, rows);
    }

    /// What follows from its rows.
    ///
    /// @throws Refusal where a chunk is missing or damaged
    public LabAnswer compared() throws IOException {
        Results results = results();
        int decimals =
                Math.max(0, Currency.getInstance(question.alliance().currency()).getDefaultFractionDigits());
        return new LabAnswer(
                results,
                Comparison.of(results, decimals),
                Hindcasts.of(question, SolveOptions.defaults()),
                hash(),
                folder.manifest());
    }

    /// The row of a run as its chunk has it; empty where the chunk is not there.
    public Optional<String> keptLine(Stack stack, int future) throws IOException {
        return folder.kept(Chunks.runsFile(stack, future / Chunks.ROWS))
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith(future + ","))
                        .findFirst());
    }

    /// The hash of all its files.
    public String hash() throws IOException {
        return folder.hash();
    }

    /// Chunks that are missing or damaged, by file.
    public List<String> wrong() throws IOException {
        return files(missing());
    }
}
