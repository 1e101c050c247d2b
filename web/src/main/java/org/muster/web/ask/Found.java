package org.muster.web.ask;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.answer.Named;
import org.muster.input.Nearest;
import org.muster.input.Shown;
import org.muster.web.http.Ask;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.job.Job;
import org.muster.web.job.Jobs;
import org.muster.web.shelf.Held;
import org.muster.web.shelf.Shelf;

/// Finds what the path of an address names, or says which there are.
public final class Found {
    private Found() {}

    /// The folder that the address names.
    ///
    /// @throws Fault where it is not served
    public static Held held(Shelf shelf, Ask ask) {
        String id = ask.named("alliance");
        return shelf.find(id)
                .orElseThrow(() -> new Fault(
                        Code.NOT_KNOWN,
                        "alliance \"" + Shown.plain(id) + "\" is not served. " + Nearest.advice(id, shelf.ids())));
    }

    /// The mission of this id.
    ///
    /// @throws Fault where there is none
    public static Mission mission(Held held, String id) {
        return held.alliance().mission(id).orElseThrow(() -> {
            List<String> known = Named.missions(held.alliance());
            return new Fault(
                    Code.NOT_KNOWN,
                    "mission \"" + Shown.plain(id) + "\" is not known in " + held.id() + ". "
                            + (known.isEmpty() ? "There is none" : Nearest.advice(id, known)));
        });
    }

    /// The member that the address names.
    ///
    /// @throws Fault where there is none
    public static Member member(Held held, Ask ask) {
        String code = ask.named("member");
        Optional<Member> member = held.alliance().member(code);
        return member.orElseThrow(() -> new Fault(Code.NOT_KNOWN, Named.noMember(held.alliance(), code)));
    }

    /// The job that the address names.
    ///
    /// @throws Fault where there is none any more
    public static Job job(Jobs jobs, Ask ask) {
        String id = ask.named("job");
        return jobs.numbered(id)
                .orElseThrow(() -> new Fault(
                        Code.NOT_KNOWN,
                        "there is no job \"" + Shown.plain(id)
                                + "\" (any more). Ask the question again where its answer is shown"));
    }
}
