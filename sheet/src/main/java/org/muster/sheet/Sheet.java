package org.muster.sheet;

import java.util.List;
import java.util.Optional;

/// A table as somebody's program wrote it.
///
/// @param file   the name of its file
/// @param name   the name of the sheet; empty in a file that is one table
/// @param lines  its lines from the header on; lines in which nothing stands are left out
/// @param readAs how it was read, in words: what was found out and not told
public record Sheet(String file, Optional<String> name, List<Line> lines, List<String> readAs) {
    /// One line.
    ///
    /// @param number its number in the file or sheet, from 1
    /// @param cells  from the first column on
    public record Line(int number, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /// The cell of a column, from 0; empty where the line ends before it.
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }
    }

    public Sheet {
        lines = List.copyOf(lines);
        readAs = List.copyOf(readAs);
    }

    /// Where it stands, for messages: the file, and the sheet in a workbook.
    public String place() {
        return name.map(sheet -> file + "[" + sheet + "]").orElse(file);
    }
}
