package dev.tare.profiling.known.copies;

import static dev.tare.profiling.copies.CopyKind.STRING;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A character is 1 byte in a string of Latin-1 characters alone, otherwise 2; in an array 2. */
@SuppressWarnings({"UnnecessaryStringBuilder", "ReferenceEquality", "StringCaseLocaleUsage"})
public class StringCopies {
  private String latin = "abcdefghij";
  private String greek = "αβγ";
  private final char[] chars = {'a', 'b', 'c', 'd'};
  private final byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
  private int number = 12345;
  private int start;
  private final String key = "two";
  private final Object unknown = new StringBuilder("xyz");

  record Named(String name) {}

  /** 5 · 1. */
  @Copied(kind = STRING, copies = 1, bytes = 5)
  public Object substring() {
    return latin.substring(2, 7);
  }

  /** 2 · 2. */
  @Copied(kind = STRING, copies = 1, bytes = 4)
  public Object substringOfGreek() {
    return greek.substring(1);
  }

  /** The same string, twice. */
  @Copied
  public Object wholeSubstring() {
    return latin.substring(start) == latin.substring(0, 10) ? latin : greek;
  }

  /** The empty string is shared. */
  @Copied
  public Object emptySubstring() {
    return latin.substring(10);
  }

  /** 3 · 1. */
  @Copied(kind = STRING, copies = 1, bytes = 3)
  public Object subSequence() {
    return latin.subSequence(0, 3);
  }

  /** 10 + 3 = 13 characters, some of them Greek: 13 · 2 = 26. */
  @Copied(kind = STRING, copies = 1, bytes = 26)
  public Object concatenation() {
    return latin + greek;
  }

  /** 10 + 5 digits + 1 = 16. */
  @Copied(kind = STRING, copies = 1, bytes = 16)
  public Object concatenationOfNumberAndConstant() {
    return latin + '=' + number;
  }

  /** A constant, folded by the compiler. */
  @Copied
  public Object constant() {
    return "a" + "b" + 1;
  }

  /** 10 + 1 = 11; the second time there is nothing to add. */
  @Copied(kind = STRING, copies = 1, bytes = 11)
  public Object concat() {
    return latin.concat("k").length() > 10 ? latin.concat("") : latin;
  }

  /** The builder's 10 + 5 = 15, when it is asked for its string. */
  @Copied(kind = STRING, copies = 1, bytes = 15)
  public Object builder() {
    return new StringBuilder().append(latin).append(number).toString();
  }

  /** A writer's three. */
  @Copied(kind = STRING, copies = 1, bytes = 3)
  public Object writer() {
    StringWriter writer = new StringWriter();
    writer.write("abc");
    return writer.toString();
  }

  /** Not known for a builder where the code does not say so. */
  @Copied
  public Object toStringOfAnObject() {
    return unknown.toString();
  }

  /** 3 · 1. */
  @Copied(kind = STRING, copies = 1, bytes = 3)
  public Object ofBytes() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Four characters become 4 bytes. */
  @Copied(kind = STRING, copies = 1, bytes = 4)
  public Object ofChars() {
    return new String(chars);
  }

  /** Both strings keep one array. */
  @Copied
  public Object ofString() {
    return new String(latin);
  }

  /** 2 · 1. */
  @Copied(kind = STRING, copies = 1, bytes = 2)
  public Object valueOfChars() {
    return String.valueOf(chars, 1, 2);
  }

  /** A number is written, no string is copied. */
  @Copied
  public Object valueOfNumber() {
    return String.valueOf(number);
  }

  /** Three Greek letters of 2 bytes each in UTF-8 too. */
  @Copied(kind = STRING, copies = 1, bytes = 6)
  public Object getBytes() {
    return greek.getBytes(StandardCharsets.UTF_8);
  }

  /** 10 · 2. */
  @Copied(kind = STRING, copies = 1, bytes = 20)
  public Object toCharArray() {
    return latin.toCharArray();
  }

  /** 3 · 2. */
  @Copied(kind = STRING, copies = 1, bytes = 6)
  public Object getChars() {
    char[] target = new char[4];
    latin.getChars(2, 5, target, 1);
    return target;
  }

  /** Nothing to trim, strip, replace or lower. */
  @Copied
  public Object unchanged() {
    String same = latin.trim().strip().replace('x', 'y').replace("xy", "z");
    return same.toLowerCase(Locale.ROOT).repeat(1).stripLeading().stripTrailing();
  }

  /** Upper case 10, two thirds replaced 10, repeated 20. */
  @Copied(kind = STRING, copies = 3, bytes = 40)
  public Object changed() {
    return latin.toUpperCase(Locale.ROOT).replace('A', 'X').repeat(2);
  }

  /** {@code a,b}: 3. */
  @Copied(kind = STRING, copies = 1, bytes = 3)
  public Object join() {
    return String.join(",", "a", "b");
  }

  /** Hash codes and comparisons alone. */
  @Copied
  public Object switchOnStrings() {
    return switch (key) {
      case "one" -> chars;
      case "two" -> bytes;
      default -> latin;
    };
  }

  /** By a reference to a method of the JDK: {@code a} of {@code " a "}. */
  @Copied(kind = STRING, copies = 1, bytes = 1)
  public Object methodReference() {
    UnaryOperator<String> trimmer = String::trim;
    return trimmer.apply(" a ");
  }

  /** In a lambda, which is a method like any: 10 + 1. */
  @Copied(kind = STRING, copies = 1, bytes = 11)
  public Object lambda() {
    UnaryOperator<String> tail = text -> text + '!';
    return tail.apply(latin);
  }

  /** A record and its accessor copy nothing. */
  @Copied
  public Object recordOfIt() {
    return new Named(latin).name();
  }
}
