package dev.tare.scheduler.store.jdbc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both dialects here, and both kinds of sessions: a {@link JdbcStores} each for the class's tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@MethodSource("dev.tare.scheduler.store.jdbc.JdbcStores#ofEachKind")
public @interface OverEachDatabase {}
