package dev.tare.profiling.known.copies;

import static dev.tare.profiling.copies.CopyKind.COLLECTION;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An element is a reference, an entry of a map two. */
public class CollectionCopies {
  private final List<String> three = new ArrayList<>(List.of("a", "b", "c"));
  private final List<String> immutable = List.of("a", "b");
  private final Map<String, String> two = new HashMap<>(Map.of("a", "1", "b", "2"));
  private final Set<String> nothing = new HashSet<>();

  /** A list of the program's own. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Names(Collection<String> names) {
      super(names);
    }
  }

  /** Three each. */
  @Copied(kind = COLLECTION, copies = 3, references = 9)
  public Object copyConstructors() {
    return List.of(new ArrayList<>(three), new ArrayDeque<>(three), new HashSet<>(three));
  }

  /** Two entries each: 3 · 2 · 2 = 12. */
  @Copied(kind = COLLECTION, copies = 3, references = 12)
  public Object copyConstructorsOfMaps() {
    return List.of(new HashMap<>(two), new TreeMap<>(two), new ConcurrentHashMap<>(two));
  }

  /** Of what a set keeps: {@code a}, {@code b}. */
  @Copied(kind = COLLECTION, copies = 1, references = 2)
  public Object copyConstructorThatDropsEqualOnes() {
    return new HashSet<>(REPEATED);
  }

  private static final List<String> REPEATED = Arrays.asList("a", "b", "a");

  /** By a constructor of the superclass: what the source has. */
  @Copied(kind = COLLECTION, copies = 1, references = 3)
  public Object copyConstructorOfASubclass() {
    return new Names(three);
  }

  /** Nothing is moved. */
  @Copied
  public Object copiesOfNothing() {
    List<String> copy = new ArrayList<>(nothing);
    copy.addAll(nothing);
    return copy.toArray();
  }

  /** With a size, a comparator or nothing, a constructor copies nothing. */
  @Copied
  public Object otherConstructors() {
    return List.of(new ArrayList<>(10), new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
  }

  /** Three, two more at the front, two of an array. */
  @Copied(kind = COLLECTION, copies = 3, references = 7)
  public Object addAll() {
    List<String> target = new ArrayList<>();
    target.addAll(three);
    target.addAll(0, immutable);
    Collections.addAll(target, "x", "y");
    return target;
  }

  /** Two entries. */
  @Copied(kind = COLLECTION, copies = 1, references = 4)
  public Object putAll() {
    Map<String, String> target = new TreeMap<>();
    target.putAll(two);
    return target;
  }

  /** Lists that are immutable already are their own copies. */
  @Copied
  public Object copyOfImmutable() {
    return List.copyOf(immutable);
  }

  /** 3 + 3 + 2 · 2 = 10. */
  @Copied(kind = COLLECTION, copies = 3, references = 10)
  public Object copyOfMutable() {
    return List.of(List.copyOf(three), Set.copyOf(three), Map.copyOf(two));
  }

  /** {@code Collections.copy} onto as many. */
  @Copied(kind = COLLECTION, copies = 1, references = 2)
  public Object copyOnto() {
    List<String> target = Arrays.asList("", "", "");
    Collections.copy(target, immutable);
    return target;
  }

  /** A view moves nothing. */
  @Copied
  public Object views() {
    return List.of(Collections.unmodifiableList(three), three.subList(0, 2), two.keySet());
  }

  /** The compiler makes an array of eleven, the list copies it. */
  @Copied(kind = COLLECTION, copies = 1, references = 11)
  public Object listOfMany() {
    return List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
  }

  /** Three in an array of objects, in a new one of strings, in the given one, by its maker. */
  @Copied(kind = COLLECTION, copies = 4, references = 12)
  public Object toArray() {
    String[] room = new String[3];
    return List.of(
        three.toArray(),
        three.toArray(new String[0]),
        three.toArray(room),
        three.toArray(String[]::new));
  }

  /** Three. */
  @Copied(kind = COLLECTION, copies = 1, references = 3)
  public Object cloneOfList() {
    return ((ArrayList<String>) three).clone();
  }

  /** One constant; one entry of two references; two constants. */
  @Copied(kind = COLLECTION, copies = 3, references = 5)
  public Object enums() {
    Set<TimeUnit> seconds = EnumSet.of(TimeUnit.SECONDS);
    Map<TimeUnit, String> names = new HashMap<>();
    names.put(TimeUnit.DAYS, "d");
    EnumSet<TimeUnit> both = EnumSet.of(TimeUnit.HOURS, TimeUnit.DAYS);
    return List.of(EnumSet.copyOf(seconds), new EnumMap<>(names), EnumSet.copyOf(both));
  }

  /** The stream's two in a list. */
  @Copied(kind = COLLECTION, copies = 1, references = 2)
  public Object streamToList() {
    return three.stream().filter(text -> !text.equals("b")).toList();
  }

  /** Three in a list; three entries in a map: 3 + 6 = 9. */
  @Copied(kind = COLLECTION, copies = 2, references = 9)
  public Object collect() {
    return List.of(
        three.stream().collect(Collectors.toList()),
        three.stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
  }

  /** {@code abc}, which a collector joins: 3 bytes. */
  @Copied(kind = COLLECTION, copies = 1, bytes = 3)
  public Object joining() {
    return three.stream().collect(Collectors.joining());
  }

  /** A count is no collection; the box is made inside the JDK. */
  @Copied
  public Object counting() {
    return three.stream().collect(Collectors.counting());
  }

  /** By a reference to a constructor of the JDK: three twice, in a list around them two. */
  @Copied(kind = COLLECTION, copies = 3, references = 8)
  public Object constructorReference() {
    return Stream.of(three, three).<List<String>>map(ArrayList::new).toList();
  }
}
