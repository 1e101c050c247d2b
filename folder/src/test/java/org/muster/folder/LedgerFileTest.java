package org.muster.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.LedgerEvent;
import org.muster.input.Problem;

class LedgerFileTest {
    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = temp.resolve("mine");
        AllianceFolder.writeExample(folder);
    }

    private Alliance alliance() {
        return AllianceFolder.read(folder).alliance().orElseThrow();
    }

    private Path events(String... rows) throws Exception {
        String header = Files.readAllLines(folder.resolve("ledger.csv")).getFirst();
        return Files.writeString(temp.resolve("events.csv"), header + "\n" + String.join("\n", rows) + "\n");
    }

    private static String row(String id, String giver) {
        return id + ",xp,promised," + giver + ",flood-fund,T,100,EUR,,,,2026-06-01,2026-06-01,,illustrative,s";
    }

    @Test
    void aBadFirstRowOfAPromiseTakesNoGoodOneWithIt() throws Exception {
        Incoming incoming =
                LedgerFile.read(events(row("x-1", "ARNN"), row("x-2", "ARN"), row("x-3", "ARN")), alliance());

        assertThat(incoming.events()).extracting(LedgerEvent::id).containsExactly("x-2", "x-3");
        assertThat(incoming.problems()).hasSize(1).first().asString().contains("ARNN");
    }

    @Test
    void anIdThatDiffersFromOneOfTheLedgerInCapitalLettersOnlyIsRefused() throws Exception {
        String taken = alliance().ledger().events().getFirst().id();
        Incoming incoming = LedgerFile.read(events(row(taken.toUpperCase(java.util.Locale.ROOT), "ARN")), alliance());

        assertThat(incoming.events()).isEmpty();
        assertThat(incoming.problems().getFirst().wrong()).contains("in capital letters only");
    }

    @Test
    void whatTheAuthorWroteInTheDataPackageStays() throws Exception {
        Alliance before = alliance();
        Path described = folder.resolve("datapackage.json");
        ObjectNode root = (ObjectNode) new ObjectMapper().readTree(described.toFile());
        root.putArray("licenses").addObject().put("name", "CC-BY-4.0");
        root.putArray("contributors").addObject().put("title", "Somebody");
        ArrayNode tables = root.withArray("resources");
        for (int i = tables.size() - 1; i >= 0; i--) {
            if (tables.get(i).path("name").asText().equals("ledger")) {
                tables.remove(i);
            }
        }
        Files.writeString(described, root.toString());
        Files.delete(folder.resolve("ledger.csv"));
        assertThat(AllianceFolder.read(folder).problems()).isEmpty();

        LedgerFile.write(before, folder);

        assertThat(Files.readString(described)).contains("CC-BY-4.0", "Somebody");
        assertThat(AllianceFolder.read(folder).problems()).isEmpty();
        assertThat(alliance().ledger()).isEqualTo(before.ledger());
    }

    @Test
    void aLedgerInADialectOfItsOwnStaysInIt() throws Exception {
        Alliance before = alliance();
        Path described = folder.resolve("datapackage.json");
        String said = Files.readString(described)
                .replace(
                        "\"path\" : \"ledger.csv\",",
                        "\"path\" : \"ledger.csv\", \"dialect\": {\"delimiter\": \";\"},");
        assertThat(said).isNotEqualTo(Files.readString(described));
        Files.writeString(described, said);

        LedgerFile.write(before, folder);

        assertThat(Files.readString(folder.resolve("ledger.csv"))).startsWith("id;promise;");
        assertThat(Files.readString(described)).contains("\"delimiter\"");
        assertThat(AllianceFolder.read(folder).problems()).isEmpty();
        assertThat(alliance().ledger()).isEqualTo(before.ledger());
    }

    @Test
    void oneImportAtATimeHasTheFolder() throws Exception {
        try (FolderHold first = FolderHold.take(folder).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(FolderHold.take(folder)).isEmpty();
        }
        FolderHold.take(folder).orElseThrow().close();
    }

    @Test
    void aDonorThatStandsTwiceIsAProblem() throws Exception {
        Path table = Files.writeString(
                temp.resolve("kiel.csv"),
                "iso3,commit_financial_eur_bn,alloc_financial_eur_bn,commit_humanitarian_eur_bn,"
                        + "alloc_humanitarian_eur_bn,commit_military_eur_bn,alloc_military_eur_bn\n"
                        + "ARN,1,1,,,,\nARN,1,1,,,,\n");
        Incoming incoming = KielTable.read(table, alliance(), "flood-fund", java.time.LocalDate.of(2026, 1, 1));

        assertThat(incoming.problems().stream().map(Problem::sentence))
                .containsExactly("kiel.csv:3:1: donor \"ARN\" stands here a second time, first at kiel.csv:2."
                        + " Keep one of the two rows.");
    }

    private static final String KIEL_COLUMNS = "commit_financial_eur_bn,alloc_financial_eur_bn,"
            + "commit_humanitarian_eur_bn,alloc_humanitarian_eur_bn,commit_military_eur_bn,alloc_military_eur_bn\n";

    private List<String> kiel(String table) throws Exception {
        Path file = Files.writeString(temp.resolve("kiel.csv"), table);
        Incoming incoming = KielTable.read(file, alliance(), "flood-fund", java.time.LocalDate.of(2026, 1, 1));
        return incoming.problems().stream().map(Problem::sentence).toList();
    }

    @Test
    void aTableOfSupportNeedsItsColumnsAlsoWhereNoDonorIsKnown() throws Exception {
        assertThat(kiel("iso,commit_financial_eur_bn\nXXX,1\n"))
                .hasSize(6)
                .contains("kiel.csv:1:1: there is no column iso3. Name a table of support by donor and kind.")
                .contains("kiel.csv:1:1: there is no column alloc_military_eur_bn."
                        + " Name a table of support by donor and kind.");
        assertThat(kiel("iso3," + KIEL_COLUMNS))
                .containsExactly("kiel.csv:1:1: the table has no rows. Name a table of support by donor and kind.");
        for (String table : new String[] {"iso3,iso3\nARN,1\n", "iso3,a\n\"ARN,1\n"}) {
            assertThat(kiel(table))
                    .containsExactly("kiel.csv:1:1: the table is not CSV with a column of each name."
                            + " Check its quotes, and that no column is there twice.");
        }
    }

    @Test
    void aRowOfSupportThatIsNoneIsAProblem() throws Exception {
        assertThat(kiel("iso3," + KIEL_COLUMNS + "ARN,1,1\nBRO,1e30,1e999999999,-1,٣,0.5,5.2e-05\n"))
                .containsExactly(
                        "kiel.csv:2:1: the row has 3 fields, the header 7."
                                + " Write every comma, also where fields are empty.",
                        "kiel.csv:3:2: commit_financial_eur_bn is 1e30 billion, more than the limit of 10000.00000000000."
                                + " Check its unit: the column is in billions of euros.",
                        "kiel.csv:3:3: alloc_financial_eur_bn is \"1e999999999\", not a number from 0 up."
                                + " Write billions of euros in digits, with a point before decimals.",
                        "kiel.csv:3:4: commit_humanitarian_eur_bn is \"-1\", not a number from 0 up."
                                + " Write billions of euros in digits, with a point before decimals.",
                        "kiel.csv:3:5: alloc_humanitarian_eur_bn is \"٣\", not a number from 0 up."
                                + " Write billions of euros in digits, with a point before decimals.");
    }

    @Test
    void importedEventsCountTowardsTheLimitOfTheWholeLedger() throws Exception {
        String header = Files.readAllLines(folder.resolve("ledger.csv")).getFirst();
        StringBuilder rows = new StringBuilder(header + "\n");
        for (int i = 0; i < 10; i++) {
            rows.append("big-" + i + ",big-" + i + ",promised,ARN,flood-fund,Much,9000000000000,USD,1000000,2026-01-01,"
                    + "a bank,2026-01-01,2026-01-01,,illustrative,\n");
        }
        Incoming incoming = LedgerFile.read(Files.writeString(temp.resolve("more.csv"), rows), alliance());

        assertThat(incoming.problems().stream().map(Problem::sentence))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("more.csv:1:1: all events together move ")
                .contains(" EUR, more than the limit of 92000000000000000.00. ");
    }
}
