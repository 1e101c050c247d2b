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

    private Solvers() {}

    /// Loads the solvers if that has not happened yet; their version.
    public static String load() {
        return Loaded.VERSION;
    }
}
