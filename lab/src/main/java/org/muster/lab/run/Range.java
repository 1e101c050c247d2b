package org.muster.lab.run;

/// From where to where a measure lies over the coalitions that enforce themselves and run, in the row's units.
///
/// @param low  the least
/// @param high the most
/// @param all  whether every way was looked at in which missions can settle; else it is at least so wide
public record Range(long low, long high, boolean all) {
    public Range {
        if (low > high) {
            throw new IllegalArgumentException(low + " above " + high);
        }
    }

    /// As it stands in a row: `10..20`, with `+` behind it where it is at least so wide.
    @Override
    public String toString() {
        return low + ".." + high + (all ? "" : "+");
    }

    /// What [#toString] wrote.
    public static Range parsed(String text) {
        boolean all = !text.endsWith("+");
        String both = all ? text : text.substring(0, text.length() - 1);
        int at = both.indexOf("..");
        return new Range(Long.parseLong(both.substring(0, at)), Long.parseLong(both.substring(at + 2)), all);
    }
}
