package org.muster.web.job;

/// What became of a job at a moment.
///
/// @param number counts from 1 on, for each job by itself
/// @param kind   `state`, `begin` or `now`
/// @param words  the state, or what the job is at
public record Event(long number, String kind, String words) {}
