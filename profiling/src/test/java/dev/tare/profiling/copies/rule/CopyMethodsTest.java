package dev.tare.profiling.copies.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyMethodsTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.Order#duplicate, com/acme/Order, duplicate, true",
    "com.acme.Order.duplicate, com/acme/Order, duplicate, true",
    "com.acme.Order#duplicate, com/acme/Order, duplicates, false",
    "com.acme.Order#duplicate, com/acme/OrderBook, duplicate, false",
    "com.acme.Order#duplicate, com/acme/Order$Line, duplicate, false",
    "com.acme.Order$Line#duplicate, com/acme/Order$Line, duplicate, true",
    "com.acme.*#to*, com/acme/deep/Order$Line, toWire, true",
    "com.acme.*#to*, com/acme/Order, goto, false",
    "*Mapper#map*, com/acme/OrderMapper, mapAll, true",
    "com.acme.Order#*, com/acme/Order, anything, true",
    "com.acme.Order#*, com/acme/Order, <init>, false",
    "com.acme.Order#new, com/acme/Order, <init>, true",
    "com.acme.Order#new, com/acme/Other, <init>, false",
    "com.acmexOrder#duplicate, com/acme/Order, duplicate, false"
  })
  void name_meansClassAndMethod(String name, String owner, String method, boolean meant) {
    Call call = new Call(false, owner, method, "()Lcom/acme/Order;");
    assertThat(CopyMethods.of(List.of("a.B#c", name)).contain(call)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "duplicate", "#duplicate", "com.acme.Order#", "a.B#c()", "a.B#c,d", "a B#c"})
  void whatNamesNoMethod_isRefused(String name) {
    assertThatThrownBy(() -> CopyMethods.of(List.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + name + "' names no method; give class and method");
  }

  @Test
  void noName_meansNothing() {
    Call call = new Call(false, "com/acme/Order", "duplicate", "()Lcom/acme/Order;");
    assertThat(CopyMethods.of(List.of()).contain(call)).isFalse();
  }

  @Test
  void namedMethod_isAnObjectCopyOutsideThePackagesToo() {
    CallRules rules =
        new CallRules(new Packages(List.of("com.acme")), List.of("org.lib.Bean#snapshot"));
    CopyRule rule = rules.match(new Call(false, "org/lib/Bean", "snapshot", "()Lorg/lib/Bean;"));
    assertThat(rule).isEqualTo(CopyRule.changedObject());
    assertThat(rules.match(new Call(false, "org/lib/Bean", "snapshot", "()V"))).isNull();
    assertThat(rules.match(new Call(false, "org/lib/Bean", "copy", "()Lorg/lib/Bean;")))
        .isNull();
  }
}
