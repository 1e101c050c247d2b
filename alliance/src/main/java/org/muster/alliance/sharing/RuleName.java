package org.muster.alliance.sharing;

import java.util.Locale;

/// The names of the rules that come with Muster; what each does is the business of those who share.
public enum RuleName {
    LIE_WHERE_THEY_FALL,
    EQUAL,
    AGREED_KEY,
    AGREED_KEY_BY_VINTAGE,
    INCOME,
    INCOME_PARTICIPANTS,
    CAPACITY,
    PEACEKEEPING,
    BENEFIT,
    COMMON_FUND_FIRST,
    ENTITLEMENT,
    ENTITLEMENT_RELEASED,
    OPT_OUT,
    IN_KIND_CREDIT,
    PROPORTIONAL,
    EQUAL_AWARDS,
    EQUAL_LOSSES,
    TALMUD,
    SERIAL,
    SCRB,
    ENSC,
    SHAPLEY,
    NUCLEOLUS,
    PER_CAPITA_NUCLEOLUS,
    BENEFIT_SHAPLEY,
    BENEFIT_NUCLEOLUS,
    BENEFIT_PER_CAPITA_NUCLEOLUS;

    /// The name in files and commands, for example `common-fund-first`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
