package dev.tare.profiling.objects;

/**
 * What a run allocates of one class.
 *
 * @param objects how many objects
 * @param bytes their bytes, headers included
 */
public record ObjectCount(double objects, double bytes) {
  ObjectCount plus(ObjectCount other) {
    return new ObjectCount(objects + other.objects, bytes + other.bytes);
  }
}
