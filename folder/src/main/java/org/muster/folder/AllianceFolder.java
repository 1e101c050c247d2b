package org.muster.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.lab.Lab;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.policy.Policy;
import org.muster.input.Findings;

/// Folder in, folder out.
public final class AllianceFolder {
    private AllianceFolder() {}

    /// Reads a folder.
    ///
    /// Never fails on what stands in it: every mistake comes back as a problem, all of them at once. Nothing is read
    /// beyond the stated limits (64 MB a table, 4 MB a YAML file, 250,000 rows, 1,000 missions).
    /// Time and memory are linear in the size of the files, apart from pairs of policies of one member.
    ///
    /// @param folder the folder that holds `alliance.yaml`
    /// @return       an alliance, or its problems by file, line and column
    public static Reading read(Path folder) {
        Findings findings = new Findings();
        return read(new FolderFiles(folder, findings), findings);
    }

    /// Reads a folder that is on no disk.
    ///
    /// @param texts the text of each file, by its path from the folder with forward slashes: `missions/flood.yaml`
    /// @return      an alliance, or its problems by file, line and column
    public static Reading read(Map<String, String> texts) {
        Findings findings = new Findings();
        return read(FolderFiles.ofTexts(texts, findings), findings);
    }

    /// Reads a folder as it would be with other texts in some of its files.
    ///
    /// @param changed the text of each file that is another, by its path from the folder with forward slashes
    /// @return        an alliance, or its problems by file, line and column
    public static Reading read(Path folder, Map<String, String> changed) {
        Findings findings = new Findings();
        return read(FolderFiles.changed(folder, changed, findings), findings);
    }

    private static Reading read(FolderFiles files, Findings findings) {
        if (!files.isFolder()) {
            return new Reading(Optional.empty(), findings.inOrder(), findings.warnings());
        }
        return read(new Documents(files, findings), findings);
    }

    /// What files say that are read already.
    static Reading read(Documents documents, Findings findings) {
        Alliance alliance = understand(documents, findings);
        return new Reading(
                findings.isEmpty() ? Optional.of(alliance) : Optional.empty(), findings.inOrder(), findings.warnings());
    }

    /// Writes a folder in its one normal form: reading it and writing it again gives the same bytes.
    ///
    /// Written beside its place under another name and then moved, so that it is there whole or not at all.
    ///
    /// @param folder must not be there, or be empty
    /// @throws IOException naming the folder, where it is not empty or cannot be written
    public static void write(Alliance alliance, Path folder) throws IOException {
        NewFolder.write(folder, FolderText.of(alliance));
    }

    /// Writes a small commented example to start from, in the same way.
    ///
    /// @param folder must not be there, or be empty
    /// @throws IOException naming the folder, where it is not empty or cannot be written
    public static void writeExample(Path folder) throws IOException {
        NewFolder.write(folder, StarterExample.files());
    }

    /// The texts of a folder's files in their normal form, by path: what a study says it rests on.
    public static Map<String, String> texts(Alliance alliance) {
        return Map.copyOf(FolderText.of(alliance));
    }

    private static Alliance understand(Documents documents, Findings findings) {
        Values values = new Values(findings);
        Known known = new Known(documents, findings);
        AllianceFile file = AllianceFile.read(documents, known, values);
        TableParts tables = new TableParts(documents, known, values);
        PoliciesFile policies = new PoliciesFile(documents, known, values);
        List<Mission> missions = new ArrayList<>();
        for (String mission : documents.missionFiles()) {
            documents
                    .document(mission)
                    .flatMap(tree -> new MissionFile(mission, known, values, file.currency()).read(tree))
                    .ifPresent(missions::add);
        }
        Contradictions contradictions = new Contradictions(policies.policies, findings);
        contradictions.report(known.missions.all());
        missions.forEach(mission -> contradictions.reportPins(mission, policies.stances));
        PledgesFile pledges = new PledgesFile(documents, known, values, file.currency());
        List<Policy> all =
                policies.policies.stream().map(PoliciesFile.Located::policy).toList();
        Alliance.Identity identity = new Alliance.Identity(
                file.id(), file.title(), file.description(), file.currency().getCurrencyCode(), file.attributions());
        Alliance.Agreements agreements = new Alliance.Agreements(
                file.keys(),
                file.defaultKey(),
                new SharingFile(known, values, file.currency(), missions).read(documents.document(Documents.SHARING)),
                pledges.pledges);
        Alliance.Supply supply = new Alliance.Supply(
                tables.capabilities(),
                tables.offers(file.currency()),
                tables.market(file.currency()),
                new PoolsFile(known, values, file.currency()).read(documents),
                policies.caveats);
        Alliance.Evidence evidence = new Alliance.Evidence(
                tables.vintages(),
                tables.figures(),
                pledges.standIns,
                tables.outside(),
                pledges.ledger(documents.table(TableSchema.LEDGER)));
        Alliance.People people = new Alliance.People(tables.members(), all, policies.stances, tables.participation());
        Alliance alliance =
                new Alliance(identity, agreements, people, evidence, supply, missions, Alliance.Proposals.NONE);
        new MissionTotals(alliance, findings).report();
        Alliance thinking = alliance.withInvestments(
                new InvestFile(known, values, file.currency(), alliance).read(documents.document(Documents.INVEST)));
        return thinking.withLab(new Lab(
                new FuturesFile(known, values, thinking).read(documents.document(Documents.FUTURES)),
                new ReformFiles(known, values, file.currency(), thinking).read(documents)));
    }
}
