package org.xinhuo.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Starts PostgreSQL in the data directory unless {@code spring.datasource.url} names a database. The data source takes
 * its address from here, so it is made after the database runs and closed before the database stops.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoDatabaseConfigured.class)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    LocalPostgres localPostgres(@Value("${xinhuo.data-directory:data}") String dataDirectory) {
        return LocalPostgres.start(directory(dataDirectory));
    }

    @Bean
    JdbcConnectionDetails localPostgresConnection(LocalPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return postgres.user();
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }
        };
    }

    private static Path directory(String name) {
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException notOfThisLocale) {
            throw new DatabaseUnavailable(
                    "The data directory \"" + name + "\" cannot be named in this system's language settings.",
                    "Use a UTF-8 locale (LC_ALL=C.UTF-8), or another --xinhuo.data-directory.",
                    notOfThisLocale);
        }
    }

    static class NoDatabaseConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"))
                    && !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.jndi-name"));
        }
    }
}
