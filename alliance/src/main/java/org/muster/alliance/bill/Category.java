package org.muster.alliance.bill;

/// The categories that the planner writes; a mission's own fixed costs may use others.
public final class Category {
    /// Bringing units in and out.
    public static final String DEPLOYMENT = "deployment";
    /// Keeping units running.
    public static final String RUNNING = "running";
    /// Drawing on a pool.
    public static final String POOL_DRAW = "pool-draw";
    /// Compensation to owners that stay out for the entitlement that they released.
    public static final String COMPENSATION = "compensation";
    /// Charter from the market.
    public static final String CHARTER = "charter";

    private Category() {}
}
