package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.input.Problem;

/// Rows of other programs' tables, into a real folder.
class TableImportTest {
    private static final String OFFERS = "offers.csv";

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = temporary.resolve("towns");
        AllianceFolder.writeExample(folder);
    }

    private TableImport of(String file, String text, String table) {
        return of(file, text.getBytes(StandardCharsets.UTF_8), table, Conventions.UNTOLD);
    }

    private TableImport of(String file, byte[] bytes, String table, Conventions told) {
        return TableImport.of(folder, file, bytes, Optional.of(table).filter(name -> !name.isEmpty()), told);
    }

    private static List<String> sentences(TableImport asked) {
        return asked.problems().stream().map(Problem::sentence).toList();
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    private List<String> offers() throws IOException {
        return Files.readAllLines(folder.resolve(OFFERS));
    }

    static Stream<Path> examples() {
        return Stream.of("wales-2014", "wildfire-pool").map(ExamplesTest::example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aWorkbookThatWasExportedChangesNothing(Path example) {
        TableImport asked = TableImport.of(
                example, "tables.xlsx", TableExport.workbook(example), Optional.empty(), Conventions.UNTOLD);

        assertThat(sentences(asked)).isEmpty();
        assertThat(asked.changes()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.changes()).isFalse();
            assertThat(change.kept()).isZero();
            assertThat(change.unchanged()).isPositive();
        });
    }

    @Test
    void aFolderOnNoDiskIsReadLikeOneOnADisk() throws IOException {
        Map<String, String> texts = texts(folder);

        assertThat(AllianceFolder.read(texts)).isEqualTo(AllianceFolder.read(folder));

        texts.put("missions/none.yaml", "id: [");
        texts.remove("members.csv");
        assertThat(AllianceFolder.read(texts).problems())
                .extracting(problem -> problem.place().file())
                .contains("missions/none.yaml", "members.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "';', ',', 'UTF-8', 'd.m.y', 'fields separated by semicolons; numbers with a decimal comma; days with the day first'",
        "'\t', '.', 'UTF-16LE', 'm/d/y', 'texts in UTF-16LE; fields separated by tabs; days with the month first'",
        "',', '.', 'UTF-8', 'y-m-d', ''"
    })
    void whatAProgramOfAnyLanguageWritesIsTheSame(
            String delimiter, String decimal, String encoding, String days, String said) throws IOException {
        String text = OfficeTable.of(offers(), delimiter, decimal, days);
        byte[] bytes = ("\uFEFF" + text).getBytes(Charset.forName(encoding));

        TableImport asked = of("from the office.csv", bytes, "offers", Conventions.UNTOLD);

        assertThat(sentences(asked)).isEmpty();
        assertThat(asked.changes()).singleElement().satisfies(change -> {
            assertThat(change.changes()).isFalse();
            assertThat(String.join("; ", change.readAs())).isEqualTo(said);
        });
    }

    @Test
    void rowsAreChangedAndAddedAndOthersStay() throws IOException {
        List<String> before = offers();
        String[] changed = before.get(1).split(",", -1);
        String id = changed[0];

        TableImport asked = of(OFFERS, "quantity,ID\n7," + id + "\n", "");
        assertThat(sentences(asked)).isEmpty();
        assertThat(asked.changes())
                .containsExactly(new TableImport.Change("offers", OFFERS, List.of(), 0, 1, 0, before.size() - 2));
        assertThat(offers()).isEqualTo(before);

        asked.write();
        assertThat(offers()).hasSameSizeAs(before);
        assertThat(offers().get(1))
                .isNotEqualTo(before.get(1))
                .startsWith(id + ",")
                .contains(",7,");
        assertThat(offers().subList(2, before.size())).isEqualTo(before.subList(2, before.size()));
        assertThat(AllianceFolder.read(folder).problems()).isEmpty();
    }

    @Test
    void aTableThatIsNewIsDescribed() throws IOException {
        Files.delete(folder.resolve("market.csv"));
        assertThat(AllianceFolder.read(folder).problems()).isNotEmpty();
        AllianceFolder.writeExample(temporary.resolve("other"));
        String market = Files.readString(temporary.resolve("other/market.csv"));

        TableImport asked = of("market.csv", market, "");
        assertThat(sentences(asked)).isEmpty();
        asked.write();

        assertThat(AllianceFolder.read(folder).problems()).isEmpty();
    }

    @Test
    void everyMistakeHasItsPlaceInTheFileThatCameIn() throws IOException {
        Map<String, String> before = texts(folder);
        String id = offers().get(1).split(",", -1)[0];

        TableImport asked =
                of("o.csv", "id;quantity;member\n" + id + ";x;ARN\nnew;1;ARNN\n" + id + ";2;ARN\n", "offers");

        assertThat(sentences(asked))
                .anySatisfy(s -> assertThat(s).startsWith("o.csv:2:2: quantity is \"x\", not a number"))
                .anySatisfy(s -> assertThat(s).startsWith("o.csv:3:3: member is \"ARNN\""))
                .anySatisfy(s -> assertThat(s)
                        .startsWith("o.csv:4:1: id \"" + id + "\" stands here a second time, first at line 2"));
        assertThat(texts(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "offers|'id,quantity\n'|",
                "nothing|'id\na\n'|o.csv:1:1: there is no table \"nothing\" to import into. ",
                "ledger|'id\na\n'|o.csv:1:1: there is no table \"ledger\" to import into. Events of a ledger come in by",
                "''|'id\na\n'|o.csv:1:1: it is not said which table this is. Name the table: one of members,",
                "offers|''|o.csv:1:1: there is nothing in it. The first line names columns: id, member,",
                "offers|'id,quantiti\na,1\n'|o.csv:1:2: offers.csv has no column \"quantiti\". Did you mean \"quantity\"?",
                "offers|'quantity\n1\n'|o.csv:1:1: there is no column \"id\", which says what a row is about. Add it",
                "offers|'id,id\na,b\n'|o.csv:1:2: column \"id\" stands here a second time. Remove one of the two.",
                "offers|'id;deployment_cost\na;1,234\n'|o.csv:2:2: deployment_cost is \"1,234\", which can be 1234 or 1.234."
                        + " Say which: --decimal point, or --decimal comma.",
                "offers|'id,available_from\na,5/9/2014\n'|o.csv:2:2: available_from is \"5/9/2014\", which can be 2014-09-05"
                        + " or 2014-05-09. Say which: --dates day-first, or --dates month-first."
            })
    void badInputHasItsSentence(String table, String text, @Nullable String sentence) {
        TableImport asked = of("o.csv", text, table);

        if (sentence == null) {
            assertThat(sentences(asked)).isEmpty();
        } else {
            assertThat(sentences(asked)).anySatisfy(s -> assertThat(s).startsWith(sentence));
        }
    }

    @Test
    void whatCanBeReadInTwoWaysIsReadAsItIsTold() {
        byte[] text = "id,deployment_cost,available_from\na,\"1,234\",5/9/2014\n".getBytes(StandardCharsets.UTF_8);

        assertThat(sentences(of(
                        "o.csv",
                        text,
                        "offers",
                        new Conventions(
                                Optional.of(Conventions.Decimals.POINT), Optional.of(Conventions.Order.MONTH_FIRST)))))
                .noneMatch(s -> s.contains("which can be"));
    }

    @Test
    void aTableOfItsOwnDialectIsReadAndStaysInIt() throws IOException {
        AllianceFolder.writeExample(temporary.resolve("plain"));
        String office = OfficeTable.of(offers(), ";", ",", "d.m.y");
        Files.write(folder.resolve(OFFERS), office.getBytes(Charset.forName("windows-1252")));
        Path described = folder.resolve("datapackage.json");
        String said = OfficeTable.described(Files.readString(described));
        Files.writeString(described, said);

        assertThat(AllianceFolder.read(folder).problems()).isEmpty();
        assertThat(AllianceFolder.read(folder).alliance())
                .isEqualTo(AllianceFolder.read(temporary.resolve("plain")).alliance());

        String id = offers().get(1).split(";", -1)[0];
        TableImport asked = of("o.csv", "id,deployment_cost\n" + id + ",12.50\n", "offers");
        assertThat(sentences(asked)).isEmpty();
        asked.write();
        String after = new String(Files.readAllBytes(folder.resolve(OFFERS)), Charset.forName("windows-1252"));
        assertThat(after.lines().skip(1).findFirst().orElseThrow()).contains(";12,50;");
        assertThat(Files.readString(described)).isEqualTo(said);
        assertThat(AllianceFolder.read(folder).problems()).isEmpty();
    }

    @Test
    void aFolderWithOtherProblemsTakesRowsAllTheSame() throws IOException {
        Path mission =
                Files.list(folder.resolve("missions")).sorted().findFirst().orElseThrow();
        Files.writeString(mission, Files.readString(mission) + "nonsense: 1\n");
        List<String> before = new ArrayList<>(sentencesOf(folder));
        String id = offers().get(1).split(",", -1)[0];

        TableImport asked = of(OFFERS, "id,quantity\n" + id + ",9\n", "");

        assertThat(sentences(asked)).isEmpty();
        asked.write();
        assertThat(sentencesOf(folder)).isEqualTo(before).isNotEmpty();
    }

    private static List<String> sentencesOf(Path folder) {
        return AllianceFolder.read(folder).problems().stream()
                .map(Problem::sentence)
                .toList();
    }
}
