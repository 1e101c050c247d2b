package org.muster.cli.plan;

import org.muster.plan.Plan;
import picocli.CommandLine.Option;

/// What exit code a plan's status has: a waived day after is not covered, and only who says so takes it for good.
public final class WaiverFlag {
    @Option(
            names = "--accept-waiver",
            description = "Exit with 0 also where the day after is not covered and a named authority has waived it.")
    private boolean accept;

    /// 0 where the plan is covered, or waived and that is accepted; else 1.
    public int exitCode(Plan plan) {
        return switch (plan.status()) {
            case COVERED -> 0;
            case WAIVED -> accept ? 0 : 1;
            case GAPS, REFUSED -> 1;
        };
    }
}
