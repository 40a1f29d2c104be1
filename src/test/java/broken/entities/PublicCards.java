package broken.entities;

import org.springframework.jdbc.core.simple.JdbcClient;

public class PublicCards {

    private final JdbcClient jdbc;

    PublicCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count() {
        return jdbc.sql("select count(*) from card").query(Integer.class).single();
    }
}
