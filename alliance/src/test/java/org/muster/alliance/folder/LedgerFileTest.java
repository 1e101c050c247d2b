package org.muster.alliance.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void oneImportAtATimeHasTheFolder() throws Exception {
        try (LedgerFile.Hold first = LedgerFile.hold(folder).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(LedgerFile.hold(folder)).isEmpty();
        }
        LedgerFile.hold(folder).orElseThrow().close();
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
}
