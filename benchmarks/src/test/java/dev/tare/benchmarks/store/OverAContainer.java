package dev.tare.benchmarks.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A PostgreSQL in a container: a {@link CopyingStores} for the class's tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("docker")
@ParameterizedClass(name = "{0}")
@MethodSource("dev.tare.benchmarks.store.CopyingStores#inAContainer")
public @interface OverAContainer {}
