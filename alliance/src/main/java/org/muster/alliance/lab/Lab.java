package org.muster.alliance.lab;

import java.util.List;
import java.util.Optional;

/// Reforms and the futures in which they are tried: `futures.yaml` and `reforms/*.yaml` of a folder.
///
/// @param futures in what they are tried; empty where the folder says nothing
/// @param reforms in alphabetical order of their ids, none twice
public record Lab(Optional<Futures> futures, List<Reform> reforms) {
    /// Nothing is tried.
    public static final Lab NONE = new Lab(Optional.empty(), List.of());

    public Lab {
        reforms = List.copyOf(reforms);
    }

    /// The reform with this id.
    public Optional<Reform> reform(String id) {
        return reforms.stream().filter(reform -> reform.id().equals(id)).findFirst();
    }
}
