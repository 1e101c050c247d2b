package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A room over a copy of the fire services, for each test anew; what it says of mistakes of its own fails the test.
abstract class FireRoom {
    static final Path WILDFIRE = Path.of(System.getProperty("muster.root"), "examples/wildfire-pool");

    @TempDir
    Path temp;

    Path folder;
    PlanningRoom room;
    Client client;
    final StringWriter err = new StringWriter();
    private final boolean writes;

    FireRoom(boolean writes) {
        this.writes = writes;
    }

    @BeforeEach
    void open() throws IOException {
        folder = Folders.copyOf(WILDFIRE, temp.resolve("fires"));
        room = PlanningRoom.open(List.of(folder), List.of(), 0, writes, new PrintWriter(err));
        client = new Client(room.address());
    }

    @AfterEach
    void close() {
        room.close();
        assertThat(err.toString()).as("mistakes of the program").isEmpty();
    }

    String offers() throws IOException {
        return Files.readString(folder.resolve("offers.csv"));
    }
}
