package app.carddesk.cases;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands out the numbers of cases. Two callers never get the same one; a case that fails leaves a gap or none. */
@Repository
class CaseNumbers {

    private final JdbcClient jdbc;

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of a year. The year's counter stays locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseNumber next(int year) {
        if (!advance(year)) {
            jdbc.sql("insert into case_counter (case_year, last_sequence) values (:year, 0) on conflict do nothing")
                    .param("year", year)
                    .update();
            if (!advance(year)) {
                throw new IllegalStateException("The case counter cannot be advanced");
            }
        }
        int sequence = jdbc.sql("select last_sequence from case_counter where case_year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
        return new CaseNumber(year, sequence);
    }

    private boolean advance(int year) {
        return jdbc.sql("update case_counter set last_sequence = last_sequence + 1 where case_year = :year")
                        .param("year", year)
                        .update()
                == 1;
    }
}
