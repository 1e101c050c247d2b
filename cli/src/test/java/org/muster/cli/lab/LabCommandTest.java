package org.muster.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.cli.Call.muster;
import static org.muster.cli.Examples.ROOT;
import static org.muster.cli.Examples.WALES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.cli.Call;

class LabCommandTest {
    private static final String REFORMS = "as-was,bigger-pool+willing-only,common-fund,firm-pledge";

    @TempDir
    static Path shared;

    @TempDir
    Path temp;

    private static String hash = "";

    private static Call run(Path out, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "lab", "run", WALES, "--reforms", REFORMS, "--futures", "20", "--seed", "1", "--out", out.toString()));
        words.addAll(List.of(more));
        return muster(words.toArray(String[]::new));
    }

    private static String hashOf(Call call) {
        return call.out()
                .lines()
                .filter(line -> line.contains("SHA-256 of all files: "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(call.out() + call.err()));
    }

    private static Path study() {
        return shared.resolve("study");
    }

    /// A study of its own to spoil, with the same files.
    private Path copied() throws IOException {
        Path copy = temp.resolve("s");
        copy(study(), copy);
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @BeforeAll
    static void one() {
        Call call = run(study(), "--workers", "1");
        assertThat(call.err()).isEmpty();
        assertThat(call.code()).isZero();
        hash = hashOf(call);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("docs/schema/lab.schema.json")));
    }

    /// Members that react: rows say what they lack and which coalitions hold, and every face shows it.
    @Test
    void whoReactsIsShownWithWhatItWouldTake() throws IOException {
        Path study = temp.resolve("reply");
        Call run = muster(
                "lab",
                "run",
                WALES,
                "--reforms",
                "as-was",
                "--futures",
                "2",
                "--reaction",
                "reply",
                "--out",
                study.toString());
        assertThat(run.err()).isEmpty();
        Call json = muster("lab", "compare", study.toString(), "--json");
        assertThat(schema().validate(json.out(), InputFormat.JSON)).isEmpty();
        JsonNode tree = new ObjectMapper().readTree(json.out());
        assertThat(tree.get("coalitions").size()).isPositive();
        assertThat(tree.get("joins")).anyMatch(one -> one.get("threshold").isNumber());
        assertThat(tree.get("illustrative").toString()).contains("what 4 missions are worth to whom");
        Path page = temp.resolve("reply.html");
        Call text = muster("lab", "compare", study.toString(), "--html", page.toString());
        assertThat(text.out()).contains("Who stays out would come if").contains("Coalitions that enforce themselves");
        assertThat(Files.readString(page)).contains("Who stays out would come if", "How they were found");
        // each time that a mission comes it is told once how what holds was found
        assertThat(tree.get("settlements").size()).isPositive();
        Map<String, Double> told = new HashMap<>();
        tree.get("settlements")
                .forEach(one -> told.merge(
                        one.get("mission").asText(), one.at("/share/as-was").asDouble(), Double::sum));
        assertThat(told.values()).allSatisfy(share -> assertThat(share).isCloseTo(1, Offset.offset(1e-5)));
        assertThat(text.out()).contains("How they were found");
        Call show = muster("lab", "show", study.toString(), "--future", "1", "--reform", "as-was");
        assertThat(show.out()).contains("coalition holds and run");
        JsonNode steps = new ObjectMapper()
                .readTree(muster("lab", "show", study.toString(), "--future", "1", "--reform", "as-was", "--json")
                        .out())
                .get("steps");
        assertThat(steps).allMatch(step -> step.get("found").isTextual());
    }

    @ParameterizedTest
    @CsvSource({"2", "4"})
    void theSameStudyHasTheSameBytesWithAnyNumberOfWorkers(int workers) {
        assertThat(hashOf(run(temp.resolve("s"), "--workers", String.valueOf(workers))))
                .isEqualTo(hash);
    }

    /// A study that is killed at any moment, and then again, and goes on, with one, two or four workers, has the
    /// bytes of one that was not.
    @Test
    void aStudyThatIsKilledAndGoesOnHasTheSameBytes() throws Exception {
        Random random = new Random(5);
        Path study = temp.resolve("s");
        int kills = 0;
        for (int k = 0; k < 4; k++) {
            boolean begun = Files.exists(study.resolve("study.json"));
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.muster.cli.Muster",
                    "lab"));
            command.addAll(
                    begun
                            ? List.of("resume", study.toString())
                            : List.of(
                                    "run",
                                    WALES,
                                    "--reforms",
                                    REFORMS,
                                    "--futures",
                                    "20",
                                    "--seed",
                                    "1",
                                    "--out",
                                    study.toString()));
            command.addAll(List.of("--workers", String.valueOf(1 << k % 3)));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(300 + random.nextInt(2000), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                kills++;
            }
        }
        assertThat(kills).isPositive();
        Call end = Files.exists(study.resolve("study.json")) ? muster("lab", "resume", study.toString()) : run(study);
        assertThat(hashOf(end)).isEqualTo(hash);
    }

    @Test
    void aChunkWithOneFlippedByteIsNamedAndWorkedOutAgain() throws Exception {
        Path study = copied();
        Path chunk = study.resolve("runs/common-fund/000000.csv");
        byte[] bytes = Files.readAllBytes(chunk);
        bytes[bytes.length / 2] ^= 1;
        Files.write(chunk, bytes);
        Call check = muster("lab", "check", study.toString());
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains("runs/common-fund/000000.csv is missing or damaged");
        assertThat(muster("lab", "compare", study.toString()).code()).isEqualTo(2);
        Call resumed = muster("lab", "resume", study.toString());
        assertThat(resumed.out()).contains("1 chunk worked out, 4 were there");
        assertThat(hashOf(resumed)).isEqualTo(hash);
        assertThat(muster("lab", "check", study.toString()).code()).isZero();
    }

    @Test
    void aStudyGrowsAndKeepsItsRows() throws Exception {
        Path study = temp.resolve("s");
        muster("lab", "run", WALES, "--reforms", "as-was", "--futures", "3", "--out", study.toString());
        List<String> before = Files.readAllLines(study.resolve("runs/as-was/000000.csv"));
        Call grown = muster("lab", "extend", study.toString(), "--futures", "5");
        assertThat(grown.code()).isZero();
        List<String> after = Files.readAllLines(study.resolve("runs/as-was/000000.csv"));
        assertThat(after.subList(0, 4)).isEqualTo(before.subList(0, 4));
        assertThat(after).hasSize(7);
        muster(
                "lab",
                "run",
                WALES,
                "--reforms",
                "as-was",
                "--futures",
                "5",
                "--out",
                temp.resolve("t").toString());
        assertThat(after).isEqualTo(Files.readAllLines(temp.resolve("t/runs/as-was/000000.csv")));
        Call square = muster(
                "lab",
                "run",
                WALES,
                "--reforms",
                "as-was",
                "--futures",
                "3",
                "--design",
                "lhs",
                "--out",
                temp.resolve("l").toString());
        assertThat(square.code()).isZero();
        Call no = muster("lab", "extend", temp.resolve("l").toString(), "--futures", "9");
        assertThat(no.code()).isEqualTo(2);
        assertThat(no.err()).contains("a Latin hypercube of more futures has other slices");
    }

    @Test
    void comparisonIsJsonByItsSchema() throws IOException {
        Call call = muster("lab", "compare", study().toString(), "--json");
        assertThat(call.code()).isZero();
        assertThat(schema().validate(call.out(), InputFormat.JSON)).isEmpty();
        JsonNode root = new ObjectMapper().readTree(call.out());
        assertThat(root.at("/study/futures").asInt()).isEqualTo(20);
        assertThat(root.at("/reforms")).hasSize(4);
        // equal rows have no regret: a firm pledge changes no mission
        assertThat(root.at("/reforms/3/measures/failed/regretMax").asDouble())
                .isEqualTo(root.at("/reforms/0/measures/failed/regretMax").asDouble());
        for (JsonNode reform : root.at("/reforms")) {
            JsonNode measures = reform.get("measures");
            assertThat(measures.at("/ran/mean").asDouble()
                            + measures.at("/failed/mean").asDouble())
                    .isCloseTo(measures.at("/asked/mean").asDouble(), Offset.offset(1e-3));
        }
        assertThat(root.at("/hindcast/brier").isNumber()).isTrue();
        assertThat(root.at("/illustrative")).isNotEmpty();
    }

    @Test
    void comparisonIsTextCsvAndAPage() throws IOException {
        Call call = muster(
                "lab",
                "compare",
                study().toString(),
                "--plain",
                "--width",
                "100",
                "--csv",
                temp.resolve("c.csv").toString(),
                "--html",
                temp.resolve("c.html").toString());
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Who goes", "This is no forecast", "Invented (illustrative)", "Brier");
        List<String> csv = Files.readAllLines(temp.resolve("c.csv"));
        assertThat(csv).hasSize(1 + 4 * 18);
        assertThat(csv.getFirst()).endsWith(",money");
        assertThat(csv.stream().filter(line -> line.contains(",bill,")))
                .hasSize(4)
                .allMatch(line -> line.contains("mean: ") || line.contains("best plan: "));
        assertThat(csv.stream().filter(line -> line.contains(",failed,"))).allMatch(line -> line.endsWith(","));
        assertThat(Files.readString(study().resolve("datapackage.json"))).contains("; bills of ");
        assertThat(Files.readString(temp.resolve("c.html")))
                .contains("<h1>", "class=\"hindcast\"", "Brier", "What is invented", "</html>")
                .contains("misses a threshold in ", "class=\"strip\"", "id=\"surface\"", "id=\"run-", "class=\"joins\"")
                .doesNotContain("http-equiv=\"refresh\"");
        assertThat(muster("lab", "compare", study().toString(), "--measure", "bill")
                        .out())
                .contains("bill")
                .doesNotContain("pool units drawn");
        Call ignoring = muster("lab", "compare", study().toString(), "--epsilon", "failed=0.5,bill=1000000", "--json");
        assertThat(schema().validate(ignoring.out(), InputFormat.JSON)).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(ignoring.out())
                        .at("/epsilon/bill")
                        .asInt())
                .isEqualTo(1_000_000);
        Call wrong = muster("lab", "compare", study().toString(), "--epsilon", "fialed=1");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("no measure is called \"fialed\"");
        assertThat(muster("lab", "compare", study().toString(), "--require", "as-was")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void oneRunIsShownWithTheBytesOfItsRow() throws IOException {
        Call call = muster("lab", "show", study().toString(), "--future", "7", "--reform", "common-fund");
        assertThat(call.code()).isZero();
        String row = Files.readAllLines(study().resolve("runs/common-fund/000000.csv"))
                .get(8);
        assertThat(row).startsWith("7,");
        assertThat(call.out()).contains(row);
        Call json = muster("lab", "show", study().toString(), "--future", "7", "--reform", "common-fund", "--json");
        assertThat(new ObjectMapper().readTree(json.out()).get("row").asText()).isEqualTo(row);
    }

    @Test
    void aBoxIsFoundAndReportedOnFuturesThatItHasNotSeen() throws IOException {
        Call call =
                muster("lab", "discover", study().toString(), "--reform", "as-was", "--fails", "failed>4", "--json");
        assertThat(call.code()).isZero();
        JsonNode root = new ObjectMapper().readTree(call.out());
        assertThat(root.at("/trajectory").size()).isGreaterThan(1);
        assertThat(root.at("/heldOut/coverage").isNumber()).isTrue();
        assertThat(root.at("/rule").size()).isPositive();
        root.at("/rule")
                .forEach(bound -> assertThat(bound.at("/reproduced").asDouble()).isBetween(0.0, 1.0));
        assertThat(root.at("/leaves").size()).isGreaterThan(1);
        assertThat(root.at("/hindcast/brier").isNumber()).isTrue();
        Call text = muster("lab", "discover", study().toString(), "--reform", "as-was", "--fails", "failed>4");
        assertThat(text.out()).contains("of resampled", "The same futures split by a tree", "Told who went on");
        Call beaten = muster("lab", "discover", study().toString(), "--reform", "as-was", "--beaten-by", "common-fund");
        assertThat(beaten.code()).isZero();
    }

    @Test
    void whatMattersIsToldOnItsOwnDesigns() {
        for (String design : List.of("saltelli", "morris")) {
            Path study = temp.resolve(design);
            Call made = muster(
                    "lab",
                    "run",
                    WALES,
                    "--reforms",
                    "as-was",
                    "--futures",
                    "14",
                    "--design",
                    design,
                    "--out",
                    study.toString());
            assertThat(made.code()).isZero();
            Call call = muster("lab", "matters", study.toString(), "--measure", "failed");
            assertThat(call.code()).isZero();
            assertThat(call.out()).contains("crises", "larger-missions");
            assertThat(muster("lab", "matters", study.toString(), "--measure", "failed", "--json")
                            .out())
                    .contains("\"matters\"", "\"hindcast\"");
        }
        Call other = muster("lab", "matters", study().toString(), "--measure", "failed");
        assertThat(other.code()).isZero();
        assertThat(other.out()).contains("lie apart", "crises", "By chance");
        assertThat(muster("lab", "matters", study().toString(), "--measure", "failed", "--json")
                        .out())
                .contains("\"distance\"", "\"byChance\"", "\"hindcast\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--reforms as-wos|no reform is called \"as-wos\". Did you mean \"as-was\"? Known: as-was, ",
                "--reforms everything-at-once|no reform is called \"everything-at-once\". Known: as-was, ",
                "--reforms as-was --design hypercube|--design is",
                "--reforms as-was --reaction replay|--reaction is",
                "--reforms as-was --settle topp|--settle is",
                "--reforms as-was --futures 0|at least one future",
                "--reforms as-was --futures 20000000|more than 10,000,000 runs",
                "--reforms as-was,as-was|named twice",
                "--reforms as-was --workers 0|--workers is from 1 to 256"
            })
    void badInputGetsASentenceAndExitCode2(String flags, String sentence) {
        List<String> words = new ArrayList<>(
                List.of("lab", "run", WALES, "--out", temp.resolve("s").toString()));
        words.addAll(List.of(flags.split(" ", -1)));
        Call call = muster(words.toArray(String[]::new));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains(sentence).doesNotContain("..");
    }

    @Test
    void reformsThatContradictOneAnotherAreRefusedWithTheirPlaces() throws IOException {
        Path folder = temp.resolve("folder");
        copy(Path.of(WALES), folder);
        Files.writeString(
                folder.resolve("reforms/one-more.yaml"),
                "id: one-more\ntitle: One more\nchanges:\n- purchase:\n    c17-hours: 2\nstatus: illustrative\n");
        Call call = muster(
                "lab",
                "run",
                folder.toString(),
                "--reforms",
                "bigger-pool+one-more",
                "--out",
                temp.resolve("s").toString());
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains("reforms/bigger-pool.yaml:4:3 and reforms/one-more.yaml:4:3 set the ", " to two values");
    }

    /// What the machine refuses in the middle of a study leaves what is there, and it goes on.
    @Test
    void aStudyThatCannotBeWrittenEndsWith74AndGoesOn() throws IOException {
        Path study = copied();
        Path chunk = study.resolve("runs/common-fund/000000.csv");
        Files.delete(chunk);
        Files.createDirectories(chunk.resolve("in-the-way"));
        Call refused = muster("lab", "resume", study.toString());
        assertThat(refused.code()).isEqualTo(74);
        assertThat(refused.err()).startsWith("muster: cannot read or write: ");
        Files.delete(chunk.resolve("in-the-way"));
        Files.delete(chunk);
        assertThat(hashOf(muster("lab", "resume", study.toString()))).isEqualTo(hash);
    }

    @Test
    void aStudyOfAnotherFolderIsRefusedFieldByField() throws IOException {
        Path study = copied();
        Path manifest = study.resolve("study.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"seed\" : \"1\"", "\"seed\" : \"one\""));
        assertThat(muster("lab", "resume", study.toString()).err()).contains("was changed by hand");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"seed\" : \"one\"", "\"seed\" : \"1\"")
                        .replaceAll("\"jdk\" : \"[0-9]+\"", "\"jdk\" : \"17\""));
        Call other = muster("lab", "resume", study.toString());
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("jdk was \"17\" and is");
        Files.writeString(
                manifest, Files.readString(manifest).replaceFirst("\"version\" : \"[0-9]+\"", "\"version\" : \"1\""));
        Call older = muster("lab", "compare", study.toString());
        assertThat(older.code()).isEqualTo(2);
        assertThat(older.err()).contains("is of version 1");
        Call full = run(study);
        assertThat(full.code()).isEqualTo(2);
        assertThat(full.err()).contains("is not empty");
        assertThat(muster("lab", "compare", temp.resolve("nowhere").toString()).code())
                .isEqualTo(2);
    }
}
