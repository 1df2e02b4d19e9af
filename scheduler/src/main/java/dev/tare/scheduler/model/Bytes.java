package dev.tare.scheduler.model;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A read-only view of bytes in somebody's array: encoded values travel as they came, without a
 * copy.
 *
 * <p>Who makes the view gives the array away and does not change it afterwards. The view stays
 * valid for as long as it is referenced, and keeps the whole array alive. Two views are equal if
 * they show equal bytes.
 */
public final class Bytes {
  private final byte[] array;
  private final int offset;
  private final int length;

  private Bytes(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** A view of the whole array, which is given away. */
  public static Bytes of(byte[] array) {
    return new Bytes(array, 0, array.length);
  }

  /**
   * A view of a part of an array, which is given away.
   *
   * @throws IndexOutOfBoundsException if the part is not within the array
   */
  public static Bytes of(byte[] array, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, array.length);
    return new Bytes(array, offset, length);
  }

  /** How many bytes the view shows. */
  public int length() {
    return length;
  }

  /** The array that is viewed; not to be changed. */
  public byte[] array() {
    return array;
  }

  /** Where in {@link #array} the view begins. */
  public int offset() {
    return offset;
  }

  /** One byte, 0 being the first that is shown. */
  public byte at(int index) {
    return array[offset + Objects.checkIndex(index, length)];
  }

  /**
   * The array itself if the view shows all of it, otherwise a copy of the part; not to be changed.
   */
  public byte[] exactArray() {
    return length == array.length ? array : Arrays.copyOfRange(array, offset, offset + length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    int shown = Math.min(length, 32);
    String hex = HexFormat.of().formatHex(array, offset, offset + shown);
    return shown < length ? hex + "… (" + length + " bytes)" : hex;
  }
}
