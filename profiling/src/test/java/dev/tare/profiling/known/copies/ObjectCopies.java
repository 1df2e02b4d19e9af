package dev.tare.profiling.known.copies;

import static dev.tare.profiling.copies.CopyKind.OBJECT;

/**
 * The program's own objects, at the size that the JVM gives an instance: a header of 12 and two
 * ints are 20, aligned 24.
 */
public class ObjectCopies {
  private final Point point = new Point(1, 2);

  static class Point implements Cloneable {
    final int x;
    final int y;

    Point(int x, int y) {
      this.x = x;
      this.y = y;
    }

    Point(Point other) {
      this(other.x, other.y);
    }

    Point copy() {
      return new Point(this);
    }

    Point withX(int x) {
      return x == this.x ? this : new Point(x, y);
    }

    Point without(int x) {
      return x == this.x ? new Point(0, y) : this;
    }

    Point withPlaces(long both) {
      return new Point((int) both, (int) both);
    }

    static Point copyOf(Point point) {
      return point.x == 0 ? point : new Point(point);
    }

    Point twin() {
      return new Point(x, y);
    }

    @Override
    public Point clone() {
      try {
        return (Point) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** One. */
  @Copied(kind = OBJECT, copies = 1, bytes = 24)
  public Object copyConstructor() {
    return new Point(point);
  }

  /** The copy constructor that it calls is the same copy. */
  @Copied(kind = OBJECT, copies = 1, bytes = 24)
  public Object copyMethod() {
    return point.copy();
  }

  /** One that differs, one that does not. */
  @Copied(kind = OBJECT, copies = 1, bytes = 24)
  public Object wither() {
    return point.withX(5).equals(point.withX(1)) ? point : this;
  }

  /** An argument of two slots. */
  @Copied(kind = OBJECT, copies = 1, bytes = 24)
  public Object witherOfLong() {
    return point.withPlaces(3L);
  }

  /** One, then the same. */
  @Copied(kind = OBJECT, copies = 1, bytes = 24)
  public Object copyOf() {
    Point origin = Point.copyOf(point).withX(1);
    return Point.copyOf(point == origin ? origin : new Point(0, 0));
  }

  /** One. */
  @Copied(kind = OBJECT, copies = 1, bytes = 24)
  public Object cloned() {
    return point.clone();
  }

  /** Of this name and no other: the test's user named it. */
  @Copied(kind = OBJECT, copies = 1, bytes = 24)
  public Object namedByTheUser() {
    return point.twin();
  }

  /** No copy by its name. */
  @Copied
  public Object without() {
    return point.without(1);
  }

  /** Made of parts, not of another. */
  @Copied
  public Object made() {
    return new Point(3, 4);
  }
}
