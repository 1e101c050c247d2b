package org.muster.lab.run;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.mission.Mission;
import org.muster.alliance.mission.Phase;

/// Missions that are decided, paid or stretched in another way.
final class MissionOf {
    private MissionOf() {}

    static Mission with(Mission mission, Mission.Mode mode, Optional<Mission.CommonFund> fund, List<Phase> phases) {
        return new Mission(
                mission.heading(),
                new Mission.Decision(
                        mode, mission.mandates(), mission.priority(), mission.decidedOn(), mission.waiver()),
                phases,
                mission.company(),
                new Mission.Finance(mission.costs(), fund, mission.key()));
    }
}
