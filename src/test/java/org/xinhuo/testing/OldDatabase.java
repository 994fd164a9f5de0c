package org.xinhuo.testing;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database as an earlier version of the application left it, to be brought up to a later one. */
public final class OldDatabase {

    private final DataSource source = new DriverManagerDataSource(TestPostgres.newDatabase(), "postgres", "");
    private final JavaMigration[] inJava;

    /** @param inJava the migrations in Java that it takes beside those in SQL */
    public OldDatabase(JavaMigration... inJava) {
        this.inJava = inJava;
    }

    /** @param version as Flyway's target: "239?" is the last one up to it, "latest" the newest */
    public OldDatabase migrate(String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(inJava)
                .target(version)
                .load()
                .migrate();
        return this;
    }

    /** Somebody of the department "Sales"; columns that came later stay empty. */
    public OldDatabase employee(String id) {
        jdbc().sql("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                        + " values (?, ?, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN')")
                .params(id, id)
                .update();
        return this;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(source);
    }

    /** The first column of what a query finds. */
    public List<String> texts(String query) {
        return jdbc().sql(query).query(String.class).list();
    }
}
