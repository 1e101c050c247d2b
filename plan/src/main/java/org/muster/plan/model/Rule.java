package org.muster.plan.model;

/// Something that limits a plan and that somebody could lift, in words of the domain.
///
/// @param id       unique in a mission, for example `caveat:deu-no-syria`
/// @param kind     what sort of rule it is
/// @param subject  whose it is: a member's code, a pool's id, a line's key, or the mission's id
/// @param sentence what it says, for people
public record Rule(String id, Kind kind, String subject, String sentence) {
    /// Sorts of rules.
    public enum Kind {
        /// A member's position on the mission.
        STANCE,
        /// A member's standing condition.
        POLICY,
        /// A member's limit on an offer.
        CAVEAT,
        /// Too few days between the decision and the line.
        NOTICE,
        /// The offer is not there on the days of the phase.
        AVAILABILITY,
        /// The offer is not firm, or no longer stands.
        STAGE,
        /// Fixed beforehand in the mission.
        PIN,
        /// The pool needs a collective mission.
        CONSENSUS,
        /// Who may draw on the pool, and how much.
        ACCESS,
        /// Whose crews the pool's asset needs.
        CREWS,
        /// All that the pool has.
        CAPACITY,
        /// All that is offered of a capability.
        SUPPLY,
        /// The mission's floor of legitimacy.
        FLOOR,
        /// Nobody takes part for show, and nothing is done by nobody. Cannot be lifted.
        BRINGS,
        /// The mission's lead.
        LEAD,
        /// A line of the mission.
        LINE
    }
}
