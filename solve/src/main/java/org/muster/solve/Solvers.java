package org.muster.solve;

import com.google.ortools.Loader;
import com.google.ortools.init.OrToolsVersion;

/// Loads the native solvers once, and only when one is needed: the load takes most of a second.
public final class Solvers {
    private static final class Loaded {
        static final String VERSION = load();

        private static String load() {
            Loader.loadNativeLibraries();
            return OrToolsVersion.getVersionString();
        }
    }

    /// What SCIP has to be told, or it takes Ctrl-C from the JVM, which then cannot give the best so far.
    public static final String SCIP_LEAVES_CTRL_C = "misc/catchctrlc = FALSE";

    private Solvers() {}

    /// Loads the solvers if that has not happened yet; their version.
    public static String load() {
        return Loaded.VERSION;
    }
}
