package org.muster.alliance.offer;

import java.util.Objects;

/// What can be asked for and offered.
///
/// @param code its code, for example `tanker-hours`
/// @param name what people call it
/// @param unit its unit: `flight hours`, `aircraft`, `persons`, `teams`
public record Capability(String code, String name, String unit) {
    public Capability {
        Objects.requireNonNull(code);
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
    }
}
