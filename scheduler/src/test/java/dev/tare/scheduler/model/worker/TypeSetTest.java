package dev.tare.scheduler.model.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TypeSetTest {

  @Test
  void bits_equalASetOfNumbers() {
    long seed = System.nanoTime();
    System.out.println("bits_equalASetOfNumbers seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      int[] ids = random.ints(random.nextInt(40), 1, TypeSet.MAX_ID + 1).toArray();
      Set<Integer> oracle = new TreeSet<>();
      for (int id : ids) {
        oracle.add(id);
      }
      TypeSet set = TypeSet.of(ids);
      for (int id = -1; id <= TypeSet.MAX_ID + 64; id++) {
        assertThat(set.contains(id)).as("%s, seed %s", id, seed).isEqualTo(oracle.contains(id));
      }
      assertThat(set.ids()).containsExactly(oracle.stream().mapToInt(i -> i).toArray());
      assertThat(set).hasToString(oracle.toString().replace(" ", ""));
      assertThat(set).isEqualTo(TypeSet.of(set.ids())).hasSameHashCodeAs(TypeSet.of(set.ids()));
    }
  }

  @Test
  void all_holdsTypesThatNobodyHasMade() {
    assertThat(TypeSet.ALL.contains(1)).isTrue();
    assertThat(TypeSet.ALL.contains(TypeSet.MAX_ID)).isTrue();
    assertThat(TypeSet.ALL.isAll()).isTrue();
    assertThat(TypeSet.ALL.isEmpty()).isFalse();
    assertThat(TypeSet.ALL).hasToString("all").isNotEqualTo(TypeSet.NONE);
  }

  @Test
  void none_holdsNothing() {
    assertThat(TypeSet.of()).isSameAs(TypeSet.NONE);
    assertThat(TypeSet.NONE.isEmpty()).isTrue();
    assertThat(TypeSet.NONE.contains(0)).isFalse();
    assertThat(TypeSet.NONE).hasToString("[]");
  }

  @Test
  void idThatNoTypeCanHave_isRefused() {
    for (int id : new int[] {-1, 0, TypeSet.MAX_ID + 1}) {
      assertThatThrownBy(() -> TypeSet.of(1, id)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
