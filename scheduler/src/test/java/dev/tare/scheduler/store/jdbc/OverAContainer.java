package dev.tare.scheduler.store.jdbc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A PostgreSQL in a container: a {@link JdbcStores} for the class's tests. The class is called
 * Container…, which is how CI counts that it ran.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("docker")
@ParameterizedClass(name = "{0}")
@MethodSource("dev.tare.scheduler.store.jdbc.JdbcStores#inAContainer")
public @interface OverAContainer {}
