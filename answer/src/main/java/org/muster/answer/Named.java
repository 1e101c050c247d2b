package org.muster.answer;

import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.Member;
import org.muster.alliance.mission.Mission;
import org.muster.input.Nearest;
import org.muster.input.Shown;

/// Finds what somebody names, or says in a sentence which there are. Sentences come without their full stop.
public final class Named {
    private Named() {}

    /// Why this is no member, with the member that is likely meant.
    public static String noMember(Alliance alliance, String word) {
        return "no member is called \"" + Shown.plain(word) + "\". "
                + memberMeant(alliance, word)
                        .map(code -> "Did you mean \"" + code + "\"? Known: ")
                        .orElse("Known: ")
                + String.join(", ", alliance.memberCodes());
    }

    /// The code of the member whose name, or nearly whose code or name, this is.
    public static Optional<String> memberMeant(Alliance alliance, String word) {
        List<Member> members = alliance.members();
        List<String> names = members.stream().map(Member::name).toList();
        return Nearest.among(word, alliance.memberCodes())
                .filter(code -> code.equalsIgnoreCase(word))
                .or(() -> Nearest.among(word, names)
                        .map(name -> members.get(names.indexOf(name)).code()))
                .or(() -> Nearest.among(word, alliance.memberCodes()));
    }

    /// The ids of the alliance's missions, in the order of the folder.
    public static List<String> missions(Alliance alliance) {
        return alliance.missions().stream().map(Mission::id).toList();
    }
}
