package app.carddesk.replacements;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that are held until the transaction ends; in which order is told at {@link Replacements}. */
@Repository
class Held {

    private final JdbcClient jdbc;
    private final RequestRows rows;

    Held(JdbcClient jdbc, RequestRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Reads a request and holds its row. Always taken before the card's row. */
    Optional<ReplacementRequest> request(UUID id) {
        boolean there = jdbc.sql("select id from replacement_request where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
        return there ? rows.find(id) : Optional.empty();
    }

    /** The next number of a year; the counter's row is held, so numbers have no gaps. */
    RequestNumber nextNumber(int year) {
        jdbc.sql("""
                        insert into replacement_request_counter (counted_year, last_number) values (:year, 0)
                        on conflict do nothing""").param("year", year).update();
        jdbc.sql("update replacement_request_counter set last_number = last_number + 1 where counted_year = :year")
                .param("year", year)
                .update();
        int number = jdbc.sql("select last_number from replacement_request_counter where counted_year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
        return new RequestNumber(year, number);
    }

    /** Holds a customer, so that two requests at the same moment see each other. */
    void customer(UUID customer) {
        jdbc.sql("insert into replacement_customer (customer_id) values (:customer) on conflict do nothing")
                .param("customer", customer)
                .update();
        jdbc.sql("select customer_id from replacement_customer where customer_id = :customer for update")
                .param("customer", customer)
                .query(UUID.class)
                .single();
    }

    /** Holds whoever makes requests, so that two under one limit see each other. */
    void person(UUID person) {
        jdbc.sql("insert into replacement_person (person_id) values (:person) on conflict do nothing")
                .param("person", person)
                .update();
        jdbc.sql("select person_id from replacement_person where person_id = :person for update")
                .param("person", person)
                .query(UUID.class)
                .single();
    }
}
