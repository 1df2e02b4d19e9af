package dev.tare.profiling.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jol.datamodel.DataModel;
import org.openjdk.jol.datamodel.Model64;
import org.openjdk.jol.datamodel.Model64_Lilliput;
import org.openjdk.jol.info.ClassData;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;
import org.openjdk.jol.layouters.HotSpotLayouter;
import org.openjdk.jol.util.ClassUtils;

/** JOL's model of one layout. Not thread-safe. */
final class JolModel {
  private static final int ALIGNMENT = 8;

  private final VmLayout vm;
  private final DataModel model;
  private final HotSpotLayouter layouter;
  private final Map<Class<?>, Long> bytesByClass = new HashMap<>();

  JolModel(VmLayout vm) {
    this.vm = vm;
    this.model = switch (vm) {
      case COMPRESSED -> new Model64(true, true);
      case UNCOMPRESSED -> new Model64(false, true);
      case COMPACT -> new Model64_Lilliput(true, ALIGNMENT, false);
      case COMPACT_UNCOMPRESSED -> new Model64_Lilliput(false, ALIGNMENT, false);
    };
    this.layouter = new HotSpotLayouter(model, Runtime.version().feature());
  }

  InstanceLayout layout(Class<?> type) {
    Unmodelled.refuse(type);
    ClassLayout layout = layouter.layout(ClassData.parseClass(type));
    List<Slot> slots = new ArrayList<>();
    long end = model.headerSize();
    for (FieldLayout field : layout.fields()) {
      if (field.offset() > end) {
        slots.add(Slot.padding(end, field.offset()));
      }
      slots.add(new Slot(
          field.offset(), field.size(), field.name(), field.typeClass(), declaredBy(field, type)));
      end = field.offset() + field.size();
    }
    if (layout.instanceSize() > end) {
      slots.add(Slot.padding(end, layout.instanceSize()));
    }
    return new InstanceLayout(
        type.getName(), vm, model.headerSize(), List.copyOf(slots), layout.instanceSize());
  }

  long bytes(Object instance) {
    Class<?> type = instance.getClass();
    if (type.isArray()) {
      return layouter.layout(ClassData.parseInstance(instance)).instanceSize();
    }
    return bytesByClass.computeIfAbsent(type, each -> {
      Unmodelled.refuse(each);
      return layouter.layout(ClassData.parseClass(each)).instanceSize();
    });
  }

  /** The class itself or the ancestor that JOL means: it writes nested classes with a dot. */
  private static String declaredBy(FieldLayout field, Class<?> type) {
    Class<?> ancestor = type;
    while (ancestor != null) {
      if (field.hostClass().equals(ClassUtils.getSafeName(ancestor))) {
        return ancestor.getName();
      }
      ancestor = ancestor.getSuperclass();
    }
    return field.hostClass();
  }
}
