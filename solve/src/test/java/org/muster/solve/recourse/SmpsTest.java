package org.muster.solve.recourse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.solve.Deadline;

class SmpsTest {
    private static final String CORE = """
            NAME          small
            ROWS
             N  cost
             L  room
             G  asked
             L  most
            COLUMNS
                m1        'MARKER'      'INTORG'
                hold      cost          3.0   room      1.0
                hold      asked         2.0
                m2        'MARKER'      'INTEND'
                hire      cost          7.0   asked     1.0
                hire      most          1.0
            RHS
                side      room          4.0   most      9.0
            BOUNDS
             UP limit     hold          4
            ENDATA
            """;
    private static final String TIME = """
            TIME          small
            PERIODS
                hold      room          NOW
                hire      asked         THEN
            ENDATA
            """;

    private static final String INDEPENDENT = """
            STOCH         small
            INDEP         DISCRETE
                side      asked         2.0   THEN      0.5
                side      asked         6.0   THEN      0.5
            ENDATA
            """;

    private static final String BLOCKS = """
            STOCH         small
            BLOCKS        DISCRETE
             BL ONE       THEN          0.5
                side      asked         2.0
             BL ONE       THEN          0.5
                side      asked         6.0
            ENDATA
            """;

    private static final String SCENARIOS = """
            STOCH         small
            SCENARIOS     DISCRETE
             SC low       'ROOT'        0.5   THEN
                side      asked         2.0
             SC high      'ROOT'        0.5   THEN
                side      asked         6.0
            ENDATA
            """;

    /// Three ways to write the same futures: 3 a unit held brings 2, and hiring the rest costs 7 a unit.
    @Test
    void waysToWriteTheSame() {
        for (String stoch : List.of(INDEPENDENT, BLOCKS, SCENARIOS)) {
            TwoStage program = Smps.read(CORE, TIME, stoch);
            Recourse.Answer answer = Recourse.solve(program, Deadline.in(60)).orElseThrow();
            assertThat(program.futures().count()).isEqualTo(2);
            assertThat(answer.first()).containsExactly(3.0);
            assertThat(answer.value()).isCloseTo(9, within(1e-9));
        }
    }

    @Test
    void aFutureThatChangesACoefficient() {
        TwoStage program = Smps.read(CORE, TIME, """
                STOCH         small
                SCENARIOS     DISCRETE
                 SC low       'ROOT'        0.5   THEN
                    side      asked         6.0
                 SC high      'ROOT'        0.5   THEN
                    side      asked         6.0
                    hold      asked         1.0
                ENDATA
                """);

        Recourse.Answer answer = Recourse.solve(program, Deadline.in(60)).orElseThrow();
        // 4 held: 12, and then nothing or 2 hired; 3 held: 9, and nothing or 3.
        assertThat(answer.first()).containsExactly(4.0);
        assertThat(answer.value()).isCloseTo(19, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "'RHS\n', 'RANGES\n', 'core file, line 15: section RANGES is not read'",
        "' UP limit', ' XX limit', 'core file, line 17: a bound of kind XX'",
        "'3.0   room ', '3.0   rooms', 'core file, line 9: there is no row rooms'",
        "'7.0   asked', 'dear  asked', 'core file, line 12: a number is expected'"
    })
    void whatIsNotReadIsSaidWithItsLine(String was, String is, String said) {
        assertThatThrownBy(() -> Smps.read(CORE.replace(was, is), TIME, INDEPENDENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(said);
    }

    @Test
    void otherStochasticsAreRefused() {
        assertThatThrownBy(() -> Smps.read(CORE, TIME, INDEPENDENT.replace("DISCRETE", "NORMAL")))
                .hasMessage("stochastics file, line 3: only discrete distributions are read");
        assertThatThrownBy(() -> Smps.read(CORE, TIME, SCENARIOS.replace("SC high      'ROOT'", "SC high      low")))
                .hasMessage("stochastics file, line 5: a scenario that branches from another");
        assertThatThrownBy(() -> Smps.read(CORE, TIME.replace("    hire      asked         THEN\n", ""), INDEPENDENT))
                .hasMessage("time file, line 4: 1 periods, not two");
    }
}
